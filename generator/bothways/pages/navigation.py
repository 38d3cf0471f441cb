"""The tabs, and the pages that stand beside each other under one."""

from typing import NamedTuple


class Tab(NamedTuple):
    """One entry at the top of every page."""

    title: str
    address: str
    is_own: bool = False
    """Whether only the owner's site has it."""


class Section(NamedTuple):
    """A tab and the pages under it. People and talks have pages too, but are never in the navigation."""

    tab: Tab
    pages: tuple[Tab, ...] = ()


TODAY = Section(Tab("Today", "index.html"))
PEOPLE = Section(
    Tab("People", "people/index.html"),
    (
        Tab("People", "people/index.html"),
        Tab("Losing touch", "losing-touch.html"),
        Tab("What came of it", "what-came-of-it.html"),
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
PROGRESS = Section(
    Tab("Progress", "progress.html"),
    (
        Tab("Progress", "progress.html"),
        Tab("What I have learned", "learned.html"),
        Tab("For your coach", "packet.html", is_own=True),
    ),
)

SECTIONS = (TODAY, PEOPLE, CONVERSATIONS, GOALS, MESSAGES, PROGRESS)
TABS = tuple(section.tab for section in SECTIONS)

SESSION = Section(Tab("Session", "index.html"))
TODAY_FOR_ANOTHER = Section(Tab("Today", "today.html"))
OWN_ADDRESSES = {SESSION.tab.address: "packet.html", TODAY_FOR_ANOTHER.tab.address: TODAY.tab.address}
"""The owner's own address of the pages that have another in a shared copy."""
SHARED_TABS = (SESSION.tab, TODAY_FOR_ANOTHER.tab, *TABS[1:])
"""The tabs of a shared copy: it opens on the packet."""

TOOLS = Section(
    Tab("Tools", "questions/index.html"),
    (
        Tab("Question lists", "questions/index.html"),
        Tab("Checklists", "checklists/index.html"),
        Tab("Messages", "messages/index.html"),
    ),
)
"""What the public guide shows of these: it has no workbook."""
