"""A text's YAML events, in which every text is as it was typed.

By the quick scanner (libyaml's) where it and the careful one (PyYAML's own, thirty times slower) are surely of one
mind; else by the careful one. What other programs read as an alias, an anchor or a tag is a text here: characters
that would begin one are set aside while a scanner reads, and so are those at which it would wrongly end a line.

Needs no other module of ours: so a command can look at a file without waiting for the whole model.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Any

import yaml
from yaml.events import MappingEndEvent, MappingStartEvent, ScalarEvent, SequenceEndEvent, SequenceStartEvent
from yaml.scanner import ScannerError

BEGINNINGS = "*&!%@`"
"""First characters of a text that have a meaning of their own in YAML."""

_ASIDE = BEGINNINGS + "\x85\u2028\u2029"
"""Beginnings, and three characters at which PyYAML begins a new line where no editor does."""
_STAND_INS = "".join(map(chr, range(0xFDD0, 0xFDD0 + len(_ASIDE))))
"""Characters that mean nothing in any text."""
_QUESTION = chr(0xFDD0 + len(_ASIDE))

NO_CHARACTER = re.compile(r"[\ufdd0-\ufdef]|\\(?:u|U0000)fd[de][0-9a-f]", re.IGNORECASE)
"""Those, or an escape for one: they could not be told from stand-ins. Unicode promises that no text needs them."""

_TO_SET_ASIDE = re.compile(f"[{_ASIDE}]+")
_SET_ASIDE = str.maketrans(_ASIDE, _STAND_INS)
_PUT_BACK = str.maketrans(_STAND_INS + _QUESTION, _ASIDE + "?")

_ASKED = re.compile(r"(?<=[^\s\[{,:?])\?+(?=[\s,\]})\"'”’]|$)", re.MULTILINE)
"""A question mark that ends a question. Between brackets PyYAML stumbles over it, and questions are what a workbook is
about, so it is set aside too. One inside a word, as in a link, stays a problem: the format says so, since other
programs stumble as well."""

_DOUBTFUL = (
    re.compile(r"[\t\r\x00\ufeff\ud800-\udfff\ufdd0-\ufdef]"),
    re.compile(r"[|>][-+0-9]*#"),
    re.compile(r"\\(?:u|U0000)[fF][dD][deDE]"),
)
"""What the two may read differently; three patterns take half the time of one. A few harmless texts are among it: those
are only read more slowly."""

_QuickLoader: Any = getattr(yaml, "CSafeLoader", None)


class Unsure(Exception):
    """The quick scanner may give a meaning here that the careful one does not."""


class _CarefulLoader(yaml.SafeLoader):
    """PyYAML's scanner, with an impossible character as a problem like any other."""

    def scan_flow_scalar_non_spaces(self, double: bool, start_mark: Any) -> Any:
        try:
            return super().scan_flow_scalar_non_spaces(double, start_mark)
        except (ValueError, OverflowError) as error:  # "\\UFFFFFFFF": no such character
            raise ScannerError(None, None, "found unknown escape character", self.get_mark()) from error


def quick_events(text: str) -> Iterator[Any]:
    """The events of a text. Raises `Unsure` as soon as something must be left to the careful scanner.

    That no text begins as an alias, an anchor or a tag would, `_set_aside` has seen to.
    """
    if _QuickLoader is None or any(doubt.search(text) for doubt in _DOUBTFUL):
        raise Unsure
    in_flow = [False]
    try:
        loader = _QuickLoader(_set_aside(text))
        while (event := loader.get_event()) is not None:
            kind = type(event)
            if kind is ScalarEvent:
                if in_flow[-1] and not event.style and (not event.value or "?" in event.value):
                    raise Unsure
                _put_back(event)
            elif kind is MappingStartEvent or kind is SequenceStartEvent:
                in_flow.append(bool(event.flow_style))
            elif kind is MappingEndEvent or kind is SequenceEndEvent:
                in_flow.pop()
            yield event
    except yaml.YAMLError as error:
        raise Unsure from error


def careful_events(text: str) -> Iterator[Any]:
    """The events of a text, by PyYAML's own scanner. Raises `yaml.YAMLError`."""
    return map(_put_back, yaml.parse(_set_aside(text), Loader=_CarefulLoader))


def events(text: str) -> Iterable[Any]:
    """The events of a text that can be read."""
    try:
        return list(quick_events(text))
    except Unsure:
        return careful_events(text)


def _set_aside(text: str) -> str:
    """The text with stand-ins, each character in its place."""
    text = _TO_SET_ASIDE.sub(lambda found: found[0].translate(_SET_ASIDE), text)
    return _ASKED.sub(lambda marks: _QUESTION * len(marks[0]), text) if "?" in text else text


def _put_back(event: Any) -> Any:
    if type(event) is ScalarEvent and not event.value.isascii():
        event.value = event.value.translate(_PUT_BACK)
    return event
