"""What stands in a form, and what somebody typed into it: from a record as written to the entries of a form, and back.

Everything is a text, a list or fields, as in the person's file, so that what was typed comes back as it was typed.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal

from werkzeug.datastructures import MultiDict

from bothways.problems import Problem
from bothways.reading.kinds import BY_NAME
from bothways.serve.fields import Field
from bothways.writing.field import Wish, aligned, without_nothing

PREFIX = "f"
"""Before the names of fields, so that none can be mistaken for what the form itself needs."""

MOST_ITEMS = 400
"""Items of a list in a form."""

Shape = Literal["one", "lines", "boxes", "rows"]
Problems = Mapping[str, Sequence[Problem]]


@dataclass(frozen=True)
class Entry:
    """One field in a form, with what stands in it."""

    field: Field
    key: str
    """Its name in the form: `f.steps.0.by`."""
    shape: Shape
    value: str = ""
    values: tuple[str, ...] = ()
    """Those of several choices that are chosen."""
    rows: tuple[tuple["Entry", ...], ...] = ()
    """Of a list of fields or references, and of what has fields of its own (one row)."""
    problems: tuple[Problem, ...] = ()
    elsewhere: str | None = None
    """What the file says meanwhile, where somebody else changed it too."""

    @property
    def id(self) -> str:
        """Its name in the page."""
        return self.key.replace(".", "-")

    @property
    def is_said(self) -> bool:
        """Whether anything stands in it, or is wrong with it."""
        below = any(entry.is_said for row in self.rows for entry in row)
        return bool(self.value or self.values or self.problems or self.elsewhere is not None or below)


def entries(
    fields: Iterable[Field],
    said: Mapping[str, Any],
    problems: Problems | None = None,
    elsewhere: Mapping[str, str] | None = None,
    above: str = PREFIX,
) -> tuple[Entry, ...]:
    """The entries of a form for what is said in a record."""
    made = (_entry(field, f"{above}.{field.name}", said.get(field.name), problems or {}) for field in fields)
    changed = elsewhere or {}
    return tuple(
        Entry(**{**entry.__dict__, "elsewhere": changed[entry.field.name]}) if entry.field.name in changed else entry
        for entry in made
    )


def to_look_at(made: Iterable[Entry]) -> Iterator[Entry]:
    """The entries beside which something stands: a problem, or what somebody else wrote."""
    for entry in made:
        if entry.problems or entry.elsewhere is not None:
            yield entry
        for row in entry.rows:
            yield from to_look_at(row)


def typed(fields: Iterable[Field], form: MultiDict[str, str], said: Mapping[str, Any]) -> dict[str, Wish]:
    """What somebody typed, as wishes. `said` is what stood in the form before."""
    return {field.name: _typed(field, form, f"{PREFIX}.{field.name}", said.get(field.name)) for field in fields}


def meaning(field: Field, value: Any) -> Any:
    """What a value means, however it is written: `[a]` is `a`, `{do: a}` is `a`, and nothing is nothing."""
    if field.is_list:
        one = Field(**{**field.__dict__, "is_list": False})
        found = [said for item in _several(value) if (said := meaning(one, item)) is not None]
        return found or None
    if field.fields:
        below = _fields(field, value)
        found_below = {
            inner.name: said for inner in field.fields if (said := meaning(inner, below.get(inner.name))) is not None
        }
        return found_below or None
    return None if value is None else _as_typed(str(value)).strip() or None


def placed(
    problems: Iterable[Problem], kind: str, fields: Iterable[Field], wishes: Mapping[str, Wish]
) -> dict[str, list[Problem]]:
    """The problems of a record by the entry beside which they stand; under the empty key, those that have none."""
    by_name = {field.name: field for field in fields}
    called = BY_NAME[kind].title or "date"
    found: dict[str, list[Problem]] = {}
    for problem in problems:
        steps = re.findall(r"\.?([a-z_]+)|\[(\d+)\]", _own_path(problem.field))
        name = steps[0][0] if steps else called if problem.code == "same-id" else ""
        key = _key(by_name[name], wishes.get(name), steps[1:], f"{PREFIX}.{name}") if name in by_name else ""
        found.setdefault(key, []).append(_for_a_form(problem, called) if key else problem)
    return found


def _for_a_form(problem: Problem, called: str) -> Problem:
    """What check would say about the file, to somebody who has a form before them and nothing written yet."""
    match problem.code:
        case "missing-field":
            return replace(problem, message="This is needed.", hint="")
        case "same-id" if called == "date":
            hint = "Open that one and choose Edit, or choose another day."
            return replace(problem, message="You have a talk with them on this day already.", hint=hint)
        case "same-id":
            hint = "If you mean the same, edit that one. If not, add a word that tells them apart."
            return replace(problem, message="You have one of this name already.", hint=hint)
    return problem


def _own_path(path: str) -> str:
    """`people[Dana Okafor].steps[2].by` -> `steps[2].by`."""
    start = re.match(r"[a-z]+(\[.*?\])?\.(?=[a-z_]+(\[\d+\]|\.|$))", path)
    return path[start.end() :] if start else ""


def _key(field: Field, wish: Wish, steps: Sequence[tuple[str, str]], key: str) -> str:
    if field.is_list:
        number = int(steps[0][1]) - 1 if steps and steps[0][1] else 0
        steps = steps[1:] if steps and steps[0][1] else steps
        if _shape(field, wish) != "rows":
            return key
        kept = [place for place, item in enumerate(_several(wish)) if without_nothing(item) is not None]
        place = kept[number] if number < len(kept) else 0
        key, wish = f"{key}.{place}", (_several(wish) or [None])[place]
    if field.fields and steps and steps[0][0]:
        inner = next((one for one in field.fields if one.name == steps[0][0]), None)
        if inner:
            below = wish.get(inner.name) if isinstance(wish, Mapping) else None
            return _key(inner, below, steps[1:], f"{key}.{inner.name}")
    return f"{key}.{field.fields[0].name}" if field.fields else key


def _entry(field: Field, key: str, said: Any, problems: Problems) -> Entry:
    own = tuple(problems.get(key, ()))
    shape = _shape(field, said)
    match shape:
        case "lines":
            return Entry(field, key, shape, "\n".join(item for item in _several(said) if item), problems=own)
        case "boxes":
            return Entry(field, key, shape, values=tuple(item for item in _several(said) if item), problems=own)
        case "rows":
            one = Field(**{**field.__dict__, "is_list": False})
            rows = [_row(one, f"{key}.{number}", item, problems) for number, item in enumerate([*_filled(said), None])]
            return Entry(field, key, shape, rows=tuple(rows), problems=own)
    if field.fields:
        return Entry(field, key, shape, rows=(_row(field, key, said, problems),), problems=own)
    return Entry(field, key, shape, _text(said), problems=own)


def _row(field: Field, key: str, said: Any, problems: Problems) -> tuple[Entry, ...]:
    if not field.fields:
        return (Entry(field, key, "one", _text(said), problems=tuple(problems.get(key, ()))),)
    below = _fields(field, said)
    return tuple(_entry(inner, f"{key}.{inner.name}", below.get(inner.name), problems) for inner in field.fields)


def _typed(field: Field, form: MultiDict[str, str], key: str, said: Any) -> Wish:
    match _shape_in(form, field, key):
        case "lines":
            lines = [line.strip() for line in form.get(key, "").splitlines()]
            return aligned(_several(said), [line for line in lines if line])
        case "boxes":
            ticked, there = form.getlist(key), _several(said)
            # In the order of the file: that of the form is nobody's wish.
            kept = [item for item in there if item in ticked]
            return aligned(there, [*kept, *(item for item in ticked if item not in kept)])
        case "rows":
            one, items = Field(**{**field.__dict__, "is_list": False}), _several(said)
            items += [None] * (_rows_in(form, key) - len(items))
            return [_typed(one, form, f"{key}.{number}", item) for number, item in enumerate(items)]
    if field.fields:
        below = _fields(field, said)
        wish = {inner.name: _typed(inner, form, f"{key}.{inner.name}", below.get(inner.name)) for inner in field.fields}
        return _as_a_person_would(field, wish) if said is None else wish
    return _as_typed(form.get(key, ""))


def _as_a_person_would(field: Field, wish: Mapping[str, Wish]) -> Wish:
    """Something new of which only the first is said: a text alone."""
    said = [name for name, value in wish.items() if without_nothing(value) is not None]
    return wish[field.short_for] if said == [field.short_for] else wish


def _shape_in(form: MultiDict[str, str], field: Field, key: str) -> Shape:
    """How a list was asked for: a field of its name holds all its lines."""
    if not field.is_list or field.input == "choice":
        return _shape(field, None)
    return "lines" if key in form else "rows"


def _rows_in(form: MultiDict[str, str], key: str) -> int:
    """How many items of a list the form has."""
    numbers = (match[1] for name in form if (match := re.match(rf"{re.escape(key)}\.(\d{{1,3}})(\.|$)", name)))
    return min(MOST_ITEMS, 1 + max(map(int, numbers), default=-1))


def _as_typed(text: str) -> str:
    """A text without blanks at its ends; of several lines, each ends with a line break, as in a file.

    Two blanks at the end of a line break it in Markdown, so they stay.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n").strip("\n").rstrip()
    lines = [line.rstrip() + ("  " if line.strip() and line.endswith("  ") else "") for line in text.split("\n")]
    return "\n".join(lines) + "\n" if len(lines) > 1 else text.strip()


def _shape(field: Field, said: Any) -> Shape:
    if not field.is_list:
        return "one"
    if field.input == "choice":
        return "boxes"
    if field.fields or field.input == "ref":
        return "rows"
    items = _several(said)
    has_several_lines = any("\n" in item.rstrip("\n") for item in items if isinstance(item, str))
    return "rows" if has_several_lines else "lines"


def _several(said: Any) -> list[Any]:
    if said is None or said == "":
        return []
    return list(said) if isinstance(said, list | tuple) else [said]


def _filled(said: Any) -> list[Any]:
    """The items as far as one says something: an empty row at the end was only offered."""
    items = _several(said)
    while items and without_nothing(items[-1]) is None:
        items.pop()
    return items


def _fields(field: Field, said: Any) -> Mapping[str, Any]:
    """The fields of something that may be written as a text alone, which then is the first of them."""
    if isinstance(said, Mapping):
        return said
    return {} if said is None or said == "" else {field.fields[0].name: _text(said)}


def _text(said: Any) -> str:
    return said.rstrip("\n") if isinstance(said, str) else ""
