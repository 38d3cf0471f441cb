"""A frame made ahead of time, in a process of its own, while this one loads its modules and reads the workbook.

All that process does is fill the cache: whatever becomes of it, the build finds the frame there or makes it itself.
Loads little, so that the process begins as soon as the command does.
"""

import gc
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bothways.site.cache import Cache
from bothways.site.guide import files_of_guide
from bothways.site.home import read_settings
from bothways.site.outline import Outline, as_text, frame_made_of, frame_name, from_text

Ahead = subprocess.Popen[bytes]
"""The process that makes a frame."""


@contextmanager
def made_ahead(folder: Path, outline: Outline) -> Iterator[Ahead | None]:
    """Makes the frame meanwhile, in another process, where none is kept and there is a processor free for it."""
    process = _begun(folder, outline) if (os.cpu_count() or 1) > 1 and sys.executable else None
    try:
        yield process
    finally:
        if process:
            process.terminate()
            process.wait()


def _begun(folder: Path, outline: Outline) -> Ahead | None:
    settings = read_settings(folder)
    cache = Cache(folder)
    if settings.made_of is None or not cache.can_keep:
        return None
    if cache.get(frame_name(outline), frame_made_of(outline, files_of_guide(settings.content), settings.made_of)):
        return None
    nothing = subprocess.DEVNULL
    # -P: a folder of that name in the person's own is not our package.
    words = (sys.executable, "-P", "-m", __name__, str(folder), as_text(outline))
    return subprocess.Popen(words, stdin=nothing, stdout=nothing, stderr=nothing)  # noqa: S603  # our own words


def _main(folder: Path, outline: Outline) -> None:
    # All that is made stays in use to the end.
    gc.disable()
    # So that MkDocs' temporary folder goes too.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    settings = read_settings(folder)
    from bothways.site.frame_kept import Frames  # noqa: PLC0415  # it brings what this process alone needs

    Frames(folder, Cache(folder)).make(outline, files_of_guide(settings.content), settings)


if __name__ == "__main__":
    _main(Path(sys.argv[1]), from_text(sys.argv[2]))
