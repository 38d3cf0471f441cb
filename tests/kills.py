"""Kills a piece of work at each of its operations on files, as if the power went: what is left must be the old or the new.

Random moments prove little: a swap that was broken on purpose passed forty of them.
"""

import builtins
import io
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Self

from bothways.site import swap as site_swap

OPERATIONS = ("mkdir", "rmdir", "chmod", "utime", "fsync", "replace", "rename", "link", "unlink", "remove", "open")
KILLED = 9


def killed_at(number: int, work: Callable[[], None]) -> bool:
    """Does the work in a process of its own that dies before its operation of this number.

    Gives whether it died. Half of what is to be written is written when it dies while writing.
    """
    child = os.fork()
    if child == 0:
        left = [number]

        def count() -> None:
            left[0] -= 1
            if left[0] < 0:
                os._exit(KILLED)

        for name in OPERATIONS:
            _count_calls(os, name, count)
        _count_calls(site_swap, "exchanged", count)
        _write_by_halves(count)
        try:
            work()
        except BaseException:  # noqa: BLE001  # the parent reads the code
            os._exit(1)
        os._exit(0)
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    assert code in (0, KILLED)
    return code == KILLED


def states_after_each_kill(
    folder: Path, begin: Callable[[Path], Callable[[], None]], look: Callable[[Path], Any]
) -> Iterator[tuple[int, Any]]:
    """What is seen in a folder, whenever the work in it is killed; the last time it is not.

    `begin` fills an empty folder and gives the work to be done there, `look` says what is there afterwards.
    """
    number, died = 0, True
    while died:
        place = folder / str(number)
        place.mkdir(parents=True)
        died = killed_at(number, begin(place))
        yield number, look(place)
        number += 1


def _count_calls(module: Any, name: str, count: Callable[[], None]) -> None:
    real = getattr(module, name)

    def counted(*words: Any, **more: Any) -> Any:
        count()
        return real(*words, **more)

    setattr(module, name, counted)


def _write_by_halves(count: Callable[[], None]) -> None:
    real = io.open

    class Halves:
        def __init__(self, file: Any) -> None:
            self.file = file

        def __enter__(self) -> Self:
            return self

        def __exit__(self, *_: object) -> None:
            self.file.close()

        def __getattr__(self, name: str) -> Any:
            return getattr(self.file, name)

        def write(self, data: Any) -> None:
            count()
            self.file.write(data[: len(data) // 2])
            self.file.flush()
            count()
            self.file.write(data[len(data) // 2 :])

    def opened(file: Any, mode: str = "r", *words: Any, **more: Any) -> Any:
        count()
        there = real(file, mode, *words, **more)
        return Halves(there) if "w" in mode else there

    io.open = builtins.open = opened
