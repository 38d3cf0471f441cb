"""The guide's chapters in their order."""

from bothways.site.guide_nav import GROUPS, grouped


def test_chapters_stand_in_their_groups_and_new_ones_at_the_end():
    """The front page is in no group, and a group without chapters is not shown."""
    chapters = ["zebra.md", "index.md", "when.md", "why.md", "situations/career-change.md", "a-new-one.md"]
    assert grouped(chapters) == [
        ("The idea", ["why.md", "when.md"]),
        ("Your situation", ["situations/career-change.md"]),
        ("More", ["a-new-one.md", "zebra.md"]),
    ]


def test_no_chapter_stands_in_two_groups():
    """Each has one place."""
    names = [name for _, group in GROUPS for name in group]
    assert len(names) == len(set(names))
