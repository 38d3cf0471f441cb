"""Every figure of the guide carries its source and how strong that is, and what does not hold is used nowhere."""

import posixpath
import re

import pytest

from content.chapters import CHAPTERS, Chapter
from content.claims import claim_in, claims, passages

STRENGTHS = ("strong", "vendor", "practice", "contested")
NOT_READ_AS_CLAIMS = ("sources.md", "format.md", "reading-problems.md")
"""The sources themselves, which carry their marks one by one; and two pages about the files."""

_PROOF = re.compile(
    r"\[(?P<words>[^\]]*)\]\((?P<to>[^)#]*)#?(?P<anchor>[^)]*)\)\{ ?\.bw-proof data-is=(?P<strength>\w+) ?\}"
)

DO_NOT_USE = {
    "advert-70": r"\b70 in 100\b|\b70 ?%",
    "adler-85": r"\b85 in 100\b|\b85 ?%|\beighty-five\b",
    "offline-78": r"\b78 in 100\b|\b78 ?%",
    "hidden-jobs": r"\b(?:70|80)(?: to 80)? in 100 jobs\b",
    "twelve-of-thirteen": r"\b12 (?:of|out of) 13\b",
    "unsourced": r"\b5 in 100\b|\bonly 5 ?%",
    "screens": r"\b52 in 100\b|\b52 ?%",
}
"""What the evidence says not to use, by its entry in `sources.md`, and how it would be written."""
MAY_NAME_THEM = ("sources.md", "why.md")


def proofs(text: str) -> list[re.Match[str]]:
    return list(_PROOF.finditer(text))


def unproved(chapter: Chapter) -> list[str]:
    """The passages of a chapter with a figure and no mark."""
    return [passage for passage in claims(chapter) if not proofs(passage)]


def strengths() -> dict[str, str]:
    """The strength of each source, as its own entry says: the mark that leads to itself."""
    found = {}
    for heading in CHAPTERS["sources.md"].headings:
        own = [proof for proof in proofs(heading.text) if not proof["to"] and proof["anchor"] == heading.id]
        if own and heading.id:
            found[heading.id] = own[0]["strength"]
    return found


@pytest.mark.parametrize("name", [name for name in CHAPTERS if name not in NOT_READ_AS_CLAIMS])
def test_every_figure_carries_its_mark(name):
    """In the same paragraph, item or row."""
    assert unproved(CHAPTERS[name]) == []


def test_there_are_figures_to_look_at():
    """The walk does not go past an empty house."""
    assert len(claims(CHAPTERS["why.md"])) >= 15
    assert sum(len(claims(chapter)) for chapter in CHAPTERS.values()) >= 50


@pytest.mark.parametrize("name", CHAPTERS)
def test_every_mark_leads_to_its_source_and_says_its_strength(name):
    """The anchor is there, and the mark says what the source says of itself. The front page explains the marks alone."""
    known = strengths()
    assert len(known) >= 30
    for proof in proofs(CHAPTERS[name].text):
        assert proof["strength"] in STRENGTHS
        to = posixpath.normpath(posixpath.join(posixpath.dirname(name), proof["to"] or name.rpartition("/")[2]))
        assert to == "sources.md", proof[0]
        if proof["anchor"] and proof["anchor"] != "practice":
            assert known.get(proof["anchor"]) == proof["strength"], proof[0]
        elif not proof["anchor"]:
            assert name == "index.md"


@pytest.mark.parametrize("name", CHAPTERS)
def test_every_mark_says_a_strength_that_the_styles_know(name):
    """None is written by hand in another way."""
    assert CHAPTERS[name].text.count(".bw-proof") == len(proofs(CHAPTERS[name].text))


@pytest.mark.parametrize("entry", DO_NOT_USE)
def test_what_is_not_to_be_used_is_named_only_where_it_is_explained(entry):
    """On the page of sources, and among the figures you will meet; each with its entry."""
    assert entry in CHAPTERS["sources.md"].anchors
    for name, chapter in CHAPTERS.items():
        text = chapter.text
        if name == "why.md":
            text = re.sub(r"^## Figures you will meet.*?(?=^## )", "", text, flags=re.DOTALL | re.MULTILINE)
        if name != "sources.md":
            assert not re.search(DO_NOT_USE[entry], text), f"{name}: {entry}"


def test_the_retracted_study_is_used_nowhere():
    """Whoever names it links to why it is not used."""
    for name, chapter in CHAPTERS.items():
        for passage in passages(chapter):
            if re.search(r"feel dirty", passage) and name not in MAY_NAME_THEM:
                assert "not-used" in passage, name


def test_the_control_a_figure_without_a_mark_is_found():
    """In digits, in words, in a table; and what is none is let be."""
    wrong = Chapter(
        "wrong.md",
        "# Wrong\n\nAbout 40 in 100 people answer.\n\nOne in ten says no.\n\n| who | share |\n|-|-|\n| firms | 7 in 100 |\n\n"
        "On 26 November 2026 at 10:30, read 3B7 in week 4. It takes twenty minutes.\n",
    )
    assert len(unproved(wrong)) == 3
    proved = "About 40 in 100 answer. [practice, 2020](sources.md#two-hour-job-search){ .bw-proof data-is=practice }"
    assert unproved(Chapter("right.md", f"# Right\n\n{proved}\n")) == []
    assert claim_in("It takes twenty minutes.") is None
