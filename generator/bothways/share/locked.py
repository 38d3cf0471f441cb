"""The locked file: a whole site as one HTML file, which a browser opens with a passphrase, from a disk or any host."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files as resources

from bothways.share.container import REPLY, Broken, pack, unpack
from bothways.share.envelope import ROUNDS, Damaged, new_keys, seal, unseal
from bothways.share.passphrase import Randomness
from bothways.share.policy import UP_FROM_HERE, Trusted, content_policy

BEGIN, END = '<script type="text/plain" id="locked">\n', "</script>"

PARTS = ("envelope", "container", "links", "search", "pages", "notes", "unlock")
"""The reader's scripts, in the order in which they build on each other."""

UNUSED = re.compile(r"assets/javascripts/lunr/|.*\.map$|\.gitignore$|sitemap\.xml")
"""Files that no page of a share asks for. Its search is in English, which needs no further script."""
ONLY_FOR_A_HOST = re.compile(r"search/search_index\.js$|404\.html$")
"""Files that no page of an opened file asks for."""
ONLY_FOR_A_FILE = re.compile(rf"{re.escape(REPLY)}$")

FROM_DISK = re.compile(r"\blocation\.protocol\b")
"""How the theme finds out that a page was opened as a file. In the reader it need not: all it asks for is there."""

FROM_ONE_PLACE = 'new URL(".",location)'
"""How a page finds the top of the site: in the reader all pages are at one place."""


def lock(
    files: Mapping[str, bytes], front: str, trusted: Trusted, passphrases: Sequence[str], randomness: Randomness
) -> bytes:
    """The file that opens with any of the passphrases. `front` is the page that it shows first.

    The same files, passphrases and random bytes give the same file.
    """
    keys = new_keys(passphrases, randomness, ROUNDS)
    return file_around(seal("locked file", pack(wanted(files), front, randomness), keys, randomness), trusted)


def unlock(data: bytes, passphrase: str) -> tuple[dict[str, bytes], str]:
    """The files of a locked file by address, and the page it shows first. Raises `NotOpened`."""
    content, _ = unseal("locked file", envelope_in(data), passphrase)
    try:
        return unpack(content)
    except Broken as error:
        raise Damaged from error


def wanted(files: Mapping[str, bytes], *, for_a_host: bool = False) -> dict[str, bytes]:
    """The files that a share needs."""
    unused = ONLY_FOR_A_FILE if for_a_host else ONLY_FOR_A_HOST
    return {address: data for address, data in files.items() if not (UNUSED.match(address) or unused.match(address))}


def envelope_in(data: bytes) -> str:
    """The envelope in a locked file. Raises `Damaged` where there is none, or the file was cut."""
    text = data.decode("utf-8", "replace").replace("\r\n", "\n")
    _, begin, rest = text.partition(BEGIN)
    envelope, end, _ = rest.partition(END)
    if not (begin and end):
        raise Damaged
    return envelope


def file_around(envelope: str, trusted: Trusted) -> bytes:
    """The HTML file that shows an envelope's content once it is opened."""
    style, first_look, reader = resource("unlock.css"), resource("first-look.js"), reader_script()
    policy = content_policy(
        (first_look, reader, *allowed_scripts(trusted)),
        (style, resource("notes.css"), *trusted.style_files.values(), *trusted.styles),
        img_src="data: blob:",
        worker_src="blob:",
    )
    put = {"policy": policy, "style": style, "first-look": first_look, "reader": reader, "envelope": envelope}
    page = resource("locked.html")
    return re.sub(r"\{\{ ([a-z-]+) \}\}", lambda place: put[place[1]], page).encode()


def allowed_scripts(trusted: Trusted) -> Iterator[str]:
    """The site's scripts as the reader puts them into a page."""
    for text in trusted.scripts:
        yield UP_FROM_HERE.sub(FROM_ONE_PLACE, text)
    for text in trusted.script_files.values():
        yield FROM_DISK.sub('"https:"', text)


@cache
def reader_script() -> str:
    """The reader: one script, closed to everything that is not in it."""
    style = f"const NOTES_STYLE = {json.dumps(resource('notes.css'))};\n"
    inside = style + "\n".join(resource(f"{part}.js") for part in PARTS)
    return f'"use strict";\n(() => {{\n{inside}}})();\n'


@cache
def resource(name: str) -> str:
    """A file of the reader."""
    return resources("bothways.share").joinpath("reader", name).read_text(encoding="utf-8")
