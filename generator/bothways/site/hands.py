"""Several hands: the pages of a large site are written by a process for each processor."""

import gc
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeVar

Made = TypeVar("Made")

MANY = 200
"""Pages. Below, to begin another process takes as long as it saves."""
HANDS = 4
"""At most: each needs memory of its own."""
ROUND = 600
"""Pages. A hand needs memory for all that it has touched: after so many another one begins."""

_work: Callable[[str], Any]
"""What a hand does, in its own process."""


def spread(addresses: Sequence[str], work: Callable[[str], Made], at_most: int = HANDS) -> Iterator[Made]:
    """What `work` makes of each address, in any order. Each hand knows all that this process knows by now.

    Systems that cannot double a process have one hand. Where another hand fails, its share is done here: what is wrong
    is then raised as ever.
    """
    hands = min(at_most, len(os.sched_getaffinity(0)) if sys.platform == "linux" else 1)
    if hands < 2 or len(addresses) < MANY:
        yield from map(work, addresses)
        return
    # The garbage collector would look through all that is there, again and again, and write beside it what it found:
    # so each hand would have to have a copy of its own.
    gc.freeze()
    try:
        rounds = -(-len(addresses) // ROUND)
        for number in range(rounds):
            yield from _round(addresses[number::rounds], work, hands)
    finally:
        gc.unfreeze()


def _round(addresses: Sequence[str], work: Callable[[str], Made], hands: int) -> Iterator[Made]:
    # A small site has no use for what it takes to begin a process.
    import multiprocessing  # noqa: PLC0415
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415

    mine, *theirs = (addresses[first::hands] for first in range(hands))
    doubled = multiprocessing.get_context("fork")
    with ProcessPoolExecutor(len(theirs), doubled, initializer=_begin, initargs=(work,)) as pool:
        made = [pool.submit(_do, share) for share in theirs]
        yield from map(work, mine)
        for share, several in zip(theirs, made, strict=True):
            yield from map(work, share) if several.exception() else several.result()


def _begin(work: Callable[[str], Any]) -> None:
    global _work  # noqa: PLW0603  # a process of its own, which does nothing else
    _work = work


def _do(addresses: Sequence[str]) -> list[Any]:
    return list(map(_work, addresses))
