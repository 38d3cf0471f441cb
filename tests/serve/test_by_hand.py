"""Any forms, filled in one after the other, give the same workbook as the same words written by hand.

The hand writes plain data: no remark, no layout, and none of the code that edits a person's files.
"""

import copy
import json
import tempfile
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any
from unittest.mock import patch

from hypothesis import HealthCheck, event, example, given, settings
from hypothesis import strategies as st

from bothways.derive.log_names import lines_by_name
from bothways.model.workbook import Workbook
from bothways.problems import ProblemsFound
from bothways.reading.library import Library
from bothways.reading.outline import read_plain
from bothways.reading.workbook import read_workbook
from bothways.serve.fields import Field, fields_of_kind
from bothways.serve.new_sheets import ADDED, ASKED
from serve.conftest import DAY, Running, write_workbook

SEVERAL = settings(
    max_examples=100,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)

FILES = {
    "me.yaml": "# Me\nname: Ruth Calder\nrhythm: gentle   # for now\nneeds: {need: A cook, people: [Dana Okafor, Bea Ostrander]}\n",
    "goals.yaml": "- goal: Bread   # mine\n  steps: [Read, {do: Bake, by: 2026-12-20}]\n  beliefs:\n    - It can be learned\n",
    "organisations.yaml": "# Places\n",
    "people.yaml": """\
# Everybody I know
- name: Bea Ostrander   # from the choir
  tie: close
  knows: Dana Okafor

- {name: Dana Okafor, interests: [sourdough, chess], helps_with: prices}
- name: Tomasz Vale
  # he was kind
  notes: |
    One
    two
  steps:
    - Send it   # soon
    - do: Call
      done: yes
""",
    "log.yaml": "- {date: 2026-11-03, who: Bea Ostrander, did: wrote}   # by train\n- date: 2026-11-05\n  who: Zoe Hart\n  did: heard\n",
    "conversations.yaml": """\
- with: [Dana Okafor, Bea Ostrander]
  date: 2026-11-20
  goal: bread
  advice:
    - Rest
    - {advice: Bake, told_them: 2026-11-25}
  introductions: [Zoe Hart]
""",
    "events.yaml": "-   name: Fair\n    date: 2026-11-21\n    met: Zoe Hart\n    debrief: {worked: The bread, actions: [Ring]}\n",
}
Move = tuple[str, int, dict[str, Any]]
MESSAGES = {
    "messages/a-hello.md": {"title": "A hello", "for": "catch-up", "body": "Dear you,\n\nhow is the bread?"},
    "messages/words-alone.md": {"body": "Dear {{ person.first_name }}"},
}
"""What the messages say."""
MESSAGE_FILES = {
    "messages/a-hello.md": """\
---
# for the choir
title: A hello   # short
for: catch-up
---

Dear you,

how is the bread?
""",
    "messages/words-alone.md": "Dear {{ person.first_name }}\n",
}
KINDS = [*(name.removesuffix(".yaml") for name in FILES), "messages"]
LIBRARY = Library()
"""Nothing ships with this guide: what is written is the person's alone, and soon read."""

WORDS = st.sampled_from(
    [
        *(
            "a cook",
            "rye: mostly",
            "- no",
            "no",
            "null",
            "~",
            "# none",
            "[x]",
            "---",
            "...",
            "title: x",
            "{y: 1}",
            "*bold*",
            "&co",
            "12:30",
            "0414 555",
        ),
        *(
            "it's",
            '"so"',
            "a, b",
            "x #y",
            "…",
            "שלום",
            "e\u0301",
            "🎉",
            "<b>",
            "|",
            ">",
            "%",
            "@home",
            "`",
            "- ",
            "2026-11-20",
        ),
        *("https://a.example.org/?b=1", "someone@example.org", "6 weeks", "\\n", "yes", "? what", "!tag", "a  b"),
    ]
)
LINES = st.lists(WORDS, min_size=1, max_size=3).map(lambda words: " ".join(words).strip())
TEXTS = st.lists(LINES | LINES.map("{}  ".format), min_size=1, max_size=4).map("\n".join).map(str.rstrip)
"""Two blanks at the end of a line break it in Markdown."""
NAMES = st.sampled_from(
    ["Dana Okafor", "bea ostrander", "tomasz-vale", "Zoe Hart", "Bread", "Fair", "Hill & Sons", "Nobody: at all"]
)
ONE = {
    "line": LINES,
    "text": TEXTS,
    "day": st.sampled_from(["2026-11-20", "2026-12-24", "2027-01-04", "2026-2-31", "soon"]),
    "day-or-yes": st.sampled_from(["yes", "2026-11-20", "No", "perhaps"]),
    "time": st.sampled_from(["10:30", "9:05", "25:00"]),
    "number": st.sampled_from(["0", "1", "2", "3", "20", "many"]),
    "length": st.sampled_from(["6 weeks", "1 year", "7 business days", "3 days", "no", "a while"]),
    "yes-no": st.sampled_from(["yes", "no"]),
    "ref": NAMES,
}


@cache
def values(field: Field) -> st.SearchStrategy[Any]:
    """Something to be said in a field; nothing too."""
    if field.is_list:
        one = replace(field, is_list=False)
        each = LINES if field.input == "text" else said(one)
        return st.lists(each, max_size=3, unique=field.input == "choice")
    return st.none() | said(field)


@cache
def said(field: Field) -> st.SearchStrategy[Any]:
    if field.fields:
        inner = {one.name: values(one) for one in field.fields}
        few = st.lists(st.sampled_from(sorted(inner)), min_size=1, max_size=3, unique=True)
        return few.flatmap(lambda names: st.fixed_dictionaries({name: inner[name] for name in names})).map(
            without_nothing
        )
    return st.sampled_from(field.choices) if field.input == "choice" else ONE[field.input]


def without_nothing(said: Any) -> Any:
    """Without what is empty, as a hand would leave it out."""
    if isinstance(said, dict):
        return {key: value for key, inner in said.items() if (value := without_nothing(inner))} or None
    if isinstance(said, list):
        return [value for inner in said if (value := without_nothing(inner))] or None
    return said or None


@st.composite
def moves(draw: st.DrawFn, *kinds: str) -> Move:
    """A form that is filled in: the kind of record, which of them (-1: a new one), and some fields."""
    kind = draw(st.sampled_from(kinds or KINDS))
    fields = {field.name: field for field in fields_of_kind(kind) if field.name != "id"}
    number = draw(st.integers(-1, 3)) if kind not in ("me", "conversations") else 0
    if number < 0 and kind in ASKED:
        fields = {name: fields[name] for name in ASKED[kind]}
    elif number < 0:
        fields = {name: fields[name] for name in ("who", "did", "via", "about", "date", "to", "until")}
    chosen = draw(st.lists(st.sampled_from(sorted(fields)), min_size=1, max_size=3, unique=True))
    needed = [name for name, field in fields.items() if number < 0 and field.is_required]
    return (
        kind,
        number,
        {name: without_nothing(draw(values(fields[name]))) for name in dict.fromkeys([*chosen, *needed])},
    )


@SEVERAL
@example([("conversations", 0, {"advice": [{"did": "a cook"}]})])
@example([("me", 0, {"situation": ["business", "job-search"]}), ("me", 0, {"headline": "Cook"})])
@example([("me", 0, {"situation": ["job-search"]}), ("me", 0, {"situation": ["business", "job-search"]})])
@given(st.lists(moves(), min_size=1, max_size=6))
def test_forms_and_a_hand_write_the_same_workbook(several: list[Move]) -> None:
    """Field by field, record by record. What the hand's workbook cannot be read with, the form refuses."""
    write_both(several)


@settings(SEVERAL, max_examples=40)
@given(st.lists(moves("messages"), min_size=2, max_size=6))
def test_forms_and_a_hand_write_the_same_messages(several: list[Move]) -> None:
    """A message is a head and words, so it has a hand of its own."""
    write_both(several)


def write_both(several: list[Move]) -> None:
    """The same moves in forms and by hand, compared after each."""
    with tempfile.TemporaryDirectory() as place, patch("bothways.serve.reader.read_library", lambda _: LIBRARY):
        folder = Path(place)
        write_workbook(folder, FILES | MESSAGE_FILES)
        server = Running().start(folder, has_editor=True)
        hand = {name: read_plain(text) for name, text in FILES.items()} | {"messages": copy.deepcopy(MESSAGES)}
        for move in several:
            kind, number, fields = move
            there = len(records(hand, kind)) if kind != "me" else 1
            number = number % there if number >= 0 and there else -1
            if number < 0 and kind in ASKED:  # there is none of this kind yet, and a new one is asked for less
                fields = {name: said for name, said in fields.items() if name in ASKED[kind]}
            wished = written_by_hand(hand, kind, number, fields)
            expected = read_by_hand(wished)
            path = address(server, kind, number)
            form, _ = server.open(path)
            answer = server.send(path, filled_in(form, kind, fields))
            if expected is None:
                assert answer.status_code == 422, (move, answer.location)
                event("refused")
            else:
                assert answer.status_code == 303, (move, answer.text)
                hand = with_its_name(wished, folder)
                event(f"{'added' if number < 0 else 'changed'}: {kind}")
            now, by_hand = (
                everything(read_workbook(folder / "workbook", LIBRARY).workbook),
                everything(read_by_hand(hand)),
            )
            assert [kind for kind in KINDS if now[kind] != by_hand[kind]] == [], (move, hand)
        assert server.faults == []
        for name, text in (FILES | MESSAGE_FILES).items():
            remarks = [line for line in text.splitlines() if line.startswith("#")]
            assert [line for line in remarks if line not in server.file(name)] == [], "remarks stay"


def address(server: Running, kind: str, number: int) -> str:
    """Where the form is."""
    if number < 0:
        word = next((word for word, added in ADDED.items() if added.kind == kind), "")
        return f"/add?kind={word}" if word else "/log"
    workbook = server.reader.desk().workbook
    if kind == "me":
        return "/edit?of=me"
    own_id = list(lines_by_name(workbook))[number] if kind == "log" else getattr(workbook, kind)[number].id
    return f"/edit?of={kind}/{own_id}"


def records(hand: dict[str, Any], kind: str) -> list[Any]:
    """What the hand wrote of a kind."""
    return list(hand["messages"].values()) if kind == "messages" else hand[f"{kind}.yaml"] or []


def with_its_name(hand: dict[str, Any], folder: Path) -> dict[str, Any]:
    """A new message gets the name that the program gave to its file."""
    there = {f"messages/{path.name}" for path in (folder / "workbook" / "messages").iterdir()}
    messages = hand["messages"]
    named = {(name or min(there - set(messages))): said for name, said in messages.items()}
    return hand | {"messages": dict(sorted(named.items()))}


def written_by_hand(hand: dict[str, Any], kind: str, number: int, fields: dict[str, Any]) -> dict[str, Any]:
    """The same in plain data."""
    wished = copy.deepcopy(hand)
    name = f"{kind}.yaml"
    record: dict[str, Any] = {}
    if kind == "messages":
        record = wished["messages"].setdefault(list(wished["messages"])[number] if number >= 0 else "", record)
    elif kind == "me":
        record = wished[name]
    elif number >= 0:
        record = wished[name][number]
    else:
        wished[name] = [*(wished[name] or []), record]
        if kind == "log":
            record["date"] = DAY.isoformat()  # the form begins with today
    boxes = {field.name for field in fields_of_kind(kind) if field.is_list and field.input == "choice"}
    for key, value in fields.items():
        before = record.pop(key, None) or []
        if value and key in boxes:  # what stands there stays where it is
            record[key] = [*(one for one in before if one in value), *(one for one in value if one not in before)]
        elif value:
            record[key] = value
    return wished


def filled_in(form: dict[str, Any], kind: str, fields: dict[str, Any]) -> dict[str, Any]:
    """The form, with the words in it; what stood in these fields is taken out."""
    filled = dict(form)
    for field in fields_of_kind(kind):
        if field.name in fields:
            key = f"f.{field.name}"
            filled |= {one: "" for one in form if one == key or one.startswith(f"{key}.")}
            fill_in(filled, field, key, fields[field.name])
    return filled


def fill_in(filled: dict[str, Any], field: Field, key: str, value: Any) -> None:
    if field.is_list and field.input == "choice":
        filled[key] = value or []
    elif field.is_list and (field.fields or field.input == "ref"):
        for number, item in enumerate(value or []):
            fill_in(filled, replace(field, is_list=False), f"{key}.{number}", item)
    elif field.is_list:
        filled[key] = "\r\n".join(value or [])
    elif field.fields:
        for inner in field.fields:
            fill_in(filled, inner, f"{key}.{inner.name}", (value or {}).get(inner.name))
    else:
        filled[key] = (value or "").replace("\n", "\r\n")


def everything(workbook: Workbook | None) -> dict[str, Any]:
    """What a workbook says, wherever it is written."""
    assert workbook is not None
    found = {kind: [record.model_dump() for record in getattr(workbook, kind)] for kind in KINDS if kind != "me"}
    return bare(found | {"me": workbook.me.model_dump() if workbook.me else None})


def bare(said: Any) -> Any:
    """Without the line break at the end of a text of several lines, which a block has and quotes have not."""
    if isinstance(said, dict):
        return {key: bare(value) for key, value in said.items()}
    if isinstance(said, list | tuple):
        return [bare(item) for item in said]
    return said.removesuffix("\n") if isinstance(said, str) else said


def read_by_hand(hand: dict[str, Any]) -> Workbook | None:
    """The workbook of plain data; None where it cannot be read."""
    with tempfile.TemporaryDirectory() as place:
        files = {name: json.dumps(said, ensure_ascii=False) if said else "" for name, said in hand.items()}
        del files["messages"]
        messages = {name or "messages/new.md": message(said) for name, said in hand["messages"].items()}
        write_workbook(Path(place), files | messages)
        try:
            return read_workbook(Path(place) / "workbook", LIBRARY).workbook
        except ProblemsFound:
            return None


def message(said: dict[str, Any]) -> str:
    """The file of a message, always with a head; of one that says nothing, nothing."""
    head = {key: value for key, value in said.items() if key != "body"}
    if not said:
        return ""
    return f"---\n{json.dumps(head, ensure_ascii=False)}\n---\n\n{said.get('body', '')}\n"
