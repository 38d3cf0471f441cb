"""All the ways in which a text can stand in a file: as it is, escaped, in Base64, compressed, or beside a picture."""

import base64
import binascii
import io
import re
import zipfile
import zlib
from collections.abc import Collection, Iterator
from html import unescape
from urllib.parse import unquote

from PIL import Image, UnidentifiedImageError

DEEPEST = 3
"""Layers that are taken off: compressed text in Base64 in a page is two."""
MOST = 200_000_000
"""Bytes that one file may grow to when it is unpacked; more is a bomb."""

_JSON = re.compile(r"\\u([0-9a-fA-F]{4})")
_CSS = re.compile(r"\\x([0-9a-fA-F]{2})")
_TAG = re.compile(r"<[^<>]*>")
_BLOCK = re.compile(
    r"</?(?:article|aside|blockquote|br|button|caption|dd|details|div|dl|dt|figcaption|figure|footer|form|h[1-6]|header|hr|"
    r"label|li|main|nav|ol|option|p|pre|section|select|summary|table|tbody|td|textarea|th|thead|tr|ul)\b[^<>]*>",
    re.IGNORECASE,
)
"""Tags that end a word; any other may stand inside one."""
_NAME = re.compile(r"""(?<=[<\s/])([a-zA-Z][\w-]*)(?=[\s=>/])|"[^"]*"|'[^']*'""")
_BASE64 = re.compile(rb"[A-Za-z0-9+/_-]{16,}")
_HEX = re.compile(rb"(?:[0-9a-fA-F]{2}){8,}")
_READABLE = re.compile(rb"[\x09\x0a\x0d\x20-\x7e\x80-\xff]{8,}")
_STREAM = re.compile(rb"\x1f\x8b\x08|\x78[\x01\x5e\x9c\xda]|(?<=stream\r\n)|(?<=stream\n)")
"""How gzip, zlib and the streams of a PDF begin."""


def unescaped(text: str) -> str:
    """A text without the escapes of HTML, of addresses and of JSON, however often they were laid over each other."""
    for _ in range(DEEPEST):
        plain = unquote(unescape(text)) if "&" in text or "%" in text else text
        plain = _JSON.sub(lambda match: chr(int(match[1], 16)), plain) if "\\" in plain else plain
        plain = _CSS.sub(lambda match: chr(int(match[1], 16)), plain) if "\\" in plain else plain
        if plain == text:
            break
        text = plain
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def markup_words(text: str) -> Iterator[str]:
    """The names of a text's tags and of their attributes."""
    for tag in _TAG.findall(text):
        yield from filter(None, _NAME.findall(tag))


def without_markup_words(text: str, known: Collection[str]) -> str:
    """A text without the known names of tags and attributes. Why: somebody may be called Button. Values stay."""
    return _TAG.sub(lambda tag: _NAME.sub(lambda name: " " if name[1] in known else name[0], tag[0]), text)


def without_tags(text: str) -> str:
    """What of a page's text is read."""
    return _TAG.sub("", _BLOCK.sub(" ", text))


def as_text(data: bytes) -> str | None:
    """The bytes as text; nothing where they are something else."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return None
    return None if "\0" in text else text


def hidden_in_text(line: str) -> Iterator[bytes]:
    """What a line of text holds in Base64 or as hexadecimal digits, at every place where it may begin."""
    raw = line.encode("utf-8", "replace")
    for found in _BASE64.findall(raw):
        for start in range(4):
            letters = found[start:].translate(_URL_SAFE)
            yield base64.b64decode(letters[: len(letters) // 4 * 4] or b"") + _rest(letters)
    for found in _HEX.findall(raw):
        yield bytes.fromhex(found.decode())
        yield bytes.fromhex(found[1:-1].decode())


_URL_SAFE = bytes.maketrans(b"-_", b"+/")


def _rest(letters: bytes) -> bytes:
    """The bytes of the last letters, where they are no whole group of four."""
    rest = letters[len(letters) // 4 * 4 :]
    try:
        return base64.b64decode(rest + b"=" * (-len(rest) % 4)) if len(rest) > 1 else b""
    except binascii.Error:
        return b""


def hidden_in_data(data: bytes) -> Iterator[bytes]:
    """What a file that is no text holds: the parts of an archive, what is compressed, what is written in a picture."""
    yield from _archived(data)
    yield from _compressed(data)
    yield from _beside_a_picture(data)


def readable_in(data: bytes) -> Iterator[str]:
    """The stretches of a file that may be text, in the two encodings that files use."""
    for found in _READABLE.findall(data):
        yield found.decode("utf-8", "ignore")
    for start in (0, 1):
        yield from re.findall(r"[\x20-\x7e\u00a0-\u024f]{6,}", data[start:].decode("utf-16-le", "ignore"))


def _archived(data: bytes) -> Iterator[bytes]:
    if not zipfile.is_zipfile(io.BytesIO(data)):
        return
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for part in archive.infolist():
                yield part.filename.encode("utf-8", "replace")
                if part.file_size <= MOST:
                    yield archive.read(part)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, zlib.error, OSError):
        return


def _compressed(data: bytes) -> Iterator[bytes]:
    """What Deflate, zlib or gzip packed, wherever in the file it begins."""
    starts = {0, *(found.start() for found in _STREAM.finditer(data))}
    for start in sorted(starts):
        for way in (zlib.MAX_WBITS | 32, -zlib.MAX_WBITS):
            try:
                plain = zlib.decompressobj(way).decompress(data[start:], MOST)
            except zlib.error:
                continue
            if len(plain) > 3:
                yield plain
                break


def _beside_a_picture(data: bytes) -> Iterator[bytes]:
    """What is written in a picture beside its dots: place, camera, author, remarks."""
    try:
        with Image.open(io.BytesIO(data)) as picture:
            picture.load()
            notes = [*picture.info.values(), *picture.getexif().values()]
            for block in (0x8769, 0x8825, 0xA005):
                notes += picture.getexif().get_ifd(block).values()
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return
    for note in notes:
        yield note if isinstance(note, bytes) else str(note).encode("utf-8", "replace")
