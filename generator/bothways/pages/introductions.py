"""Introductions: who led to whom, as a drawing and as a list; what came of it, where it began; who knows whom."""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import NamedTuple

from bothways.derive.facts import Facts
from bothways.derive.introductions import Chain, Harvest, Introductions, Member, Tree
from bothways.model.days import MONTHS
from bothways.model.organisations import Organisation
from bothways.model.refs import key_of
from bothways.model.words import capital, count, joined
from bothways.pages.environment import Values, page
from bothways.pages.map_drawing import REMARK, Drawing, Line, columns_of, draw, rows
from bothways.pages.map_fold import fold
from bothways.pages.navigation import PEOPLE
from bothways.pages.page import Page
from bothways.pages.text_width import shortened

FIRST_LINES = """\
- name: Dana Okafor
  introduced_by: Bea Ostrander
  met_at: the choir"""

OUTCOMES = {
    "role": "Role at {}",
    "created-role": "A role made for you at {}",
    "client": "Client: {}",
    "partner": "Partner: {}",
    "none": "",
}
ONE_PICTURE = 80
"""Lines that one picture holds; where there are more, every beginning has its own, folded."""
MOST_DRAWN = 36
"""Lines of a tree that are drawn; of a larger one, the largest branches. It still prints on a page and can be read."""
WORTH_A_PICTURE = 4
"""People in a beginning that gets a picture, where every beginning has its own; smaller ones are in the list."""
ROWS_ON_PAPER = 28
"""Rows of one drawing, where trees can be parted: what a page of A4 or Letter holds at a size that can be read."""
FITS_A_PHONE = 380.0
"""A drawing no wider than this, of no more than a few people, is read as it is: nothing is said of its size."""
A_FEW = 8
"""People, at most, for that."""
APART = 90.0
"""Room beside a name, for the words that tell it from the same name."""
LIST_OPEN = 40
"""Names that a list shows at once; a longer one is folded."""
TIES = ("close", "warm", "loose", "new", "dormant")


class Row(NamedTuple):
    """An entry of the nested list."""

    member: Member | None
    """Somebody; None for what came of it."""
    outcome: Organisation | None
    words: str
    """What came of it, in words."""
    leads: bool
    """Whether entries below it follow."""
    closes: int
    """How many levels end after it."""


class Picture(NamedTuple):
    """One or more drawings in a frame, with what stands round it."""

    heading: str
    """Whose tree it is, where every tree has its own picture."""
    people: int
    drawings: tuple[Drawing, ...]

    @property
    def is_small(self) -> bool:
        """Whether there is nothing to make larger, smaller or to scroll."""
        return self.people <= A_FEW and all(drawing.width <= FITS_A_PHONE for drawing in self.drawings)


class Found(NamedTuple):
    """What came of it, with the way there in links."""

    organisation: Organisation
    words: str
    chains: tuple[Chain, ...]
    began: tuple[str, ...]
    """Where each of the ways began, as far as it is written."""


def pages(facts: Facts) -> Iterator[Page]:
    """The one page."""
    yield page("introductions.html", "introductions.html", "Introductions", PEOPLE, partial(_values, facts))


def _values(facts: Facts) -> Values:
    """What the page shows."""
    led = facts.introductions
    trees = [_lines(tree, facts.namesakes) for tree in led.trees]
    pairs = [(key_of(one), key_of(other)) for one, other in facts.acquaintances]
    pictures = tuple(_pictures(trees, pairs))
    return {
        "today": facts.day,
        "lede": _lede(led),
        "pictures": pictures,
        "has_large": not all(picture.is_small for picture in pictures),
        "smaller": len(trees) - len(pictures) if _is_large(trees) else 0,
        "has_fruit": any(drawing.fruit_branches for picture in pictures for drawing in picture.drawings),
        "has_promises": any(member.is_promised for tree in led.trees for member in tree.members),
        "has_joined": any(drawing.acquaintances for picture in pictures for drawing in picture.drawings),
        "more": _more(pictures),
        "rows": tuple(row for tree, lines in zip(led.trees, trees, strict=True) for row in _rows(tree, lines)),
        "found": tuple(_found(harvest, led) for harvest in led.harvests),
        "acquaintances": facts.acquaintances,
        "alone": led.alone,
        "ties": tuple(_ties(facts)),
        "places": tuple(place for place in facts.progress.places if place.led_to or place.outcomes or place.talks),
        "outcome_words": {
            str(harvest.organisation.id): outcome_words(harvest.organisation) for harvest in led.harvests
        },
        "namesakes": facts.namesakes,
        "list_open": LIST_OPEN,
        "first_lines": FIRST_LINES,
    }


def outcome_words(organisation: Organisation) -> str:
    """What came of it at an organisation, such as `Client: Tidewick Rowing Club`; empty for nothing."""
    return OUTCOMES[organisation.outcome.what].format(organisation.name) if organisation.outcome else ""


def _lede(led: Introductions) -> str:
    people = sum(len(tree.members) for tree in led.trees)
    beginnings = count(len(led.trees), "beginning")
    said = f"Who led to whom. {capital(count(people, 'person', 'people'))}, from {beginnings}."
    fruitful = [tree.beginning.who.name for tree in led.trees if tree.beginning.bore_fruit]
    if not fruitful:
        return said
    branches = capital(count(len(fruitful), "branch", "branches"))
    if len(fruitful) > 3:
        return f"{said} {branches} bore fruit."
    began = "it began" if len(fruitful) == 1 else "they began"
    return f"{said} {branches} bore fruit; {began} with {joined(fruitful)}."


def _lines(tree: Tree, namesakes: Mapping[str, str]) -> list[Line]:
    """The lines of a tree: its people, and what came of it right after those it came through."""
    lines: list[Line] = []
    place_of: list[int] = []
    for member in tree.members:
        place_of.append(len(lines))
        lines.append(
            Line(
                key=member.key,
                text=member.who.name,
                led_by=None if member.led_by is None else place_of[member.led_by],
                depth=member.depth,
                address=f"people/{member.who.id}.html" if member.who.id else "",
                beside="promised" if member.is_promised else shortened(namesakes.get(member.key, ""), REMARK, APART),
                below=_where(member) if member.led_by is None else "",
                bears=member.bore_fruit,
            )
        )
        lines += [
            Line(
                key=f"outcome:{organisation.id}:{member.key}",
                text=outcome_words(organisation),
                led_by=place_of[-1],
                depth=member.depth + 1,
                address=f"organisations/{organisation.id}.html",
                is_fruit=True,
                bears=True,
            )
            for organisation in member.outcomes
        ]
    return lines


def _where(member: Member) -> str:
    if not member.person:
        return ""
    at, on = member.person.met_at, member.person.met_on
    return at.name if at else f"met in {MONTHS[on.month - 1]} {on.year}" if on else ""


def _rows(tree: Tree, lines: Sequence[Line]) -> Iterator[Row]:
    outcomes = {f"outcome:{one.id}:{member.key}": one for member in tree.members for one in member.outcomes}
    members = {member.key: member for member in tree.members}
    for at, line in enumerate(lines):
        next_depth = lines[at + 1].depth if at + 1 < len(lines) else 0
        yield Row(
            member=members.get(line.key),
            outcome=outcomes.get(line.key),
            words=line.text if line.is_fruit else "",
            leads=next_depth > line.depth,
            closes=max(0, line.depth - next_depth),
        )


def _pictures(trees: Sequence[Sequence[Line]], pairs: Sequence[tuple[str, str]]) -> Iterator[Picture]:
    """One picture of everything; of many people, one for each beginning that led to a few."""
    if not trees:
        return
    if not _is_large(trees):
        columns = columns_of(trees)
        drawings = tuple(draw(together, pairs, columns) for together in _parted(trees))
        yield Picture("", sum(map(_people, trees)), drawings)
        return
    for tree in trees:
        if _people(tree) >= WORTH_A_PICTURE or any(line.is_fruit for line in tree):
            yield Picture(tree[0].text, _people(tree), (draw([fold(tree, MOST_DRAWN)], pairs),))


def _is_large(trees: Sequence[Sequence[Line]]) -> bool:
    return sum(map(len, trees)) > ONE_PICTURE


def _more(pictures: Sequence[Picture]) -> Mapping[str, str]:
    """Where the list has those who are not drawn: an anchor for each line that stands for several."""
    lines = (name.line for picture in pictures for drawing in picture.drawings for name in drawing.names)
    return {line.key: f"list-{number}" for number, line in enumerate((line for line in lines if line.is_more), 1)}


def _people(tree: Sequence[Line]) -> int:
    return sum(not line.is_fruit for line in tree)


def _parted(trees: Sequence[Sequence[Line]]) -> Iterator[list[Sequence[Line]]]:
    """Trees in their order, as many together as a page of paper holds."""
    together: list[Sequence[Line]] = []
    for tree in trees:
        if together and sum(map(rows, together)) + rows(tree) > ROWS_ON_PAPER:
            yield together
            together = []
        together.append(tree)
    yield together


def _found(harvest: Harvest, led: Introductions) -> Found:
    beginnings = [led.tree_of[key_of(chain[0])].beginning for chain in harvest.chains]
    return Found(
        harvest.organisation,
        outcome_words(harvest.organisation),
        harvest.chains,
        tuple(_where(beginning) for beginning in beginnings),
    )


def _ties(facts: Facts) -> Iterator[tuple[str, int]]:
    for tie in TIES:
        number = sum(person.tie == tie for person in facts.workbook.people)
        if number:
            yield tie, number
