"""The order of the guide's chapters, and the groups they stand in."""

from collections.abc import Iterable

FRONT_PAGE = "index.md"

GROUPS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("The idea", ("interested", "why", "when")),
    (
        "Your situation",
        (
            "situations",
            "situations/job-search",
            "situations/business",
            "situations/life-change",
            "situations/career-growth",
            "situations/career-change",
        ),
    ),
    (
        "How to",
        ("begin", "finding-people", "asking", "informational-interview", "questions", "events", "virtual"),
    ),
    ("Keeping on", ("keeping-up", "giving", "silence", "unequal-networks", "measuring")),
    ("With care", ("notes-and-privacy", "coach", "sharing")),
    ("Plans", ("methods", "plan-30-days", "plan-12-weeks")),
    ("To look up", ("format", "reading-problems", "glossary", "sources")),
)
"""The chapters by name, without `.md`. One that is named here and not written yet is left out."""

OTHERS = "More"
"""The group of the chapters that no group names: a person's own pages, or a chapter that is new."""


def grouped(chapters: Iterable[str]) -> list[tuple[str, list[str]]]:
    """The chapters (`asking.md`), but for the front page, in their groups and order. No group is empty."""
    left = set(chapters) - {FRONT_PAGE}
    groups = []
    for title, names in GROUPS:
        here = [f"{name}.md" for name in names if f"{name}.md" in left]
        left.difference_update(here)
        groups.append((title, here))
    groups.append((OTHERS, sorted(left)))
    return [(title, here) for title, here in groups if here]
