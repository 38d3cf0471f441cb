"""A workbook with a word of its own in every field of every kind, made from the model: a new field is planted by itself.

Each word stands nowhere else, so whoever finds it knows which field it comes from.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, time
from pathlib import Path
from typing import Any, Literal, get_args, get_origin

from pydantic.fields import FieldInfo

from bothways.model.base import Noun, Record, noun_in
from bothways.model.messages import Message
from bothways.model.refs import RefTo
from bothways.model.sharing import key_of_field, kinds
from bothways.model.span import Span
from bothways.reading.kinds import BY_NAME

LETTERS = "bdfglmnrtvz"
VOWELS = "aeiou"

FIXED: dict[str, Any] = {
    "people.tie": "close",
    "people.met_on": "2026-10-01",
    "people.rest_until": None,
    "people.keep_in_touch": "2 weeks",
    "goals.status": "active",
    "goals.decision.chosen": None,
    "organisations.status": "talking",
    "organisations.rest_until": None,
    "organisations.outcome.what": "client",
    "log.date": "2026-11-10",
    "log.did": "introduced",
    "log.until": None,
    "conversations.date": "2026-11-12",
    "conversations.status": None,
    "conversations.thanked": "2026-11-13",
    "conversations.kind": "coffee",
    "conversations.introductions.promised": "2026-11-12",
    "conversations.introductions.made": "2026-11-14",
    "events.date": "2026-11-05",
    "checklists.start": None,
    "me.hints_off": None,
    "me.sharing": None,
    "me.rhythm": {"like": "standard", "pause": [{"from": "2026-12-10", "to": "2026-12-20", "why": "?"}]},
    "me.coach.last_session": "2026-11-13",
    "me.coach.next_session": "2026-12-04",
    "me.private": None,
}
"""What a page must find so that it shows the rest: a talk is held, a goal is active. `?` is a planted word."""

VARIANTS: dict[str, tuple[dict[str, Any], ...]] = {
    "conversations": (
        {},
        {"date": "2026-12-08", "thanked": None, "status": "planned", "introductions": []},
        {"date": "2026-12-02", "status": "cancelled", "thanked": None},
    ),
    "goals": ({}, {"decision": {"options": ["?"], "chosen": "?", "why": "?", "on_date": "2026-11-20"}}),
    "log": ({}, {"did": "heard", "to": None}, {"did": "gave", "to": None}),
    "events": ({}, {"date": "2026-12-06", "debrief": None, "met": []}),
}
"""Records that differ from the first of their kind, since no page shows everything of one."""


@dataclass
class Planted:
    """A workbook's files, and every word in them."""

    files: dict[str, str] = field(default_factory=dict)
    words: dict[str, str] = field(default_factory=dict)
    """Each word, and the path it was planted at: `people.email`. `private ` before it: in a record that is private."""
    names: set[str] = field(default_factory=set)
    """The words that are names of people, whoever they are."""
    count: int = 0

    def word(self, path: str) -> str:
        """A new word, such as Zubevor."""
        number, letters = self.count, ""
        self.count += 1
        for place in range(3):
            number, low = divmod(number, len(LETTERS) * len(VOWELS))
            consonant, vowel = divmod(low, len(VOWELS))
            letters += LETTERS[(consonant + place * 3) % len(LETTERS)] + VOWELS[vowel]
        word = f"Zq{letters}x"
        self.words[word] = path
        return word

    def name(self, path: str) -> str:
        """A new name of two words."""
        first, last = self.word(path), self.word(path)
        self.names |= {first, last}
        return f"{first} {last}"

    def at(self, *beginnings: str) -> set[str]:
        """The words planted below these paths."""
        return {word for word, path in self.words.items() if path.startswith(beginnings)}


def plant() -> Planted:
    """The workbook: of each kind a record, its variants, a private one, and people of every way to be shown."""
    planted = Planted()
    garden = _Garden(planted)
    for kind, noun in kinds().items():
        if noun is Message:
            planted.files |= garden.messages()
        elif kind == "me":
            planted.files["me.yaml"] = json.dumps(garden.record(kind, noun, {}))
        else:
            planted.files[f"{kind}.yaml"] = json.dumps(list(garden.records(kind, noun)))
    return planted


class _Garden:
    def __init__(self, planted: Planted) -> None:
        self.planted = planted
        self.people = {way: planted.name("people.name") for way in ("plain", "initials", "friend")}
        self.private = planted.name("private people.name")
        self.never = planted.name("private people.name")
        self.others = [planted.name("no record") for _ in range(3)]
        self.titles = {
            kind: planted.word(f"{kind}.{BY_NAME[kind].title}")
            for kind in ("organisations", "goals", "events", "questions")
        }
        self.private_titles = {kind: planted.word(f"private {kind}") for kind in self.titles}

    def records(self, kind: str, noun: type[Record]) -> Iterator[dict[str, Any]]:
        title = BY_NAME[kind].title
        if kind == "people":
            for way, name in self.people.items():
                share = {"initials": "initials"}.get(way)
                yield self.record(kind, noun, {"name": name, "share": share}, mention=way == "plain")
            yield self.record(kind, noun, {"name": self.private, "private": "yes"})
            yield self.record(kind, noun, {"name": self.never, "share": "never"})
            return
        for number, changes in enumerate(VARIANTS.get(kind, ({},))):
            own = {title: self.titles[kind]} if number == 0 and kind in self.titles else {}
            yield self.record(kind, noun, own | changes, mention=True)
        own = {title: self.private_titles[kind]} if kind in self.titles else {}
        yield self.record(
            kind, noun, own | {"private": "yes"} | ({"date": "2026-11-11"} if kind == "conversations" else {})
        )
        if kind == "log":
            yield self.record(kind, noun, {"who": self.private, "did": "wrote", "to": None}, secret=True)
        if kind == "conversations":
            alone = {"with": [self.never], "date": "2026-11-10"}
            yield self.record(kind, noun, alone, secret=True)

    def record(
        self, kind: str, noun: type[Record], changes: dict[str, Any], *, mention: bool = False, secret: bool = False
    ) -> dict[str, Any]:
        is_secret = secret or changes.get("private") == "yes" or changes.get("share") == "never"
        plot = _Plot(self, "private " if is_secret else "", mention=mention)
        return {key: value for key, value in plot.noun(kind, noun, changes).items() if value is not None}

    def messages(self) -> dict[str, str]:
        found = {}
        for secret in (False, True):
            fields = self.record("messages", Message, {"private": "yes"} if secret else {}, mention=True)
            body, name = fields.pop("body"), fields.pop("id")
            head = "".join(f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in fields.items())
            found[f"messages/{name}.md"] = f"---\n{head}---\n\n{body}\n"
        return found


class _Plot:
    """One record."""

    def __init__(self, garden: _Garden, before: str, *, mention: bool) -> None:
        self.garden, self.before, self.mention = garden, before, mention
        self.said = 0

    def noun(self, path: str, noun: type[Noun], changes: dict[str, Any]) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for attribute, info in noun.model_fields.items():
            key = key_of_field(attribute, info)
            here = f"{path}.{key}"
            if key in changes:
                value = self._filled(changes[key], here)
            elif here in FIXED:
                value = self._filled(FIXED[here], here)
            elif key in ("private", "share"):
                value = None
            elif key == "id":
                value = self.garden.planted.word(self.before + here).lower()
            else:
                value = self._value(here, key, info)
            if value is not None:
                found[key] = value
        return found

    def _filled(self, value: Any, path: str) -> Any:
        if value == "?":
            return self._word(path)
        if isinstance(value, dict):
            return {key: self._filled(one, f"{path}.{key}") for key, one in value.items()}
        return [self._filled(one, path) for one in value] if isinstance(value, list) else value

    def _word(self, path: str) -> str:
        return self.garden.planted.word(self.before + path)

    def _value(self, path: str, key: str, info: FieldInfo) -> Any:
        if part := noun_in(info.annotation):
            return self.noun(path, part, {})
        if reference := _reference(info):
            return self._ref(path, reference, is_list=_is_list(info))
        kind = _kind(info.annotation)
        if kind == "text":
            return self._text(path, key)
        return kind

    def _ref(self, path: str, reference: RefTo, *, is_list: bool) -> Any:
        garden = self.garden
        match reference.kind:
            case "person":
                if path.endswith("introduced_by"):
                    return None if self.before else garden.others[0]
                everybody = [garden.people["plain"], garden.people["initials"], garden.private]
                everybody += garden.others[1:] if reference.open else []
                return everybody if is_list else garden.others[2] if path.endswith(".to") else garden.people["plain"]
            case "event":
                return garden.titles["events"]
            case "organisation":
                both = [garden.titles["organisations"], garden.private_titles["organisations"]]
                return both if is_list else both[0]
            case "goal":
                return [garden.titles["goals"]] if is_list else garden.titles["goals"]
            case "question list":
                return [garden.titles["questions"]]

    def _text(self, path: str, key: str) -> str:
        word = self._word(path)
        match key:
            case "email":
                return f"{word}@{self._word(path)}.example"
            case "phone":
                number = f"0{7_700_900_000 + self.garden.planted.count}"
                self.garden.planted.words[number] = self.garden.planted.words.pop(word)
                return number
            case "website" | "link" | "links":
                return f"https://{word.lower()}.example/"
            case "files":
                return f"{word}.pdf"
        if path in ("people.name", "me.name"):
            return word
        title = BY_NAME[path.split(".", maxsplit=1)[0]].title
        one_line = key in (
            title,
            "role",
            "location",
            "sector",
            "size",
            "headline",
            "place",
            "cost",
            "theme",
            "subject",
            "section",
            "pronouns",
            "tags",
            "also_known_as",
        )
        return word if one_line or not self.mention else f"{word} {self._mention()}"

    def _mention(self) -> str:
        """Somebody, in a sentence: another one, and in another way, each time."""
        garden = self.garden
        names = [*garden.people.values(), garden.private, garden.never, *garden.others]
        self.said += 1
        name = names[self.said % len(names)]
        first, last = name.split()
        ways = (name, first, last, name.upper(), f"{last}, {first}", f"{first}’s", f"{first}\u00a0{last}", f"D. {last}")
        return f"as {ways[self.said % len(ways)]} said"


def _reference(info: FieldInfo) -> RefTo | None:
    marks = [*info.metadata]
    waiting = [info.annotation]
    while waiting:
        annotation = waiting.pop()
        marks += getattr(annotation, "__metadata__", ())
        waiting += get_args(annotation)
    return next((mark for mark in marks if isinstance(mark, RefTo)), None)


def _is_list(info: FieldInfo) -> bool:
    return any(get_origin(part) is tuple for part in (info.annotation, *get_args(info.annotation)))


def _kind(annotation: Any) -> Any:
    """A value of a type that is no text; `text` for one that is."""
    if get_origin(annotation) is Literal:
        return get_args(annotation)[0]
    plain = {bool: "yes", int: "2", date: "2026-11-20", time: "10:30", Span: "3 weeks", str: "text"}
    if annotation in plain:
        return plain[annotation]
    parts = [part for part in get_args(annotation) if part is not type(None) and not isinstance(part, str)]
    return next((found for part in parts if (found := _kind(part))), None)


def write(planted: Planted, where: Path) -> Path:
    """The workbook's folder."""
    root = where / "workbook"
    for name, text in planted.files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    (root / "files").mkdir()
    for word, path in planted.words.items():
        if path.endswith(".files"):
            (root / "files" / f"{word}.pdf").write_bytes(b"%PDF-1.4")
    return root
