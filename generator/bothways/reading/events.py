"""A text's YAML events by PyYAML's quick scanner, where it and our careful one are surely of one mind.

Needs no other module of ours: so a command can look at a file without waiting for the whole model.
"""

import re
from collections.abc import Iterator
from typing import Any

import yaml
from yaml.events import (
    AliasEvent,
    MappingEndEvent,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

_DOUBTFUL = re.compile(r"[\t\r\x00\x85\u2028\u2029\ufeff\ud800-\udfff\ufdd0-\ufdef]|^%|[|>][-+0-9]*#", re.MULTILINE)
"""What the two may read differently. A few harmless texts are among it: those are only read more slowly."""

_QuickLoader: Any = getattr(yaml, "CSafeLoader", None)


class Unsure(Exception):
    """The quick scanner may give a meaning here that the careful one does not."""


def quick_events(text: str) -> Iterator[Any]:
    """The events of a text. Raises `Unsure` as soon as something must be left to the careful scanner."""
    if _QuickLoader is None or _DOUBTFUL.search(text):
        raise Unsure
    in_flow = [False]
    try:
        for event in yaml.parse(text, Loader=_QuickLoader):
            if isinstance(event, NodeEvent):
                _look_at(event, in_flow=in_flow[-1])
                if isinstance(event, MappingStartEvent | SequenceStartEvent):
                    in_flow.append(bool(event.flow_style))
            elif isinstance(event, MappingEndEvent | SequenceEndEvent):
                in_flow.pop()
            yield event
    except yaml.YAMLError as error:
        raise Unsure from error


def _look_at(event: Any, *, in_flow: bool) -> None:
    if isinstance(event, AliasEvent) or event.anchor is not None or event.tag is not None:
        raise Unsure
    if in_flow and isinstance(event, ScalarEvent) and not event.style and (not event.value or "?" in event.value):
        raise Unsure
