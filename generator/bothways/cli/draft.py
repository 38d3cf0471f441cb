"""`bothways draft`: a message filled in for somebody, with what to look at under it. Nothing is ever sent."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, cast, get_args

import click

from bothways.cli.changing import NotOne, Word, desk_of, one_person
from bothways.cli.command import bothways_command
from bothways.cli.everywhere import Asked
from bothways.cli.home import find_home
from bothways.cli.terminal import Terminal

if TYPE_CHECKING:
    from bothways.guide.drafts import Draft
    from bothways.model.messages import Message, MessageKind
    from bothways.model.workbook import Workbook

OTHER = "other"


@bothways_command
@click.argument("who", metavar="WHO")
@click.argument("kind", metavar="KIND")
def command(asked: Asked, terminal: Terminal, who: str, kind: str) -> int:
    """Show a message to WHO, filled in, with what to look at before you send it. Nothing is sent from here.

    KIND is what it is for: first-ask, second-try, thank-you, introduction-request, introduction-to-forward,
    report-back, catch-up, congratulation, event-follow-up, phone-script, connection-note or other. The message that
    fits best is taken; the id of another one will do as well.
    """
    from bothways.derive.facts import Facts  # noqa: PLC0415  # with the rest of the model
    from bothways.model.refs import Ref  # noqa: PLC0415
    from bothways.pages.letters import letter, message_to  # noqa: PLC0415
    from bothways.writing.everybody import everybody  # noqa: PLC0415

    home = find_home(asked)
    workbook = desk_of(home).workbook
    by_id = {str(message.id): message for message in workbook.messages}
    facts = Facts(workbook, home.day)
    try:
        person = one_person(who, everybody(workbook), so="")
        ref = Ref(person.name, person.id)
        message = by_id.get(kind) or _message_for_other(_kind(kind), workbook) or message_to(ref, _kind(kind), facts)
    except NotOne as error:
        return error.tell(terminal)
    if message is None:
        return NotOne(f"There is no message for {kind}.").tell(terminal)
    others = tuple(id_ for id_, other in by_id.items() if other.for_ == message.for_ and id_ != message.id)
    draft = letter(message, ref, facts)
    if terminal.json:
        terminal.give(as_json(draft, others))
        return 0
    for line in in_words(draft):
        terminal.say(line)
    if others:
        terminal.remark("")
        terminal.remark(f"Others of this kind: {', '.join(others)}")
    return 0


def _kind(said: str) -> "MessageKind":
    """The occasion that is meant. An unknown one is wrong use."""
    from bothways.model.messages import MessageKind  # noqa: PLC0415  # with the rest of the model

    word = Word("KIND", get_args(MessageKind)).convert(said, None, click.get_current_context(silent=True))
    return cast("MessageKind", word)


def _message_for_other(kind: "MessageKind", workbook: "Workbook") -> "Message | None":
    """The one message for other occasions. Raises `NotOne` where there are several: they have little in common."""
    if kind != OTHER:
        return None
    own = workbook.own.get("messages", frozenset())
    found = [message for message in workbook.messages if message.for_ == OTHER]
    found = [message for message in found if message.id in own] or found
    if len(found) > 1:
        fits = [(f"{message.title} ({message.id})", {"title": message.title, "id": message.id}) for message in found]
        raise NotOne("There are several messages for other occasions.", fits, "Write the id in brackets as KIND.")
    return found[0] if found else None


def in_words(draft: "Draft") -> Iterator[str]:
    """The message as the page shows it: whom it is for, the words, and what to look at."""
    from bothways.guide.pieces import as_text  # noqa: PLC0415  # with the rest of the model

    subject = as_text(draft.subject)
    yield f"{draft.heading}: “{subject}”" if subject else draft.heading
    yield ""
    yield from draft.text.split("\n")
    if draft.checks:
        yield ""
    for check in draft.checks:
        where = "" if check.is_good else f" (guide/{check.guide.replace('.md', '.html')})"
        yield f"{'✓' if check.is_good else '→'} {check.words}{where}"


def as_json(draft: "Draft", others: tuple[str, ...]) -> dict[str, object]:
    """The object that `--json` prints."""
    from bothways.guide.pieces import as_text  # noqa: PLC0415  # with the rest of the model

    return {
        "to": draft.to,
        "kind": draft.message.for_,
        "message": draft.message.id,
        "via": draft.via,
        "subject": as_text(draft.subject),
        "text": draft.text,
        "gaps": list(draft.gaps),
        "checks": [{"good": check.is_good, "words": check.words, "guide": check.guide} for check in draft.checks],
        "mailto": draft.mailto,
        "others": list(others),
    }
