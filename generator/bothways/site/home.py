"""What `mkdocs.yml` says about the folders and the day: for the commands, which need no more of it.

Read without MkDocs, which takes longer to load than most commands take. Where a line is not plainly right, MkDocs reads
the file after all, and says what is wrong.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from bothways.reading.plain_yaml import plain_yaml
from bothways.site.guide_files import guide_folder

FILE = "mkdocs.yml"
PLUGIN = "bothways"
OWN_PAGES = "content"

OPTIONS = {"workbook", "today", "guide_only"}
YES_OR_NO = {"true": True, "false": False, "yes": True, "no": False}

KNOWN_PLUGINS = {PLUGIN, "search", "material/search"}
"""Those whose work depends on nothing but the files that we know of."""
KNOWN_EXTENSIONS = {
    *("abbr", "admonition", "attr_list", "codehilite", "def_list", "extra", "fenced_code", "footnotes", "md_in_html"),
    *("meta", "nl2br", "sane_lists", "smarty", "tables", "toc", "wikilinks"),
}
UNKNOWN = {"INHERIT", "hooks", "extra_templates", "<<"}
"""What brings in files that we do not know of."""


class _NotPlain(Exception):
    """Something in `mkdocs.yml` is left to MkDocs."""


@dataclass(frozen=True)
class Settings:
    """The folders and the day; a command's options come before them."""

    workbook: Path
    content: Path | None
    """The folder of the person's own guide pages, if there is one."""
    site: Path
    """Where the site goes."""
    today: date | None
    """Nothing: the clock's day."""
    guide_only: bool
    sharing: Mapping[str, Any] = field(default_factory=dict)
    """Profiles of shared copies, as they are written."""
    made_of: str | None = None
    """All of `mkdocs.yml`, where nothing that it says makes MkDocs look at files that we do not know of."""


def read_settings(folder: Path) -> Settings:
    """The settings of the site in `folder`. Raises `ProblemsFound` for a `mkdocs.yml` that cannot be used."""
    if settings := plain_settings(folder):
        return settings
    from bothways.site.configuration import settings_by_mkdocs  # noqa: PLC0415  # it brings MkDocs

    return settings_by_mkdocs(folder)


def plain_settings(folder: Path) -> Settings | None:
    """The settings of the site in `folder`, without letting anything in them run; None where MkDocs must read them."""
    try:
        return _settings(folder.resolve(), _text(folder / FILE))
    except _NotPlain:
        return None


def own_pages(folder: Path, docs: Path, workbook: Path) -> Path | None:
    """The folder of the person's own guide pages: `docs_dir`, or `content/` where `docs_dir` is the workbook.

    Why: MkDocs insists on a `docs_dir` that exists, and a person may well have no pages of their own.
    """
    if docs.resolve() == workbook.resolve():
        docs = folder / OWN_PAGES
    return docs if docs.is_dir() and docs.resolve() != guide_folder().resolve() else None


def docs_folder(folder: Path, named: str) -> Path:
    """A folder that exists, as MkDocs insists: the one that is named, else `content/`, else the guide's own."""
    return next((place for place in (folder / named, folder / OWN_PAGES) if place.is_dir()), guide_folder())


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig") if path.is_file() else "{}"
    except (OSError, UnicodeDecodeError) as error:
        raise _NotPlain from error


def _settings(folder: Path, text: str) -> Settings:
    written = _fields(plain_yaml(text))
    plugins = dict(map(_plugin, _listed(written.get("plugins", []))))
    options = _fields(plugins.get(PLUGIN, {}))
    if not options.keys() <= OPTIONS:
        raise _NotPlain
    workbook = folder / _line(options.get("workbook", "workbook"))
    docs = docs_folder(folder, _line(written.get("docs_dir", "docs")))
    return Settings(
        workbook=workbook,
        content=own_pages(folder, docs, workbook),
        site=folder / _line(written.get("site_dir", "site")),
        today=_day(options["today"]) if options.get("today") else None,
        guide_only=_yes_or_no(options.get("guide_only", "false")),
        made_of=text if _is_known(written, plugins.keys(), text) else None,
    )


def _is_known(written: Mapping[str, Any], plugins: Any, text: str) -> bool:
    theme = written.get("theme", {})
    extensions = {_plugin(extension)[0] for extension in _listed(written.get("markdown_extensions", []))}
    return (
        plugins <= KNOWN_PLUGINS
        and extensions <= KNOWN_EXTENSIONS
        and UNKNOWN.isdisjoint(written)
        and "!" not in text
        and not (isinstance(theme, dict) and "custom_dir" in theme)
    )


def _fields(written: Any) -> Mapping[str, Any]:
    if not isinstance(written, dict):
        raise _NotPlain
    return written


def _listed(written: Any) -> list[Any]:
    """A list of names; MkDocs also takes fields, each a name with its options."""
    if isinstance(written, dict):
        return [{name: options} for name, options in written.items()]
    if not isinstance(written, list):
        raise _NotPlain
    return written


def _plugin(entry: Any) -> tuple[str, Any]:
    """A name and its options."""
    if isinstance(entry, str):
        return entry, {}
    if not isinstance(entry, dict) or len(entry) != 1:
        raise _NotPlain
    ((name, options),) = entry.items()
    return name, options or {}


def _line(written: Any) -> str:
    if not isinstance(written, str) or not written:
        raise _NotPlain
    return written


def _day(written: Any) -> date:
    try:
        return date.fromisoformat(written)
    except (TypeError, ValueError) as error:
        raise _NotPlain from error


def _yes_or_no(written: Any) -> bool:
    if not isinstance(written, str) or written.lower() not in YES_OR_NO:
        raise _NotPlain
    return YES_OR_NO[written.lower()]
