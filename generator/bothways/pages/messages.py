"""Messages: words for each occasion, with their gaps, to copy and make one's own. Nothing is ever sent."""

import json
from collections.abc import Iterator, Mapping
from functools import partial
from typing import NamedTuple

from bothways.derive.facts import Facts
from bothways.derive.situations import situations
from bothways.guide.choose import OCCASIONS
from bothways.guide.drafts import WAYS, draft
from bothways.guide.situations import tracks_of
from bothways.model.messages import Message, MessageKind
from bothways.model.refs import Ref
from bothways.pages.environment import Values, page
from bothways.pages.navigation import MESSAGES, Section
from bothways.pages.page import Page
from bothways.reading.yaml_words import text_in_line

FIRST_LINES = """\
---
title: A first hello
for: first-ask
---
Dear {{ person.first_name }},"""


class Occasion(NamedTuple):
    """What a message is for."""

    heading: str
    when: str
    guide: str
    """The paragraph of the guide that explains it."""
    guide_words: str


OCCASION: Mapping[MessageKind, Occasion] = {
    "first-ask": Occasion(
        "A first ask",
        "When you write to somebody for the first time and ask for a little of their time.",
        "asking.html#first-ask",
        "The first ask",
    ),
    "second-try": Occasion(
        "A second try",
        "When no answer came to the first. Once more, then let it rest.",
        "asking.html#second-try",
        "The second try",
    ),
    "thank-you": Occasion(
        "A thank-you",
        "Within a day of a talk.",
        "informational-interview.html#thank",
        "Say thank you within a day",
    ),
    "introduction-request": Occasion(
        "Asking for an introduction",
        "When somebody you know knows somebody you would like to meet.",
        "asking.html#introduction",
        "Through somebody else",
    ),
    "introduction-to-forward": Occasion(
        "An introduction to forward",
        "When somebody has offered to introduce you. It saves them the writing.",
        "asking.html#introduction",
        "Through somebody else",
    ),
    "report-back": Occasion(
        "What came of it",
        "When you followed advice or met the person they named. Also when little came of it.",
        "giving.html#close-the-loop",
        "Close the loop",
    ),
    "catch-up": Occasion(
        "Keeping in touch",
        "When you would simply like to hear from somebody.",
        "keeping-up.html#nine-ways",
        "Nine ways to be in touch",
    ),
    "congratulation": Occasion(
        "A word of congratulation",
        "When something good has happened to them.",
        "keeping-up.html#nine-ways",
        "Nine ways to be in touch",
    ),
    "event-follow-up": Occasion(
        "After an event",
        "In the first days after you met.",
        "events.html#follow-up",
        "Afterwards",
    ),
    "phone-script": Occasion(
        "By phone",
        "To have beside the telephone. Read it aloud once before you ring.",
        "asking.html#phone",
        "By phone",
    ),
    "connection-note": Occasion(
        "A connection request",
        "When a site lets you add a line to your request.",
        "virtual.html#connection-note",
        "Connection requests",
    ),
    "other": Occasion(
        "Other occasions",
        "Something to give, some news, a kind no.",
        "giving.html#menu",
        "A menu of gives",
    ),
}
"""In the order in which they are shown."""

PARAGRAPHS = {
    "after-a-promise-message": ("giving.html#promised-introduction", "When an introduction was promised"),
    "answer-to-a-no-email": ("silence.html#refusal", "When somebody says no"),
    "confirm-the-day-before-message": ("informational-interview.html#before", "Before the talk"),
    "good-news-email": ("giving.html#close-the-loop", "Close the loop"),
    "introduce-two-people-email": ("giving.html#introduce", "Introduce two people well"),
    "news-of-a-layoff-email": ("when.html#hard-times", "In hard times"),
}
"""Built-in messages that have a paragraph of their own."""


class Part(NamedTuple):
    """The messages for one occasion: the person's own, then the guide's."""

    id: MessageKind
    occasion: Occasion
    own: tuple[Message, ...]
    built_in: tuple[Message, ...]


def pages(facts: Facts, section: Section = MESSAGES) -> Iterator[Page]:
    """The overview, then a page for every message. `section` is another one in the public guide."""
    yield page("messages-list.html", "messages/index.html", "Messages", section, partial(_overview, facts))
    for message in facts.workbook.messages:
        yield page(
            "message.html", f"messages/{message.id}.html", message.title, section, partial(_values, message, facts)
        )


def _values(message: Message, facts: Facts) -> Values:
    """What the page of a message shows."""
    occasion = OCCASION[message.for_]
    guide, guide_words = PARAGRAPHS.get(str(message.id), (occasion.guide, occasion.guide_words))
    return {
        "today": facts.day,
        "namesakes": facts.namesakes,
        "message": message,
        "occasion": occasion,
        "draft": draft(message, facts.workbook.me, None, None, None, facts.day),
        "is_own": _is_own(message, facts),
        "people": _people(message, facts),
        "file": as_file(message),
        "guide": guide,
        "guide_words": guide_words,
    }


def _overview(facts: Facts) -> Values:
    """What the overview shows."""
    return {
        "today": facts.day,
        "namesakes": facts.namesakes,
        "parts": tuple(_parts(facts)),
        "ways": dict(WAYS),
        "first_lines": FIRST_LINES,
    }


def as_file(message: Message) -> str:
    """The message as the file to write, head and words."""
    head = [f"title: {text_in_line(message.title)}", f"for: {message.for_}"]
    if message.via:
        head.append(f"via: {message.via}")
    if message.subject:
        head.append(f"subject: {json.dumps(message.subject, ensure_ascii=False)}")
    return "\n".join(["---", *head, "---", "", message.body.strip()])


def _parts(facts: Facts) -> Iterator[Part]:
    """By occasion. Of the built-in ones, those for what I am in come first."""
    fitting = {id_ for track in tracks_of(situations(facts.workbook)) for id_ in track.messages}
    for kind, occasion in OCCASION.items():
        messages = [message for message in facts.workbook.messages if message.for_ == kind]
        own = tuple(message for message in messages if _is_own(message, facts))
        built_in = (message for message in messages if not _is_own(message, facts))
        fits_first = tuple(sorted(built_in, key=lambda message: message.id not in fitting))
        if messages:
            yield Part(kind, occasion, own, fits_first)


def _is_own(message: Message, facts: Facts) -> bool:
    return message.id in facts.workbook.own.get("messages", frozenset())


def _people(message: Message, facts: Facts) -> tuple[Ref, ...]:
    """Whom today's agenda would write to on this occasion, each once."""
    if message.for_ == "other":
        return ()
    due = (item for item in facts.agenda.open if OCCASIONS.get(item.kind) == message.for_)
    return tuple(dict.fromkeys(who for item in due for who in item.people))
