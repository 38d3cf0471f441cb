"""Hints about the person's own messages: what cannot be filled in, and a first ask that asks for a job."""

from collections.abc import Iterator

from bothways.guide.phrases import asks_for_a_job
from bothways.guide.placeholders import place_in, placeholder_hints, placeholders
from bothways.model.me import Me
from bothways.model.messages import Message
from bothways.model.workbook import Workbook
from bothways.problems import Problem, in_order


def message_hints(workbook: Workbook) -> list[Problem]:
    """Every hint about the person's own messages, by place. The built-in ones are looked after with the guide."""
    own = workbook.own.get("messages", frozenset())
    mine = [message for message in workbook.messages if message.id in own]
    return list(in_order(hint for message in mine for hint in _hints(message, workbook.me)))


def _hints(message: Message, me: Me | None) -> Iterator[Problem]:
    yield from placeholder_hints(message)
    yield from _nothing_about_me(message, me)
    yield from _job_asked(message)


def _nothing_about_me(message: Message, me: Me | None) -> Iterator[Problem]:
    """Placeholders about me that have nothing to show, each once. Those about others depend on whom it goes to."""
    seen: set[str] = set()
    for field, text in (("subject", message.subject or ""), ("body", message.body)):
        for placeholder in placeholders(text):
            if placeholder.name in seen:
                continue
            seen.add(placeholder.name)
            noun, _, wanted = placeholder.name.partition(".")
            wanted = "name" if wanted == "first_name" else wanted
            if noun != "me" or not placeholder.is_known or (me is not None and getattr(me, wanted)):
                continue
            yield Problem(
                place_in(message, field, placeholder.start),
                "empty-placeholder",
                f"{placeholder.name} has nothing to show, and is a gap in every draft.",
                f"Write {wanted}: into me.yaml, or take it out here.",
                f"messages[{message.title}].{field}",
                severity="hint",
            )


def _job_asked(message: Message) -> Iterator[Problem]:
    asks = asks_for_a_job(message.body) if message.for_ == "first-ask" else ""
    if asks:
        yield Problem(
            place_in(message, "body", max(message.body.find(asks), 0)),
            "job-asked",
            f"“{asks}” may sound like asking for a job.",
            "Ask for advice or for their story; a job is easier to offer than to be asked for.",
            f"messages[{message.title}].body",
            severity="hint",
        )
