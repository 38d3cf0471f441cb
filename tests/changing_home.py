"""A home that changes in every way a person may change theirs: for the test that what is kept changes with it."""

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Any

from workbooks import GUIDE

NAMES = ("Dana Okafor", "Piet Sandoval", "Bea & Co Ostrander", "ليلى فاروق", "Edie O'Neill", "Zoë Amadi")
WORDS = ("kitchen", "**bread**", "<b>garden</b>", "ward & supper", "- market\n- river", "letter " * 9)
RHYTHMS: tuple[dict[str, Any], ...] = (
    {},
    {"second_try_after": "2 days", "tries": 3},
    {"keep_in_touch": {"warm": "3 weeks"}},
    {"thank_within": "2 weeks"},
)


@dataclass
class ChangingHome:
    """What a home holds, and where it is written."""

    folder: Path
    chance: Random
    people: dict[str, dict[str, Any]] = field(default_factory=dict)
    """By name; `file` is where somebody is written."""
    log: list[dict[str, str]] = field(default_factory=list)
    talks: list[dict[str, Any]] = field(default_factory=list)
    me: dict[str, Any] = field(default_factory=lambda: {"name": "Ruth Amadi"})
    texts: dict[str, str] = field(default_factory=dict)
    """Chapters, messages, pictures, settings: whole files by their names."""

    def write(self) -> None:
        """Writes everything, and removes what is there no more."""
        files = {"mkdocs.yml": "site_name: A street\nplugins: [bothways]\n", **self.texts}
        files["workbook/me.yaml"] = _as_yaml(self.me)
        files["workbook/log.yaml"] = _records(self.log)
        files["workbook/conversations.yaml"] = _records(self.talks)
        for who in self.people.values():
            fields = {key: value for key, value in who.items() if key != "file"}
            files[who["file"]] = files.get(who["file"], "") + _records([fields])
        for path in self.folder.rglob("*.*"):
            address = path.relative_to(self.folder).as_posix()
            if path.is_file() and not address.startswith((".bothways", "site/")) and address not in files:
                path.unlink()
        for name, text in files.items():
            path = self.folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")

    def change(self, way: str) -> None:
        """Changes one thing."""
        WAYS[way](self)

    def somebody(self) -> dict[str, Any]:
        """One of the people; a new one, where there is nobody."""
        if not self.people:
            _add(self)
        return self.people[self.chance.choice(sorted(self.people))]

    def words(self) -> str:
        """A few words, or none."""
        return self.chance.choice(WORDS)


def _as_yaml(value: object) -> str:
    return json.dumps(value, ensure_ascii=False) + "\n"


def _records(records: list[Any]) -> str:
    return "".join(f"- {_as_yaml(record)}" for record in records)


def _add(home: ChangingHome) -> None:
    new = [name for name in NAMES if name not in home.people]
    if new:
        name = home.chance.choice(new)
        home.people[name] = {"name": name, "file": "workbook/people.yaml", "notes": home.words()}


def _rename(home: ChangingHome) -> None:
    """Everywhere: a name that means nobody any more is a problem, and stops a build in any case."""
    old = home.somebody()["name"]
    new = home.chance.choice([*NAMES, "Ada New"])
    if new in home.people:
        return
    renamed = {(new if name == old else name): who for name, who in home.people.items()}
    home.people = {name: {**_renamed(who, old, new), "name": name} for name, who in renamed.items()}
    home.log = [_renamed(line, old, new) for line in home.log]
    home.talks = [_renamed(talk, old, new) for talk in home.talks]


def _renamed(record: dict[str, Any], old: str, new: str) -> dict[str, Any]:
    return {key: (new if value == old and key != "notes" else value) for key, value in record.items()}


def _delete(home: ChangingHome) -> None:
    gone = home.somebody()["name"]
    del home.people[gone]
    home.log = [line for line in home.log if line["who"] != gone]
    home.talks = [talk for talk in home.talks if talk["with"] != gone]
    for who in home.people.values():
        for key in ("introduced_by", "knows"):
            if who.get(key) == gone:
                del who[key]


def _move(home: ChangingHome) -> None:
    home.somebody()["file"] = home.chance.choice(["workbook/people.yaml", "workbook/people/others.yaml"])


def _tell_more(home: ChangingHome) -> None:
    home.somebody()[home.chance.choice(["notes", "role", "location", "private_notes"])] = (
        home.words().replace("\n", " ").replace("<b>", "").replace("</b>", "")
    )


def _tie(home: ChangingHome) -> None:
    who, other = home.somebody(), home.somebody()
    if who is not other:
        who["knows"] = other["name"]


def _log(home: ChangingHome) -> None:
    day = f"2026-{home.chance.randint(8, 11)}-{home.chance.randint(10, 28)}"
    home.log.append(
        {"date": day, "who": home.somebody()["name"], "did": home.chance.choice(["wrote", "heard", "gave"])}
    )


def _unlog(home: ChangingHome) -> None:
    home.log = home.log[1:]


def _talk(home: ChangingHome) -> None:
    day = f"2026-{home.chance.randint(10, 12)}-{home.chance.randint(10, 28)}"
    who = home.somebody()["name"]
    if all((talk["with"], talk["date"]) != (who, day) for talk in home.talks):
        home.talks.append({"with": who, "date": day, "notes": home.words()})


def _rhythm(home: ChangingHome) -> None:
    home.me["rhythm"] = home.chance.choice(RHYTHMS)


def _name(home: ChangingHome) -> None:
    home.me["name"] = home.chance.choice(["Ruth Amadi", 'R & S "Ruth" O\'Neill'])


def _hints(home: ChangingHome) -> None:
    home.me["hints_off"] = home.chance.choice([[], ["quote-it", "text-cut"]])


def _message(home: ChangingHome) -> None:
    name = f"workbook/messages/{home.chance.choice(['mine', 'catch-up-email'])}.md"
    text = f"---\ntitle: Mine\nfor: catch-up\nvia: email\n---\n\nHello {{{{ person.first_name }}}}, {home.words()}\n"
    _put_or_take(home, name, text)


def _chapter(home: ChangingHome) -> None:
    """One of their own, or one of the guide's that they have written more into."""
    if home.chance.random() < 0.5:
        before = (GUIDE / "why.md").read_text(encoding="utf-8")
        _put_or_take(home, "content/why.md", f"{before}\n{home.words()}\n")
    else:
        title = home.chance.choice(["Mine", "My & own"])
        _put_or_take(home, "content/mine.md", f"# {title}\n\nTake `easy-openers`. {home.words()}\n")


def _style(home: ChangingHome) -> None:
    _put_or_take(home, "content/mine.css", f"p {{ margin: {home.chance.randint(1, 9)}px }}\n")


def _attachment(home: ChangingHome) -> None:
    home.texts["workbook/files/plan.txt"] = home.words() * home.chance.randint(1, 3)
    home.somebody()["files"] = ["plan.txt"]


def _settings(home: ChangingHome) -> None:
    address = home.chance.choice(["", "site_url: https://example.org/\n"])
    home.texts["mkdocs.yml"] = f"site_name: {home.chance.choice(['A street', 'B & C'])}\n{address}plugins: [bothways]\n"


def _put_or_take(home: ChangingHome, name: str, text: str) -> None:
    if home.texts.pop(name, None) is None or home.chance.random() < 0.6:
        home.texts[name] = text


WAYS: dict[str, Callable[[ChangingHome], None]] = {
    "add somebody": _add,
    "rename somebody": _rename,
    "delete somebody": _delete,
    "move somebody to another file": _move,
    "write more about somebody": _tell_more,
    "say who knows whom": _tie,
    "add a line to the log": _log,
    "take a line out of the log": _unlog,
    "add a talk": _talk,
    "change the rhythm": _rhythm,
    "change my name": _name,
    "turn hints off or on": _hints,
    "change a message": _message,
    "change a chapter": _chapter,
    "change a style": _style,
    "change an attachment": _attachment,
    "change mkdocs.yml": _settings,
}
