"""A short text for any values: the same for the same values, and only for them.

By it a build knows a page that it has rendered before. Values are written down by `pickle`, which is quick and knows
every plain value; what it writes is never read back.
"""

import copyreg
import hashlib
import io
import pickle
from collections.abc import Iterator
from typing import Any

from bothways.digest import SIZE
from bothways.model.base import Noun


class Digests:
    """Digests of values. Each record is written down once, however many pages it is on."""

    def __init__(self) -> None:
        # How `pickle` is to write values of a type: as it always does, but for records.
        self._ways = copyreg.dispatch_table | dict.fromkeys(_kinds(), self._in_its_place)
        self._records: dict[int, tuple[Noun, bytes]] = {}

    def of(self, values: Any) -> str:
        """The digest of plain values: texts, numbers, days, tuples, dicts, frozen dataclasses, records.

        Of where a record is written only the file counts. No page shows the line: an edit above would change them all.
        """
        return self._told(values).hex()

    def _told(self, values: Any) -> bytes:
        into = io.BytesIO()
        writer = pickle.Pickler(into, pickle.HIGHEST_PROTOCOL)
        # Else it would note which of two same values are one object, and that is a matter of chance.
        writer.fast = True
        writer.dispatch_table = self._ways
        writer.dump(values)
        return hashlib.blake2b(into.getbuffer(), digest_size=SIZE).digest()

    def _in_its_place(self, record: Noun) -> tuple[type[bytes], tuple[bytes]]:
        """What is written in the place of a record: its digest."""
        known = self._records.get(id(record))
        if known is None:
            told = self._told((type(record), record.written.file, tuple(vars(record).items())))
            # The record is kept too, so that its identity is nobody else's.
            known = self._records[id(record)] = record, told
        return bytes, (known[1],)


def _kinds(kind: type[Noun] = Noun) -> Iterator[type[Noun]]:
    """Every kind of record, and of part of one."""
    yield kind
    for narrower in kind.__subclasses__():
        yield from _kinds(narrower)
