"""A frame as one file and back: a few lines of JSON that say where each part lies, then the parts."""

import json

from bothways.site.frame import Frame, Part

KINDS = ("files", "chapters", "shells")


def packed(frame: Frame) -> bytes:
    """The frame as bytes."""
    parts = [(kind, name, part) for kind in KINDS for name, part in getattr(frame, kind).items()]
    contents = [[kind, name, len(part.data), part.digest, part.tools] for kind, name, part in parts]
    about = {"name": frame.name, "search": frame.search, "entries": frame.entries, "contents": contents}
    return b"\n".join([json.dumps(about).encode(), b"".join(bytes(part.data) for _, _, part in parts)])


def unpacked(data: bytes) -> Frame:
    """The frame that was packed into these bytes. They are known to be whole."""
    about, _, _ = data.partition(b"\n")
    told = json.loads(about)
    parts: dict[str, dict[str, Part]] = {kind: {} for kind in KINDS}
    view, start = memoryview(data), len(about) + 1
    for kind, name, length, digest, tools in told["contents"]:
        parts[kind][name] = Part(view[start : start + length], digest, tuple(tools))
        start += length
    return Frame(told["name"], told["search"], told["entries"], **parts)
