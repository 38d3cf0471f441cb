"""What was taken out, for the second lock: none of it may be found in what is made from the smaller workbook."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from bothways.audience.masks import Mask
from bothways.audience.name_index import words_of
from bothways.model.me import Me
from bothways.model.people import Person
from bothways.model.workbook import Workbook

SHORTEST_TEXT, FEWEST_WORDS = 16, 3
"""Characters and words: what is shorter may well stand somewhere by chance. Ours."""


@dataclass(frozen=True)
class TakenOut:
    """Strings to look for, in any case and Unicode form."""

    names: frozenset[str]
    """Whole names of people and things that are hidden."""
    words: frozenset[str]
    """Words of people's names that count alone, folded: no everyday words, and none that a shown name has."""
    details: frozenset[str]
    """Addresses, telephone numbers and links."""
    texts: frozenset[str]
    """Lines of what was left out, but for those that stand in a shown field too."""

    def all(self) -> frozenset[str]:
        """All of it."""
        return self.names | self.words | self.details | self.texts


def taken_out(masks: Sequence[Mask], workbook: Workbook, left_out: Iterable[str], shown: Iterable[str]) -> TakenOut:
    """All that the masks hide, everybody's contact details, and the texts `left_out` that are not `shown` as well."""
    open_words = {word for mask in masks if not mask.is_hidden for word in _words(mask)}
    hidden = [mask for mask in masks if mask.is_hidden]
    hidden_names = {name for mask in masks for name in mask.hidden_names}
    shown_all = "\n".join(map(_plain, shown))
    lines = {_plain(line) for text in left_out for line in text.splitlines()}
    return TakenOut(
        names=frozenset(name for name in hidden_names if len(name.split()) > 1 or not name.isascii()),
        words=frozenset(
            word for mask in hidden if mask.kind == "people" for word in words_of(mask).strong - open_words
        ),
        details=frozenset(detail for several in contact_details(workbook) for detail in several),
        texts=frozenset(line for line in lines if _is_long(line) and line not in shown_all),
    )


def contact_details(workbook: Workbook) -> tuple[list[str], list[str], list[str]]:
    """The e-mail addresses, telephone numbers and links of everybody, the owner and the coach among them."""
    people: list[Me | Person] = [*([workbook.me] if workbook.me else []), *workbook.people]
    coach = workbook.me.coach if workbook.me else None
    addresses = [one.email for one in (*people, *([coach] if coach else [])) if one.email]
    return addresses, [one.phone for one in people if one.phone], [link for one in people for link in one.links]


def _is_long(line: str) -> bool:
    return len(line) >= SHORTEST_TEXT and len(line.split()) >= FEWEST_WORDS


def _plain(text: str) -> str:
    return " ".join(text.split())


def _words(mask: Mask) -> Iterator[str]:
    words = words_of(mask)
    yield from (*words.strong, *words.weak)
