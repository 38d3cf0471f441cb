"""Cutting: a record as its reader may see it, field by field. What is undecided, or of an unknown type, stays out."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any, TypeVar

from bothways.audience.cleaning import Cleaner
from bothways.audience.files import Files
from bothways.audience.masks import Mask
from bothways.audience.profiles import Profile
from bothways.audience.report import Gathering, Report
from bothways.audience.treatment import How, Treated, fields_of
from bothways.model.base import Noun, Record
from bothways.model.conversations import Conversation
from bothways.model.log import LogLine
from bothways.model.people import Person
from bothways.model.refs import Ref, key_of
from bothways.problems import NOWHERE, Place
from bothways.reading.kinds import BY_NAME

SomeRecord = TypeVar("SomeRecord", bound=Record)
SomeNoun = TypeVar("SomeNoun", bound=Noun)

KIND_OF: Mapping[How, str] = {
    "person": "people",
    "organisation": "organisations",
    "goal": "goals",
    "event": "events",
    "question list": "questions",
}
"""The kind of record that a reference of each kind leads to."""


class Cutter:
    """Cuts records for one profile, and remembers what it did."""

    def __init__(
        self,
        profile: Profile,
        masks: Mapping[tuple[str, str], Mask],
        cleaner: Cleaner,
        public: Collection[str],
        report: Report,
    ) -> None:
        self.files = Files()
        self._profile, self._masks, self._cleaner = profile, masks, cleaner
        self._public = public
        """Texts that ship with the guide: they name nobody, and stay as they are."""
        self._report = report
        self.texts: list[tuple[str, Place]] = []
        """Every text that is shown, with the place of the original."""
        self.taken_out: list[str] = []
        """Every text that is not."""
        self.left = Gathering()
        self.unknown = Gathering()

    def record(self, kind: str, record: SomeRecord) -> SomeRecord | None:
        """The record as its reader sees it; None where it is in no shared copy, or there is nothing left of it."""
        mask = self._masks.get((kind, str(record.id)))
        is_gone = record.private or record.share == "never" or self._profile.hides(kind)
        cut = None if is_gone else self._noun(record, kind, frozenset(_about(record)), mask)
        if cut is None:
            self._report.left_out[kind] += 1
            self.taken_out += texts_in(record)
            return None
        self._report.shown[kind] += 1
        return cut

    def text(self, text: str, place: Place, about: Collection[str] = ()) -> str:
        """A text, cleaned."""
        if text in self._public:
            return text
        cleaned = self._cleaner.clean(text, about)
        for seen in cleaned.seen:
            if seen.is_left:
                self.left.add("word" if seen.kind == "name" else seen.kind, seen.words, place)
            else:
                self._report.replaced[seen.kind] += 1
                if not seen.is_known:
                    self.unknown.add(seen.kind, seen.words, place)
        self.texts.append((cleaned.text, place))
        return cleaned.text

    def _noun(self, noun: SomeNoun, path: str, about: Collection[str], mask: Mask | None = None) -> SomeNoun | None:
        values: dict[str, Any] = {}
        for field in fields_of(type(noun)):
            written = getattr(noun, field.attribute)
            here = f"{path}.{field.key}"
            if mask and field.key == BY_NAME[path].title:
                values[field.attribute] = mask.title
            elif isinstance(noun, Record) and field.attribute == "id":
                values[field.attribute] = mask.id if mask else None
            elif self._profile.shows(here, type(noun), field.key):
                place = noun.field_written(field.key)
                values[field.attribute] = self._value(written, field, here, place, about)
            else:
                values[field.attribute] = field.empty
                self._leave_out(written, field, here)
            if field.is_needed and values[field.attribute] in (None, ()):
                return None
        return _unplaced(noun.model_copy(update=values))

    def _value(self, written: Any, field: Treated, path: str, place: Place, about: Collection[str]) -> Any:
        if isinstance(written, tuple):
            several = (self._value(one, field, path, place, about) for one in written)
            return tuple(one for one in several if one is not None)
        if written is None or field.how == "unknown":
            return field.empty
        if field.key == "files":
            return self.files.shown(written)
        match field.how:
            case "value":
                return written
            case "noun":
                return self._noun(written, path, about)
            case "text":
                return self.text(written, place, about)
            case "link":
                return written if self._cleaner.clean(written).text == written else None
        return self._reference(written, KIND_OF[field.how], place, about)

    def _reference(self, ref: Ref, kind: str, place: Place, about: Collection[str]) -> Ref | None:
        mask = self._masks.get((kind, key_of(ref)))
        if mask is None:  # a list that ships with the guide, or a place in plain text
            return ref if ref.id else Ref(self.text(ref.name, place, about))
        if mask.mode == "gone" or self._profile.hides(kind):
            return None
        return Ref(mask.title, mask.id)

    def _leave_out(self, written: Any, field: Treated, path: str) -> None:
        if written in (None, (), field.empty) or field.key in ("private", "share"):
            return
        self._report.fields[path] += 1
        self.taken_out += texts_in(written)


def texts_in(value: Any) -> Iterator[str]:
    """Every text in a value, however deep."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from texts_in(one)
    elif isinstance(value, Noun):
        for field in fields_of(type(value)):
            if field.how not in ("value", "unknown") and field.key != "id":
                yield from texts_in(getattr(value, field.attribute))


def _about(record: Record) -> Iterator[str]:
    """The keys of those a record is about."""
    people: Iterable[Ref | None] = ()
    match record:
        case Conversation():
            people = record.with_
        case LogLine():
            people = (record.who, record.to)
        case Person():
            people = (record.who,)
    yield from (key_of(who) for who in people if who)
    if record.id is not None and BY_NAME["me"].record is type(record):
        yield record.id


def _unplaced(noun: SomeNoun) -> SomeNoun:
    """A file's name may be somebody's."""
    noun._written, noun._fields_written = NOWHERE, {}  # noqa: SLF001  # one step after birth, as in the model
    return noun
