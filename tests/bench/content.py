"""What every tool builds: a guide of 40 pages and a page for each person, made up the same way every time.

The guide is the one that comes with bothways, as bothways cannot leave it out, and as many pages of 800 words as are
missing. A person has 150 words, a table of what happened, a list of things to do, and three links to others.
"""

import random
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

CHAPTERS = 40
SECTIONS, WORDS_IN_SECTION = 10, 80
PARAGRAPHS, WORDS_IN_PARAGRAPH = 3, 50
HAPPENED, LINKS = 4, 3
DAY = date(2026, 12, 1)
"""The day of every build."""

MARK = "unedited"
"""Stands in what is edited in the course of the measurements, and is replaced there."""
PERSON, CHAPTER = 0, "more-0.md"
"""The person and the chapter that are edited."""

WORDS = (
    "kitchen menu bread garden ward supper morning market river bakery recipe harvest table neighbour school lesson "
    "friend letter visit season onion oven shift plan question answer"
).split()


@dataclass(frozen=True)
class Person:
    """Somebody, and all that stands on their page."""

    name: str
    text: tuple[str, ...]
    """Paragraphs."""
    happened: tuple[tuple[date, str], ...]
    """The table: when, and what."""
    done: str
    to_do: str
    """The list of things to do: one that was done, one that was not."""
    knows: tuple[str, ...]
    """The links, by name."""

    @property
    def page(self) -> str:
        """The name of their page, without its end."""
        return self.name.lower().replace(" ", "-")


@dataclass(frozen=True)
class Content:
    """All of it."""

    chapters: Mapping[str, str]
    """The guide's pages in Markdown, by file."""
    people: tuple[Person, ...]

    @property
    def own_chapters(self) -> Mapping[str, str]:
        """Those that are not part of bothways' own guide."""
        return {file: text for file, text in self.chapters.items() if file.startswith("more-")}


def content(people: int, guide: Path, seed: int = 0) -> Content:
    """The content with so many people. `guide`: the folder of the guide that comes with bothways.

    Another `seed` makes other people.
    """
    chance = random.Random(seed)
    chapters = {file.relative_to(guide).as_posix(): file.read_text(encoding="utf-8") for file in _chapters(guide)}
    missing = range(CHAPTERS - len(chapters))
    names = [f"{_word(chance)} {_word(chance)} {number}".title() for number in range(people)]
    return Content(
        chapters | {f"more-{number}.md": _chapter(chance, number) for number in missing},
        tuple(_person(chance, number, names) for number in range(people)),
    )


def _chapters(guide: Path) -> list[Path]:
    return [file for file in sorted(guide.rglob("*.md")) if file.parent.name != "messages"]


def _chapter(chance: random.Random, number: int) -> str:
    sections = "\n".join(f"## {_line(chance, 4)}\n\n{_line(chance, WORDS_IN_SECTION)}.\n" for _ in range(SECTIONS))
    return f"# {_line(chance, 3)}\n\n{sections}\n{MARK if number == 0 else _word(chance)}\n"


def _person(chance: random.Random, number: int, names: list[str]) -> Person:
    paragraphs = [_line(chance, WORDS_IN_PARAGRAPH) for _ in range(PARAGRAPHS)]
    if number == PERSON:
        paragraphs[0] = f"{MARK} {paragraphs[0].partition(' ')[2]}"
    return Person(
        name=names[number],
        text=tuple(paragraphs),
        happened=tuple(sorted((DAY - timedelta(chance.randint(1, 300)), _line(chance, 4)) for _ in range(HAPPENED))),
        done=_line(chance, 5),
        to_do=_line(chance, 5),
        knows=tuple(chance.sample(names[:number] + names[number + 1 :], LINKS)),
    )


def _line(chance: random.Random, words: int) -> str:
    return " ".join(_word(chance) for _ in range(words))


def _word(chance: random.Random) -> str:
    return chance.choice(WORDS)
