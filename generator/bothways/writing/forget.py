"""Somebody is forgotten: every reference to them, every record of theirs alone, every mention of their name."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from bothways.model.names import folded
from bothways.reading.files import SourceFile
from bothways.reading.kinds import BY_NAME, MESSAGES
from bothways.reading.outline import FieldsPart, ListPart, Outline, Part, TextPart
from bothways.writing.change import Change, Path, Take, Unname
from bothways.writing.desk import Desk, Prepared
from bothways.writing.everybody import everybody
from bothways.writing.mentions import Trace, in_full, in_lines, in_part
from bothways.writing.whom import Somebody

REFERENCES = {
    "me": {"people"},
    "organisations": {"through"},
    "people": {"introduced_by", "knows"},
    "log": {"to"},
    "conversations": {"with"},
    "events": {"met"},
}
"""By kind, the fields in which people are named."""

LEFT_ALONE = {"id", "who", "files", *(name for names in REFERENCES.values() for name in names)}
"""Fields whose texts are no free text."""


@dataclass
class Forgetting:
    """What it takes to forget somebody."""

    prepared: Prepared
    gone: list[Trace] = field(default_factory=list)
    """What goes, with its place as it is now."""
    look_at: list[Trace] = field(default_factory=list)
    """Lines that may still be about them, with their place as it will be."""
    look_at_now: list[Trace] = field(default_factory=list)
    """The same, with their place as it is."""


def forget(desk: Desk, who: Somebody) -> Forgetting:
    """Wishes somebody forgotten, on an empty desk. Raises `ProblemsFound`."""
    eraser = _Eraser(desk, who)
    for source in list(desk.files.values()):
        eraser.erase(source)
    prepared = desk.prepare(last=[eraser.home] if eraser.home else ())
    look_at = [*eraser.left(prepared)]
    return Forgetting(prepared, sorted(eraser.gone, key=_by_place), look_at, [*_as_it_is(look_at, desk)])


def _as_it_is(traces: Iterable[Trace], desk: Desk) -> Iterator[Trace]:
    """The lines with their place before anything changes, where they are there word for word."""
    found: dict[str, int] = {}
    for trace in traces:
        source = desk.files.get(trace.file)
        lines = [line.strip() for line in source.text.split("\n")] if source else []
        start = found.get(trace.file, 0)
        line = lines.index(trace.what, start) + 1 if trace.what in lines[start:] else trace.line
        found[trace.file] = line
        yield Trace(trace.file, line, trace.what)


def _by_place(trace: Trace) -> tuple[str, int]:
    return trace.file, trace.line


class _Eraser:
    """Goes through the files, one after another."""

    def __init__(self, desk: Desk, who: Somebody) -> None:
        self.desk, self.who = desk, who
        people = everybody(desk.workbook)
        self.others = [other for other in people if other != who]
        self.names = in_full(who, self.others)
        self.titles = {
            folded(name)
            for record in desk.workbook.records()
            if record.id != who.id and isinstance(name := getattr(record, "name", None), str)
        }
        self.person = desk.workbook.person.get(who.id or "")
        self.home = self.person.written.file if self.person else ""
        """The file with their record: written last, so that no reference to nobody is ever on the disk."""
        self.gone: list[Trace] = []
        self._forget_attachments()

    def erase(self, source: SourceFile) -> None:
        """Wishes what is theirs in a file gone."""
        if source.kind == MESSAGES.name:
            self._erase_message(source)
            return
        outlined = self.desk.outline(source.name)
        changes: list[Change] = []
        for path, record in _records(outlined):
            if not isinstance(record, FieldsPart):
                continue
            if what := self._is_theirs(source, record, outlined, path):
                self._note(source, outlined, record, what)
                if not path:
                    self.desk.remove(source.name)
                    return
                changes.append(Take(path))
            else:
                changes += self._references(source, outlined, path, record)
                changes += self._mentions(source, outlined, path, record, [c.path for c in changes])
        if changes or self.names.search(source.text):
            self.desk.change(source.name, *changes)
            self.desk.unname(source.name, self.names)
        self._rename(source)

    def left(self, prepared: Prepared) -> Iterator[Trace]:
        """The lines that may still be about them."""
        person = self.person
        more = [person.email or "", person.phone or "", *person.links] if person else []
        looked_for = in_part(self.who, more)
        others = [in_full(other, ()) for other in self.others if looked_for.search(other.name)]
        for source in prepared.files:
            yield from in_lines(source.text, source.name, looked_for, others)
        for path in sorted((self.desk.folder / "coach").glob("*")):
            if path.is_file():
                text = path.read_text(encoding="utf-8", errors="replace")
                yield from in_lines(text, f"{self.desk.shown_as}/coach/{path.name}", looked_for, others)

    def _is_theirs(self, source: SourceFile, record: FieldsPart, outlined: Outline, path: Path) -> str:
        """What the record is, where it goes as a whole."""
        kind = source.kind
        if kind == "people" and self.person:
            place = self.person.written
            is_here = source.name == self.home and outlined.at(place.line, place.column) == path
            return "their record" if is_here else ""
        if kind == "log" and self._names_them(_value(record, "who")):
            return "a line of the log"
        people = _value(record, "with") if kind == "conversations" else None
        items = people.items if isinstance(people, ListPart) else [people]
        return "a talk with them alone" if people and all(map(self._names_them, items)) else ""

    def _names_them(self, part: Part | None) -> bool:
        names = {folded(name) for name in self.who.names}
        return isinstance(part, TextPart) and folded(part.said) in names

    def _references(self, source: SourceFile, outlined: Outline, path: Path, part: Part) -> Iterator[Change]:
        if isinstance(part, ListPart):
            for number, item in enumerate(part.items):
                yield from self._references(source, outlined, (*path, number), item)
        if not isinstance(part, FieldsPart):
            return
        for key, said in part.fields.items():
            below = (*path, key)
            if key in REFERENCES.get(source.kind, ()):
                yield from self._taken(source, outlined, below, said.value, [said.value], key)
            elif key == "introductions":
                names = [_value(item, "to") for item in _items(said.value)]
                yield from self._taken(source, outlined, below, said.value, names, "an introduction to them")
            else:
                yield from self._references(source, outlined, below, said.value)

    def _taken(  # noqa: PLR0917
        self, source: SourceFile, outlined: Outline, path: Path, value: Part, names: Sequence[Part | None], what: str
    ) -> Iterator[Change]:
        """The items that name them; the field, where there are no others."""
        if isinstance(value, ListPart) and names == [value]:
            names = value.items
        theirs = [number for number, name in enumerate(names) if self._names_them(name)]
        for number in theirs:
            self._note(source, outlined, _items(value)[number], what)
        if theirs and len(theirs) == len(names):
            yield Take(path)
        else:
            yield from (Take((*path, number)) for number in theirs)

    def _mentions(
        self, source: SourceFile, outlined: Outline, path: Path, record: FieldsPart, taken: Sequence[Path]
    ) -> Iterator[Change]:
        title = BY_NAME[source.kind].title
        for below, part in _texts(record, path):
            keys = [step for step in below[len(path) :] if isinstance(step, str)]
            is_free = keys[-1] not in LEFT_ALONE and keys != [title] and folded(part.said) not in self.titles
            is_taken = any(below[: len(gone)] == gone for gone in taken)
            if is_free and not is_taken and self.names.search(part.said):
                self._note(source, outlined, part, f"their name in {keys[-1]}")
                yield Unname(below, self.names)

    def _erase_message(self, source: SourceFile) -> None:
        if found := self.names.search(source.text):
            line = source.text.count("\n", 0, found.start()) + 1
            self.gone.append(Trace(source.name, line, "their name in a message"))
            self.desk.unname(source.name, self.names)

    def _rename(self, source: SourceFile) -> None:
        """The name of a file may hold theirs."""
        if not self.who.id or not source.in_folder or f"-{self.who.id}-" not in f"-{source.stem}-":
            return
        stem = f"-{source.stem}-".replace(f"-{self.who.id}-", "-", 1).strip("-")
        path = self.desk.path(source.name)
        if source.kind == "conversations" and stem and not path.with_stem(stem).exists():
            self.desk.rename(source.name, f"{stem}{path.suffix}")
            self.gone.append(Trace(source.name, 1, "their name in the file's own name"))

    def _forget_attachments(self) -> None:
        """Files that only their record, or a talk with them alone, names."""
        theirs: set[str] = set(self.person.files) if self.person else set()
        kept: set[str] = set()
        for record in self.desk.workbook.records():
            people = getattr(record, "with_", None)
            is_theirs = record is self.person or (people and all(self._is_ref(ref.name, ref.id) for ref in people))
            (theirs if is_theirs else kept).update(record.files)
        for name in sorted(theirs - kept):
            path = self.desk.folder / "files" / name
            if path.is_file():
                self.desk.remove_other(path)
                self.gone.append(Trace(f"{self.desk.shown_as}/files/{name}", 1, "a file that only their records name"))

    def _is_ref(self, name: str, own_id: str | None) -> bool:
        return own_id == self.who.id if own_id else folded(name) == folded(self.who.name)

    def _note(self, source: SourceFile, outlined: Outline, part: Part, what: str) -> None:
        line = outlined.text.count("\n", 0, part.start) + 1
        self.gone.append(Trace(source.name, line, what))


def _records(outlined: Outline) -> Iterator[tuple[Path, Part]]:
    if isinstance(outlined.root, ListPart):
        yield from (((number,), item) for number, item in enumerate(outlined.root.items))
    elif outlined.root is not None:
        yield (), outlined.root


def _items(value: Part) -> Sequence[Part]:
    return value.items if isinstance(value, ListPart) else [value]


def _value(part: Part | None, key: str) -> Part | None:
    """The value of a field; a text that stands for the whole, itself."""
    if isinstance(part, FieldsPart):
        return part.fields[key].value if key in part.fields else None
    return part


def _texts(part: Part, path: Path) -> Iterator[tuple[Path, TextPart]]:
    if isinstance(part, TextPart):
        yield path, part
    elif isinstance(part, ListPart):
        for number, item in enumerate(part.items):
            yield from _texts(item, (*path, number))
    elif isinstance(part, FieldsPart):
        for key, said in part.fields.items():
            yield from _texts(said.value, (*path, key))
