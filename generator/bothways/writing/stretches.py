"""Where each record of a file stands, so that who reads or edits one of them need not read the others."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from bothways.problems import Place
from bothways.reading.contents import Contents
from bothways.reading.outline import Part, outline
from bothways.writing.change import Add, Change, Path, Take


@dataclass(frozen=True)
class Stretch:
    """Records that follow each other in a file, or all of it. Places in its text are counted in characters, from 0."""

    text: str
    start: int
    """Where it begins in the file."""
    end: int
    first_line: int
    """The line of the file on which it begins, counted from 1."""
    first: int = 0
    """The number of its first record, counted from 0."""
    count: int = 0
    """How many records it has."""

    def here(self, change: Change) -> Change:
        """A change of the file as one of the stretch."""
        return replace(change, path=_moved(change.path, -self.first))


class Excerpt:
    """What stands where in a stretch. Lines and paths are those of the file, places those of the stretch."""

    def __init__(self, stretch: Stretch) -> None:
        self._stretch, self.outline = stretch, outline(stretch.text)

    @property
    def text(self) -> str:
        """It, as it is written."""
        return self._stretch.text

    def path(self, place: Place) -> Path:
        """The path of the value that was read at a place."""
        path = self.outline.at(place.line - self._stretch.first_line + 1, place.column)
        assert path is not None, "what was read has a place in its file"
        return _moved(path, self._stretch.first)

    def part(self, path: Path) -> Part | None:
        """The value at a path."""
        return self.outline.part(_moved(path, -self._stretch.first))


class Stretches:
    """The records of one file, portion by portion as it was read. A file that was read in one has one stretch."""

    def __init__(self, contents: Contents) -> None:
        self._text = contents.source.text
        portions = contents.portions
        ends = list(accumulate((len(portion.text) for portion in portions), initial=0))
        above = len(self._text) - ends[-1]
        is_parted = len(portions) > 1 and self._text.endswith("".join(portion.text for portion in portions))
        self._portions = portions if is_parted else ()
        self._starts = [above + end for end in ends]
        self._numbers = list(accumulate((len(portion.found) for portion in portions), initial=0))
        self._lines = [portion.line for portion in self._portions]

    @property
    def is_parted(self) -> bool:
        """Whether the file has several."""
        return bool(self._portions)

    def around(self, line: int) -> Stretch:
        """The one in which a line is."""
        if not self._portions:
            return self._whole
        place = max(bisect_right(self._lines, line - 1) - 1, 0)
        return self._between(place, place)

    def touched_by(self, changes: Iterable[Change]) -> Iterator[tuple[Stretch, Sequence[Change]]]:
        """The stretches that changes touch, with their neighbours where these count; the last first."""
        if not self._portions:
            yield self._whole, list(changes)
            return
        reaches = sorted((self._reach(change) for change in changes), key=lambda reach: reach[:2])
        joined: list[tuple[int, int, list[Change]]] = []
        for first, last, change in reaches:
            if joined and first <= joined[-1][1]:
                joined[-1] = joined[-1][0], max(last, joined[-1][1]), [*joined[-1][2], change]
            else:
                joined.append((first, last, [change]))
        for first, last, several in reversed(joined):
            yield self._between(first, last), several

    @property
    def _whole(self) -> Stretch:
        return Stretch(self._text, 0, len(self._text), 1)

    def _between(self, first: int, last: int) -> Stretch:
        # Remarks above the first record are its own: it may be the one that goes.
        start = self._starts[first] if first else 0
        end = self._starts[last + 1]
        line = self._lines[first] + 1 if first else 1
        number = self._numbers[first]
        return Stretch(self._text[start:end], start, end, line, number, self._numbers[last + 1] - number)

    def _reach(self, change: Change) -> tuple[int, int, Change]:
        """From which portion to which a change looks: one that takes away looks at what is above and below."""
        final = len(self._portions) - 1
        match change:
            case Add(path=()):
                numbers = self._numbers
                above = next((place for place in range(final, 0, -1) if numbers[-1] - numbers[place] > 1), 0)
                return above, final, change
            case Take(path=(number,)):
                place = self._place(number)
                return max(place - 1, 0), min(place + 1, final), change
        place = self._place(change.path[0])
        return place, min(place + 1, final), change

    def _place(self, number: int | str) -> int:
        assert isinstance(number, int), "the records of a list are numbered"
        return bisect_right(self._numbers, number, hi=len(self._portions)) - 1


def _moved(path: Path, by: int) -> Path:
    """A path whose record has another number."""
    return (path[0] + by, *path[1:]) if path and isinstance(path[0], int) else path
