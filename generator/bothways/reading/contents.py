"""What one file holds, and what it says of who and what there is."""

from collections.abc import Iterable, Sequence
from functools import cached_property

from bothways.model.names import Names, Naming
from bothways.problems import Problem, serious
from bothways.reading.files import SourceFile
from bothways.reading.gather import Found, with_id
from bothways.reading.kinds import BY_NAME, Kind
from bothways.reading.portions import Portion


class Contents:
    """The portions of one file, put together once."""

    def __init__(self, source: SourceFile, portions: Iterable[Portion]) -> None:
        self.source, self.portions = source, tuple(portions)

    @property
    def kind(self) -> Kind:
        """Of what it holds records."""
        return BY_NAME[self.source.kind]

    @cached_property
    def found(self) -> Sequence[Found]:
        """Its records; those of conversations have their ids later."""
        return tuple(record for portion in self.portions for record in portion.found)

    @cached_property
    def problems(self) -> Sequence[Problem]:
        """What is wrong with how it is written, and hints."""
        return tuple(problem for portion in self.portions for problem in portion.problems)

    @cached_property
    def can_be_kept(self) -> bool:
        """Whether all of it may be used again."""
        return all(portion.can_be_kept for portion in self.portions)

    @cached_property
    def namings(self) -> Sequence[Naming]:
        """What it says of who and what there is."""
        unknown = serious(self.problems) or not all(portion.is_whole for portion in self.portions)
        named = (record.naming for record in self.found if record.naming)
        return (Naming(self.kind.noun, None), *named) if unknown else tuple(named)

    def with_ids(self, names: Names) -> Sequence[Found]:
        """Its records, all with their ids."""
        return tuple(with_id(record, names) for record in self.found)
