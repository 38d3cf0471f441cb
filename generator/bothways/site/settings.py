"""What all our sites share, put into MkDocs' configuration so that a person's `mkdocs.yml` can be four lines."""

import logging
from typing import Any

from markdown.extensions.toc import slugify_unicode
from mkdocs.config.config_options import ExtraScriptValue
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import PluginCollection

from bothways.site.joined import SCRIPT, STYLE
from bothways.site.search import Search
from bothways.site.shell import shell_from

SEARCH = "material/search"
OTHER_SEARCH = "search/main.js"
"""What MkDocs' own search asks every page to load, if it was asked before us."""

MARKDOWN: dict[str, dict[str, Any]] = {
    "admonition": {},
    "attr_list": {},
    "def_list": {},
    "footnotes": {},
    "md_in_html": {},
    "sane_lists": {},
    "tables": {},
    "toc": {"slugify": slugify_unicode},
}


def settle(config: MkDocsConfig) -> None:
    """Sets the theme, Markdown, search, styles and scripts.

    What the person chose stays, but for what would ask another host for something, or would not work when a page is
    opened as a file.
    """
    config.theme = shell_from(config.theme)
    config.use_directory_urls = False
    config.nav = None
    # Material asks the host of a repository for its number of stars.
    config.repo_url = config.edit_uri = config.edit_uri_template = None
    _settle_extra(config)
    _settle_markdown(config)
    _settle_search(config)
    _settle_links(config)
    config.extra_css[:] = [STYLE, *_without(config.extra_css, (STYLE,))]
    config.extra_javascript[:] = [
        _deferred(SCRIPT),
        *_without(config.extra_javascript, (SCRIPT, OTHER_SEARCH)),
    ]


def _settle_extra(config: MkDocsConfig) -> None:
    extra = config.extra
    extra["generator"] = False
    extra["homepage"] = "index.html"
    extra.pop("analytics", None)
    # The page for a wrong address needs to know where the site begins.
    if not config.site_url:
        config.theme.static_templates.discard("404.html")


def _settle_markdown(config: MkDocsConfig) -> None:
    for name, options in MARKDOWN.items():
        if name not in config.markdown_extensions:
            config.markdown_extensions.append(name)
        config.mdx_configs[name] = options | config.mdx_configs.get(name, {})


def _settle_search(config: MkDocsConfig) -> None:
    """Material's search, whether `mkdocs.yml` lists it or not. MkDocs' own search has another index."""
    plugins = config.plugins
    if SEARCH not in plugins:
        search = Search()
        search.load_config({}, config.config_file_path)
        plugins[SEARCH] = search
    if "search" in plugins:
        _silence(plugins.pop("search"), plugins)


def _silence(plugin: object, plugins: PluginCollection) -> None:
    """Takes a plugin off every event, leaving each place filled: MkDocs is walking these lists while it calls us."""
    for methods in plugins.events.values():
        methods[:] = [_nothing if getattr(method, "__self__", None) is plugin else method for method in methods]


def _nothing(*_: object, **__: object) -> None:
    """In the place of a plugin's method."""


def _settle_links(config: MkDocsConfig) -> None:
    links = config.validation.links
    links.not_found = links.anchors = links.unrecognized_links = links.absolute_links = logging.WARNING


def _deferred(path: str) -> ExtraScriptValue:
    script = ExtraScriptValue(path)
    script.defer = True
    return script


def _without(paths: list[Any], ours: tuple[str, ...]) -> list[Any]:
    """The person's own ones. MkDocs hands the same list to a second build of one configuration."""
    return [path for path in paths if str(path) not in ours]
