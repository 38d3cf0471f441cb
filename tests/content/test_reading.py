"""How the guide reads: easy, in short sentences, in plain British English. On prose only: no code, tables or headings."""

import re
from collections import Counter

import pytest
import textstat

from content.chapters import CHAPTERS, Chapter, prose
from content.plain_english import AMERICAN, FILLER, american_in, filler_in

EASY = 8
"""The Flesch-Kincaid grade that issue 4 asks for."""
LONG = 25
"""Words: a sentence of more is long."""
FEW = 0.05
"""The share of sentences that may be long."""
NAMES = "Life Works Coach Center|Journal of Labor Economics|Organization Science"
LOOKED_UP = ("format.md", "reading-problems.md", "glossary.md", "sources.md")
"""Pages that are looked up, not read: titles and names of others raise their grade, so they count in the average only."""


def sentences(chapter: Chapter) -> list[str]:
    """Its sentences; the end of a paragraph ends one."""
    found = []
    for paragraph in chapter.paragraphs:
        found += re.split(r"(?<=[.?!:])[\"”’')]*\s+(?=[\"“A-Z0-9])", prose(paragraph))
    return [sentence for sentence in found if re.search(r"[A-Za-z]", sentence)]


def grade(chapter: Chapter) -> float:
    """The Flesch-Kincaid grade of its prose: every paragraph ends a sentence."""
    ended = [said if said.endswith((".", "?", "!")) else f"{said}." for said in map(prose, chapter.paragraphs)]
    return float(textstat.flesch_kincaid_grade(" ".join(ended)))


def test_the_guide_reads_easily_on_average():
    """Grade 8 or easier, over all chapters."""
    grades = {name: grade(chapter) for name, chapter in CHAPTERS.items()}
    assert len(grades) >= 29
    assert sum(grades.values()) / len(grades) <= EASY, grades


@pytest.mark.parametrize("name", [name for name in CHAPTERS if name not in LOOKED_UP])
def test_a_chapter_reads_easily(name):
    """Grade 8 or easier, each."""
    assert grade(CHAPTERS[name]) <= EASY


@pytest.mark.parametrize("name", CHAPTERS)
def test_sentences_are_short(name):
    """Of twenty sentences, at most one has more than 25 words."""
    said = sentences(CHAPTERS[name])
    long = [sentence for sentence in said if len(sentence.split()) > LONG]
    assert len(said) > 10
    assert len(long) <= FEW * len(said), "\n".join(long)


@pytest.mark.parametrize("name", CHAPTERS)
def test_nothing_is_shouted_and_nothing_is_filler(name):
    """No exclamation mark, no word that says nothing, no American spelling."""
    paragraphs = CHAPTERS[name].paragraphs
    text = " ".join(map(prose, paragraphs))
    # Titles of books, in italics, and names are spelt as their owners spell them.
    ours = " ".join(prose(re.sub(rf"\*[^*]+\*|{NAMES}", "", paragraph)) for paragraph in paragraphs)
    assert "!" not in text.replace("`!`", "")
    assert filler_in(text) == []
    assert american_in(ours) == []


@pytest.mark.parametrize("name", CHAPTERS)
def test_every_heading_can_be_linked_to(name):
    """Each but the title has an id, and no two share one."""
    ids = [heading.id for heading in CHAPTERS[name].headings[1:]]
    assert None not in ids, [heading.words for heading in CHAPTERS[name].headings[1:] if not heading.id]
    assert [anchor for anchor, times in Counter(ids).items() if times > 1] == []


def test_the_control_hard_text_is_noticed():
    """A long sentence of long words, an exclamation mark, filler and American spelling are all found."""
    hard = Chapter(
        "hard.md",
        "Organizational stakeholders should proactively leverage interdisciplinary relationships, notwithstanding "
        "considerable and persistent institutional impediments, in order to facilitate the continuous identification of "
        "professionally advantageous opportunities across heterogeneous communities.",
    )
    assert grade(hard) > EASY
    assert len(sentences(hard)[0].split()) > LONG
    assert filler_in("We simply leverage our network.") == ["simply", "leverage"]
    assert american_in("My favorite color, in the center") == ["favorite", "color", "center"]
    assert len(AMERICAN) > 40
    assert len(FILLER) > 20
