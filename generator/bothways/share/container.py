"""The container: all the files of a site as one block of bytes, small, and quick to look things up in.

The pages of a site are nearly the same, and further apart than the 32 kB that Deflate looks back. So every text is cut
into segments, each segment is kept once, and a text is a list of segments. generator/locked-file.md has the layout.
"""

import json
import re
import struct
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence

from bothways.share.passphrase import Randomness

BETWEEN = "\x1e"
"""Stands between two segments (Unicode's record separator)."""

LINE = re.compile(r"(?:[ \t]*\n)*[^\n]*\n?")
"""A segment of a page: a line, with the empty lines before it."""
ENTRY = re.compile(r'(?=\{"location":)')
"""Where a segment of the search index begins: each entry is one."""
ABOUT = re.compile(r'\{"location":"([^"#?]*)')
"""The page that an entry of the search index speaks of."""
INDEX = ("search/search_index.json", "search/search_index.js")

REPLY = "reply.json"
"""What an opened file needs to take comments: no page of the site, and in no other form of a share."""

LEVEL = 9
"""Of compression: the slowest and smallest of zlib's."""


class Broken(ValueError):
    """The bytes are no container."""


def pack(files: Mapping[str, bytes], front: str, randomness: Randomness) -> bytes:
    """The files by address, compressed. `front` is the address that an opened file shows first.

    Each page gets a number in no order, by which the reader's address bar names it.
    """
    texts, others = _sorted_out(files)
    segments = {address: _segments(address, text) for address, text in texts.items()}
    numbers: dict[str, int] = {}
    for segment in _near_each_other(segments):
        numbers.setdefault(segment, len(numbers))
    manifest = {
        "front": front,
        "salt": randomness(8).hex(),
        "texts": list(texts),
        "routes": _shuffled((number for number, address in enumerate(texts) if address.endswith(".html")), randomness),
        "others": [[address, len(data)] for address, data in others.items()],
    }
    order, runs = bytearray(), _Runs()
    for parts in segments.values():
        runs.write(order, [numbers[part] for part in parts])
    blocks = (json.dumps(manifest).encode(), BETWEEN.join(numbers).encode(), bytes(order))
    whole = b"".join((*(struct.pack("<I", len(block)) + block for block in blocks), *others.values()))
    squeeze = zlib.compressobj(LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS)
    return squeeze.compress(whole) + squeeze.flush()


def unpack(packed: bytes) -> tuple[dict[str, bytes], str]:
    """The files by address, and the one to show first. Raises `Broken`."""
    try:
        whole = zlib.decompress(packed, -zlib.MAX_WBITS)
        manifest_json, at = _block(whole, 0)
        joined, at = _block(whole, at)
        order, at = _block(whole, at)
        manifest = json.loads(manifest_json)
        segments = joined.decode().split(BETWEEN)
        files: dict[str, bytes] = {}
        numbers, runs = _numbers(order), _Runs()
        for address in manifest["texts"]:
            files[address] = "".join(segments[number] for number in runs.read(numbers)).encode()
        for address, size in manifest["others"]:
            files[address] = whole[at : at + size]
            at += size
    except (zlib.error, struct.error, ValueError, KeyError, IndexError, TypeError, StopIteration) as error:
        raise Broken("This is no container.") from error
    return files, manifest["front"]


def _sorted_out(files: Mapping[str, bytes]) -> tuple[dict[str, str], dict[str, bytes]]:
    """The files that are text, and the others, by address."""
    texts: dict[str, str] = {}
    others: dict[str, bytes] = {}
    for address, data in sorted(files.items()):
        try:
            text = data.decode()
        except UnicodeDecodeError:
            others[address] = data
            continue
        if BETWEEN in text:
            others[address] = data
        else:
            texts[address] = text
    return texts, others


def _segments(address: str, text: str) -> Sequence[str]:
    parts = ENTRY.split(text) if address in INDEX else LINE.findall(text)
    return [part for part in parts if part]


def _near_each_other(segments: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """The segments, what the search says of a page right after the page: words said twice take hardly any room."""
    entries: dict[str, list[str]] = {}
    for part in (part for address in INDEX for part in segments.get(address, ())):
        about = ABOUT.match(part)
        if about:
            entries.setdefault(about[1], []).append(part)
    for address, parts in segments.items():
        if address not in INDEX:
            yield from parts
            yield from entries.get(address, ())
    for address in INDEX:
        yield from segments.get(address, ())


def _shuffled(numbers: Iterable[int], randomness: Randomness) -> Sequence[int]:
    return sorted(numbers, key=lambda _: randomness(8))


class _Runs:
    """The order of segments in one text after another, as runs of numbers that follow each other.

    Where a run begins is said in one of two ways: how far after the segments that were used so far, for new ones; or
    how far from the end of the last run of used ones. So the pages of a folder are nearly the same runs.
    """

    def __init__(self) -> None:
        self.fresh = 0
        """The number after the highest that was used."""

    def write(self, order: bytearray, numbers: Sequence[int]) -> None:
        """Adds a text."""
        runs = _runs(numbers, self.fresh)
        _write_number(order, len(runs))
        expected = 0
        for first, count in runs:
            if first >= self.fresh:
                _write_number(order, 2 * (first - self.fresh) + 1)
                self.fresh = first + count
            else:
                step = first - expected
                _write_number(order, 2 * (2 * step if step >= 0 else -2 * step - 1))
                expected = first + count
            _write_number(order, count)

    def read(self, numbers: Iterator[int]) -> Iterator[int]:
        """The next text."""
        expected = 0
        for _ in range(next(numbers)):
            said, count = next(numbers), next(numbers)
            step = said >> 1
            if said & 1:
                first = self.fresh + step
                self.fresh = first + count
            else:
                first = expected - (step + 1) // 2 if step & 1 else expected + step // 2
                expected = first + count
            if first < 0:
                raise Broken("This is no container.")
            yield from range(first, first + count)


def _runs(numbers: Iterable[int], fresh: int) -> Sequence[tuple[int, int]]:
    """The numbers as runs: first and count. Those from `fresh` on are new when they are first used."""
    runs: list[tuple[int, int]] = []
    was_new = False
    for number in numbers:
        is_new = number >= fresh
        if runs and number == sum(runs[-1]) and is_new == was_new:
            runs[-1] = (runs[-1][0], runs[-1][1] + 1)
        else:
            runs.append((number, 1))
        was_new = is_new
        fresh = max(fresh, number + 1)
    return runs


def _write_number(order: bytearray, number: int) -> None:
    """Seven bits a byte, the lowest first; the eighth says that more follow."""
    while number > 0x7F:
        order.append(number & 0x7F | 0x80)
        number >>= 7
    order.append(number)


def _numbers(order: Iterable[int]) -> Iterator[int]:
    number = shift = 0
    for byte in order:
        number |= (byte & 0x7F) << shift
        shift += 7
        if byte < 0x80:
            yield number
            number = shift = 0


def _block(whole: bytes, at: int) -> tuple[bytes, int]:
    (size,) = struct.unpack_from("<I", whole, at)
    end = at + 4 + size
    if end > len(whole):
        raise Broken("This is no container.")
    return whole[at + 4 : end], end
