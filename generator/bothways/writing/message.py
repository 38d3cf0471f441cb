"""A message's file: its head is edited as any YAML, its words are put in the place of those that are there."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from bothways.problems import Problem, ProblemsFound
from bothways.reading.files import SourceFile
from bothways.reading.messages import Parts, parts, read_message
from bothways.reading.outline import Outline, outline, read_plain
from bothways.reading.yaml_words import Value, field_lines
from bothways.writing.change import Change, Put, changed, says_the_same
from bothways.writing.edited import by_hand, edit
from bothways.writing.source import Edit, Source, Within

WORDS = "body"
"""What the model calls what stands below the head."""

DASHES = "---\n"


def head_outline(text: str) -> Outline:
    """Where what stands in the head of a message."""
    found = parts(text)
    return outline(text[slice(*found.head)] if found and found.head else "")


def said_by_message(text: str) -> dict[str, Any]:
    """What the head of a message says, and its words as `body`, where the message can be read."""
    found = parts(text)
    if found is None:
        return {}
    head, (start, end) = found.head, found.words
    said = read_plain(text[slice(*head)]) if head else None
    return {**(said if isinstance(said, dict) else {}), WORDS: text[start:end]}


def edit_message(text: Source, source: SourceFile, changes: Sequence[Change]) -> None:
    """Makes the changes in a message; those of its words have the path `("body",)`.

    Raises `ProblemsFound`.
    """
    wished = said_by_message(text.text)
    for change in changes:
        wished = changed(wished, change)
    in_head = [change for change in changes if change.path != (WORDS,)]
    if in_head:
        _edit_head(_head(text), source, in_head)
    if wished[WORDS] != said_by_message(text.text)[WORDS]:
        _put_words(text, wished[WORDS])
    _look_over(text.text, source, wished)


def message_text(record: Mapping[str, Value]) -> str:
    """A new message. Raises `ProblemsFound` where it would not read as it was meant."""
    head = [line for key, value in record.items() if key != WORDS for line in field_lines(key, value, 0)]
    words = str(record.get(WORDS, "")).strip("\n")
    lines = [*(["---", *head, "---", ""] if head or _needs_head(words) else []), *([words] if words else [])]
    return "\n".join(lines).rstrip("\n") + "\n"


def _head(text: Source) -> Within:
    """What stands between the two lines of dashes. A message without them gains them."""
    found = _parts(text.text)
    if found.head:
        return Within(text, *found.head)
    start, _ = found.words
    text.edit([Edit(start, start, f"{DASHES}{DASHES}\n")])
    return Within(text, start + len(DASHES), start + len(DASHES))


def _edit_head(head: Within, source: SourceFile, changes: Sequence[Change]) -> None:
    if outline(head.text).root is not None:
        edit(head, source, changes, head.first_line)
        return
    fields: dict[str, Any] = {}
    for change in changes:
        fields = changed(fields, change)
    edit(head, source, [Put((), fields)], head.first_line)


def _put_words(text: Source, words: str) -> None:
    """Puts the words where they stand, the blank lines around them as they are."""
    found = _parts(text.text)
    start, end = found.words
    if start < end and words:
        text.edit([Edit(start, end, words)])
    elif words:
        gap = "\n" if text.text[: found.after_head].endswith("\n") else "\n\n"
        text.edit([Edit(found.after_head, len(text.text), f"{gap}{words}\n")])
    else:
        text.edit([Edit(found.after_head, len(text.text), "")])
    if found.head is None and _needs_head(words):
        text.edit([Edit(0, 0, f"{DASHES}{DASHES}\n")])


def _needs_head(words: str) -> bool:
    """Whether the words alone would be taken for a head, or for one that is not ended."""
    found = parts(words)
    return bool(words.strip()) and (found is None or found.head is not None)


def _parts(text: str) -> Parts:
    found = parts(text)
    assert found is not None, "a message that was read has its parts"
    return found


def _look_over(text: str, source: SourceFile, wished: Mapping[str, Any]) -> None:
    """Sees to it that a message says what it is to say."""
    if not text.strip():
        raise ProblemsFound([*_problems(text, source)])
    if not says_the_same(said_by_message(text), dict(wished)):
        raise ProblemsFound([by_hand(source, 1)])


def _problems(text: str, source: SourceFile) -> Sequence[Problem]:
    return read_message(replace(source, text=text)).problems
