"""What a chapter of the guide gains once it is HTML: buttons to copy its YAML, links to the tools that it names."""

import posixpath
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from bothways.pages.page import Page

TOOLS = ("questions", "checklists", "messages")
"""The folders whose pages are tools that a chapter may name by their id."""

_EMPTY_CORNER = re.compile(r"<th(?: style=\"[^\"]*\")?></th>")
_YAML = re.compile(r'<pre><code class="language-yaml">(.*?)</code></pre>', re.DOTALL)
_NAME = re.compile(r'(?<!">)<code>([a-z0-9-]+)</code>')
_MARKED = re.compile(r"<code data-tool>([a-z0-9-]+)</code>")


def tools_among(pages: Iterable[Page]) -> Mapping[str, str]:
    """The address of each tool by its id. An id that two kinds share names neither."""
    found = [
        (posixpath.basename(page.address).removesuffix(".html"), page.address)
        for page in pages
        if page.address.split("/")[0] in TOOLS
    ]
    shared = Counter(name for name, _ in found)
    return {name: address for name, address in found if shared[name] == 1}


def finished(html: str) -> str:
    """The chapter's HTML, with everything that Markdown cannot say. Where it may name a tool is marked."""
    # A screen reader would announce an empty heading.
    html = _EMPTY_CORNER.sub("<td></td>", html)
    return _with_copy_buttons(_NAME.sub(r"<code data-tool>\1</code>", html))


def tools_named(html: str) -> Sequence[str]:
    """What may be tools in a finished chapter, by their ids."""
    return sorted(set(_MARKED.findall(html)))


def with_links(html: str, address: str, tools: Mapping[str, str]) -> str:
    """The finished chapter at its address, with a link wherever it names a tool."""
    folder = posixpath.dirname(address) or "."

    def link(name: re.Match[str]) -> str:
        code = f"<code>{name[1]}</code>"
        return f'<a href="{posixpath.relpath(tools[name[1]], folder)}">{code}</a>' if name[1] in tools else code

    return _MARKED.sub(link, html)


def _with_copy_buttons(html: str) -> str:
    blocks = iter(range(1, len(_YAML.findall(html)) + 1))

    def note(block: re.Match[str]) -> str:
        name = f"lines-{next(blocks)}"
        return (
            f'<div class="bw-note"><pre><code class="language-yaml" id="{name}">{block[1]}</code></pre>'
            f'<button class="bw-button" type="button" data-script data-copy="{name}">Copy</button></div>'
        )

    return _YAML.sub(note, html)
