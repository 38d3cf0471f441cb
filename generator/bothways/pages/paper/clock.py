"""The clock of a talk: how long each of its parts takes, and when it begins."""

from collections.abc import Sequence
from datetime import time

HELLO, MYSELF, BOTH_WAYS, CLOSE = (0.15, 5), (0.05, 2), (0.2, 10), (0.05, 3)
"""The share of the talk that each part takes, and at most how many minutes: 3, 1, 4 and 1 of 20, as the guide says."""


def lengths(minutes: int, weights: Sequence[int]) -> tuple[int, ...]:
    """The minutes of hello, of myself, of each part with questions by its weight, of both ways, and of the close.

    Empty where the talk is too short to be cut into so many parts.
    """
    hello, myself, both_ways, close = (
        min(max(1, round(minutes * share)), most) for share, most in (HELLO, MYSELF, BOTH_WAYS, CLOSE)
    )
    rest = minutes - hello - myself - both_ways - close
    if rest < len(weights):
        return ()
    return (hello, myself, *_shared(rest, weights), both_ways, close)


def _shared(minutes: int, weights: Sequence[int]) -> list[int]:
    """The minutes shared out by weight, at least one each."""
    found, left, weight_left = [], minutes, sum(weights)
    for place, weight in enumerate(weights):
        still_to_come = len(weights) - place - 1
        share = max(1, min(round(left * weight / weight_left), left - still_to_come))
        found.append(share)
        left, weight_left = left - share, weight_left - weight
    return found


def clock(begins: time | None, minutes: int) -> str:
    """The time so many minutes after the beginning: `10:34`; without a beginning, `minute 4`."""
    if begins is None:
        return f"minute {minutes}"
    hours, rest = divmod(begins.hour * 60 + begins.minute + minutes, 60)
    return f"{hours % 24:02}:{rest:02}"
