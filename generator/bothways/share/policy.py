"""What may run in a shared site: the theme's scripts and ours, by their hashes. Nothing in a page's body may.

The policy is a wall of its own. It knows the scripts from the shells that the theme puts around pages: no word of the
person's is in those. So even if the sanitiser let a script through, its hash would not be in the policy.
"""

import base64
import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

SCRIPT = re.compile(r"<script([^>]*)>(.*?)</script>", re.DOTALL)
STYLE = re.compile(r"<style[^>]*>(.*?)</style>", re.DOTALL)
SOURCE = re.compile(r'\ssrc="([^"]+)"')
SHEET = re.compile(r'<link rel="stylesheet" href="([^"]+)"')
DATA = re.compile(r'\stype="application/json"')


WAY_UP = re.compile(r"^(?:\./|\.\./)*")
UP_FROM_HERE = re.compile(r'new URL\("[./]*",location\)')
WAYS_UP = (".", "..", "../..", "../../..")
"""From a page to the top of the site: the guide has chapters two folders deep."""


@dataclass(frozen=True)
class Trusted:
    """The scripts and styles of a site that its theme brings: files by address, and those within pages."""

    script_files: Mapping[str, str]
    style_files: Mapping[str, str]
    scripts: tuple[str, ...]
    styles: tuple[str, ...]


def trusted_in(files: Mapping[str, bytes], shells: Iterable[str]) -> Trusted:
    """What the shells name, with the files they lead to. `shells` are the theme's pages around a page's body."""
    script_files: dict[str, str] = {}
    style_files: dict[str, str] = {}
    scripts: dict[str, None] = {}
    for text in shells:
        for attributes, inside in SCRIPT.findall(text):
            source = SOURCE.search(attributes)
            if source:
                _take(source[1], files, script_files)
            elif not DATA.search(attributes):
                scripts |= dict.fromkeys(_at_every_depth(inside))
        for sheet in SHEET.findall(text):
            _take(sheet, files, style_files)
    return Trusted(script_files, style_files, tuple(scripts), tuple(dict.fromkeys(_styles_of_papers(files))))


def content_policy(scripts: Iterable[str], styles: Iterable[str], **more: str) -> str:
    """A policy that allows scripts and styles of these texts only; `img_src="blob:"` and such add to it."""
    rules = {
        "default-src": "'none'",
        "script-src": " ".join(hashes(scripts)) or "'none'",
        "style-src": " ".join(hashes(styles)) or "'none'",
        "base-uri": "'none'",
        "form-action": "'none'",
    }
    for rule, sources in more.items():
        name = rule.replace("_", "-")
        # `'none'` beside a source is ignored, and every page would say so on the console.
        known = rules.get(name, "'none'").replace("'none'", "")
        rules[name] = f"{known} {sources}".strip()
    return "; ".join(f"{name} {sources}" for name, sources in rules.items())


def hashes(texts: Iterable[str]) -> Iterator[str]:
    """Each text as a policy names it."""
    for text in dict.fromkeys(texts):
        digest = hashlib.sha256(text.encode()).digest()
        yield f"'sha256-{base64.b64encode(digest).decode()}'"


def _at_every_depth(script: str) -> Iterator[str]:
    """A script that names the way up to the top of the site, as it stands in pages of any folder."""
    for way in WAYS_UP:
        yield UP_FROM_HERE.sub(f'new URL("{way}",location)', script)


def _take(link: str, files: Mapping[str, bytes], into: dict[str, str]) -> None:
    """A file that a shell links to, from wherever in the site it stands."""
    address = WAY_UP.sub("", link)
    if address in files:
        into[address] = files[address].decode()


def _styles_of_papers(files: Mapping[str, bytes]) -> Iterator[str]:
    """The styles in the head of pages that are made for paper, and have no shell."""
    for address, data in files.items():
        if address.endswith(".html"):
            head = data[: data.find(b"</head>")].decode()
            yield from STYLE.findall(head)
