"""What was written, with every place, as a value that can be compared."""

from typing import Any

from bothways.reading.written import WrittenList, WrittenMapping


def plain(written: Any) -> Any:
    """What was written with every place, as a value that can be compared."""
    if isinstance(written, WrittenMapping):
        return "fields", written.place, [(key, at, plain(written.get(key))) for key, at in written.keys_at.items()]
    if isinstance(written, WrittenList):
        return "list", written.place, [plain(item) for item in written]
    return (str(written), written.place) if written is not None else None
