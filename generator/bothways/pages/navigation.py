"""The tabs, and the pages that stand beside each other under one."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Tab:
    """One entry at the top of every page."""

    title: str
    address: str


@dataclass(frozen=True)
class Section:
    """A tab and the pages under it. People and talks have pages too, but are never in the navigation."""

    tab: Tab
    pages: tuple[Tab, ...] = ()


TODAY = Section(Tab("Today", "index.html"))
PEOPLE = Section(
    Tab("People", "people/index.html"),
    (
        Tab("People", "people/index.html"),
        Tab("Organisations", "organisations/index.html"),
        Tab("Introductions", "introductions.html"),
    ),
)
CONVERSATIONS = Section(
    Tab("Conversations", "conversations/index.html"),
    (
        Tab("Conversations", "conversations/index.html"),
        Tab("Question lists", "questions/index.html"),
        Tab("Events", "events/index.html"),
    ),
)
GOALS = Section(
    Tab("Goals", "goals/index.html"),
    (Tab("Goals", "goals/index.html"), Tab("Checklists", "checklists/index.html")),
)
MESSAGES = Section(Tab("Messages", "messages/index.html"))
PROGRESS = Section(Tab("Progress", "progress.html"))

SECTIONS = (TODAY, PEOPLE, CONVERSATIONS, GOALS, MESSAGES, PROGRESS)
TABS = tuple(section.tab for section in SECTIONS)

TOOLS = Section(
    Tab("Tools", "questions/index.html"),
    (
        Tab("Question lists", "questions/index.html"),
        Tab("Checklists", "checklists/index.html"),
        Tab("Messages", "messages/index.html"),
    ),
)
"""What the public guide shows of these: it has no workbook."""
