"""Whatever somebody writes, and whatever people and things are called: every page can be made, and says it as text."""

import json
from html.parser import HTMLParser

from hypothesis import given, settings
from hypothesis import strategies as st

from bothways.derive.facts import Facts
from bothways.pages.book import shared_pages, workbook_pages
from bothways.pages.digest import Digests
from bothways.problems import ProblemsFound
from bothways.reading.library import Library
from workbooks import TODAY, workbook

LETTERS = st.sampled_from(list("abZ1 éßŉևﬁİʰ̈中ليЯ😀👩\u200d\u202e\u00ad'’\"“«(-–/\\#%&?.,:;!…@*_`[]{}=+~|$^"))
NAMES = st.text(LETTERS, min_size=1, max_size=24)
WORDS = st.text(LETTERS | st.sampled_from("\n<>"), min_size=1, max_size=60)
PLANTED = "<quincewort>"
"""Would be a tag, were it not text."""


def written(names: list[str], words: list[str]) -> dict[str, str]:
    """A workbook in which they stand wherever a person writes. JSON is YAML too."""
    one, two, three, goal, place, event, talk = names
    first, second, third, *_ = words
    files = {
        "me.yaml": {"name": one, "introduction": first, "headline": two, "strengths": [three], "notes": second},
        "people.yaml": [
            {"name": one, "notes": first, "organisation": place, "knows": [two], "interests": [goal], "tags": [talk]},
            {"name": two, "private_notes": second, "introduced_by": one, "helps_with": [third]},
            {"name": three, "role": goal, "also_known_as": [event], "i_can_help_with": [first]},
        ],
        "organisations.yaml": [{"name": place, "notes": third}],
        "goals.yaml": [{"goal": goal, "steps": [first, {"do": second, "done": "2026-11-20"}], "notes": third}],
        "log.yaml": [
            {"date": "2026-11-20", "who": one, "did": "wrote", "about": first},
            {"date": "2026-11-21", "who": two, "did": "heard", "about": third},
        ],
        "events.yaml": [{"name": event, "date": "2026-12-03", "notes": first}],
        "conversations.yaml": [
            {"with": one, "date": "2026-11-25", "place": talk, "learned": [first, second], "surprise": third}
            | {"advice": [{"advice": second}], "introductions": [{"to": two}]},
            {"with": [two, three], "date": "2026-12-02", "notes": first, "extra_questions": [second]},
        ],
        "checklists.yaml": [{"checklist": talk, "items": [first, second]}],
        "questions.yaml": [
            {"list": event, "sections": [{"section": talk, "questions": [first, {"ask": second, "why": third}]}]}
        ],
    }
    return {name: json.dumps(said, ensure_ascii=False) for name, said in files.items()}


class Tags(HTMLParser):
    """The names of all tags."""

    def __init__(self) -> None:
        super().__init__()
        self.found: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found |= {tag, *(name for name, _ in attrs if name.startswith("on"))}


@settings(max_examples=40, deadline=None, derandomize=True)
@given(st.lists(NAMES, min_size=7, max_size=7, unique=True), st.lists(WORDS, min_size=3, max_size=3))
def test_every_page_can_be_made_of_whatever_can_be_read(names, words):
    """The person's own and a shared one, with its digest. What cannot be read is a problem, and no page is made."""
    try:
        read = workbook(written(names, [f"{word} {PLANTED}" for word in words]))
    except ProblemsFound:
        return
    facts, digests = Facts(read, TODAY), Digests()
    for page in (*workbook_pages(facts, Library()), *shared_pages(facts, Library())):
        tags = Tags()
        tags.feed(page.html)
        assert page.digest(digests)
        assert not {"quincewort", "onclick", "script"} & tags.found, page


def test_such_words_are_read_as_a_rule():
    """The control: of ordinary names, each stands on a page."""
    names = ["Dana Okafor", "Piet Sandoval", "Bea Ostrander", "Cook well", "Marrowgate", "Open day", "Twenty minutes"]
    read = workbook(written(names, [f"{word} {PLANTED}" for word in ("kind", "quick", "exact")]))
    html = "".join(page.html for page in workbook_pages(Facts(read, TODAY), Library()))
    assert all(name in html for name in names)
    assert "&lt;quincewort&gt;" in html
    assert "<quincewort>" not in html


def test_a_tag_that_came_through_would_be_seen():
    tags = Tags()
    tags.feed(f"<p>{PLANTED}</p>")
    assert "quincewort" in tags.found
