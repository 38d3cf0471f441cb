r"""Cleaning, written to be read: who is hidden, then what was written and what a reader sees.

    # A sentence that says what holds.
    Person 1: Dana Okafor, Dee
    somebody: Odile Farrant (gone)
    Ruth Amadi (shown)
    knows: dana@example.org, 07700 900138, https://dana.example.org
    ---
    Dana came late.
    > Person 1 came late.

A line that begins with `about Person 1:` is about that person. `(initials)`, `(organisation)` and `(event)` may stand
after a name too. `\u00a0` stands for the character. What had better be looked at follows after `look at:`.
"""

import re
from dataclasses import dataclass, field
from pathlib import Path

from bothways.audience.cleaning import Cleaned, Cleaner
from bothways.audience.contact_details import ContactDetails
from bothways.audience.masks import Mask

KINDS = {"organisation": "organisations", "event": "events", "me": "me"}
MODES = {"gone": "gone", "initials": "initials", "shown": "full"}


@dataclass
class Case:
    """One case of a file."""

    story: str
    masks: list[Mask] = field(default_factory=list)
    known: list[str] = field(default_factory=list)
    lines: list[tuple[str, str, str, str]] = field(default_factory=list)
    """Whom it is about, the text, what a reader sees, what is to be looked at."""

    @property
    def cleaner(self) -> Cleaner:
        numbers = [one for one in self.known if re.fullmatch(r"[+\d (]+[\d ()-]+", one)]
        links = [one for one in self.known if "//" in one]
        addresses = [one for one in self.known if "@" in one]
        return Cleaner(self.masks, ContactDetails(addresses, numbers, links))

    def clean(self, text: str, about: str = "") -> Cleaned:
        keys = {mask.key for mask in self.masks if about and mask.mention == about}
        return self.cleaner.clean(text, keys)


def read_cases(path: Path) -> list[Case]:
    """The cases of a file."""
    blocks = re.split(r"^(?=# )", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
    return [_case(block) for block in blocks if block.strip()]


def _case(block: str) -> Case:
    head, _, body = block.partition("---\n")
    story, *said = head.strip().splitlines()
    case = Case(story.removeprefix("# "))
    for line in said:
        if line.startswith("knows: "):
            case.known += [one.strip() for one in line.removeprefix("knows: ").split(",")]
        else:
            case.masks.append(_mask(line))
    texts = [_unescaped(line) for line in body.splitlines() if line.strip()]
    for line in texts:
        if line.startswith("> "):
            about, text, _, look = case.lines.pop()
            case.lines.append((about, text, line.removeprefix("> "), look))
        elif line.startswith("look at: "):
            about, text, seen, _ = case.lines.pop()
            case.lines.append((about, text, seen, line.removeprefix("look at: ")))
        else:
            about, _, text = line.partition(": ") if line.startswith("about ") else ("", "", line)
            case.lines.append((about.removeprefix("about "), text, text, ""))
    return case


def _mask(line: str) -> Mask:
    marks = re.findall(r"\(([a-z]+)\)", line)
    names = [name.strip() for name in re.sub(r"\([a-z]+\)", "", _unescaped(line)).split(": ", 1)[-1].split(",")]
    mention = line.split(": ", 1)[0] if ": " in line else names[0]
    kind = next((KINDS[mark] for mark in marks if mark in KINDS), "people")
    mode = next((MODES[mark] for mark in marks if mark in MODES), "pseudonym")
    return Mask(kind, names[0], tuple(names), mode, mention)


def _unescaped(line: str) -> str:
    return re.sub(r"\\u([0-9a-f]{4})", lambda match: chr(int(match[1], 16)), line)
