"""The report of a share, in words: what is in it, what was cut, and what to look at before it is sent."""

from collections.abc import Iterable, Iterator, Mapping

from bothways.audience.report import LookAt, Report
from bothways.model.words import count, joined
from bothways.share.scan import Find
from bothways.share.shares import Share

KINDS = {
    "goals": ("goal", "goals"),
    "organisations": ("organisation", "organisations"),
    "people": ("person", "people"),
    "conversations": ("talk", "talks"),
    "log": ("line of the log", "lines of the log"),
    "events": ("event", "events"),
    "questions": ("question list", "question lists"),
    "checklists": ("checklist", "checklists"),
    "messages": ("message", "messages"),
}
"""Each kind of record, one and many, in the order in which a person would ask."""
HOW: Mapping[str, str] = {
    "full": "by name",
    "initials": "by initials",
    "pseudonym": "by a number",
    "gone": "not at all",
}
TAKEN = {
    "name": ("name", "names"),
    "address": ("address", "addresses"),
    "number": ("number", "numbers"),
    "handle": ("handle", "handles"),
    "link": ("link", "links"),
    "sentence": ("sentence of a private note", "sentences of private notes"),
}
WHAT = {
    "name": "looks like a name",
    "word": "is a word, and a name too",
    "number": "looks like a number of somebody's",
    "link": "is a link",
}
FIELDS_SHOWN = 6


def in_words(report: Report, share: Share) -> Iterator[str]:
    """The report, line by line."""
    yield f"In it: {_counted(report.shown, KINDS)}."
    people = [f"{report.people[how]} {words}" for how, words in HOW.items() if report.people[how]]
    if people:
        yield f"People: {joined(people)}."
    if sum(report.left_out.values()):
        yield f"Left out: {_counted(report.left_out, KINDS)}."
    if report.fields:
        most = [f"{path} {number}" for path, number in report.fields.most_common(FIELDS_SHOWN)]
        more = len(report.fields) - FIELDS_SHOWN
        rest = f", and {count(more, 'other')}" if more > 0 else ""
        yield f"Fields left out: {', '.join(most)}{rest}."
    if sum(report.replaced.values()):
        yield f"Taken out of texts: {_counted(report.replaced, TAKEN)}."
    if report.pictures:
        yield f"Pictures in it, for you to look at: {', '.join(report.pictures)}."
    if report.files_left_out:
        yield f"Documents that stay out: {', '.join(report.files_left_out)}."
    yield f"Size: {count(share.pages, 'page')}, {_size(share.bytes)}."
    yield f"Fingerprint: {share.fingerprint}"


def found_in_words(found: Iterable[Find]) -> Iterator[str]:
    """What the second lock found: nothing may be written then."""
    yield "Nothing was written: words that were taken out are in the copy all the same."
    yield from (f"  {find.address}: {find.string}" for find in found)
    yield "That is our fault. Until it is put right, private: yes keeps a person out altogether."


def to_look_at(report: Report) -> Iterator[str]:
    """What to look at before it is sent, a line each; links come last."""
    for one in sorted(report.look_at, key=lambda one: one.kind == "link"):
        yield f"{one.place.file}:{one.place.line}: {one.words} {WHAT[one.kind]}{_times(one)}"


def _size(size: int) -> str:
    return f"{size / 1_000_000:.1f} MB" if size >= 1_000_000 else f"{max(1, round(size / 1000))} kB"


def _times(one: LookAt) -> str:
    return f" ({one.times} times)" if one.times > 1 else ""


def _counted(found: Mapping[str, int], words: Mapping[str, tuple[str, str]]) -> str:
    parts = [
        f"{found[kind]} {one if found[kind] == 1 else many}" for kind, (one, many) in words.items() if found.get(kind)
    ]
    return joined(parts) or "nothing"
