"""Whether a file has the shape of its kind: a list of records, or the fields of one; and what made it another."""

from collections.abc import Iterator

from bothways.model.refusal import shown
from bothways.problems import Place, Problem
from bothways.reading.files import SourceFile
from bothways.reading.kinds import AMERICAN, BY_NAME
from bothways.reading.other_programs import table
from bothways.reading.slips import odd_beginning
from bothways.reading.written import Written, WrittenList, WrittenMapping, WrittenText


def misshapen(source: SourceFile, written: Written) -> list[Problem]:
    """What is said of a file that is not what its kind is. Nothing, where it is."""
    kind = BY_NAME[source.kind]
    if written is None or (kind.is_list and isinstance(written, WrittenList)):
        return []
    if not kind.is_list:
        return [_fields_wanted(source, written)] if isinstance(written, WrittenList) else []
    if isinstance(written, WrittenText) and (said := table(source.text)):
        return [Problem(written.place, "other-program", *said, kind.name)]
    if _is_title_above(written, kind.name):
        message = f"{_file(source)} is the list itself, and needs no line above it that names it."
        return [Problem(written.place, "list-wanted", message, "Take out that line, and begin with a dash.", kind.name)]
    if source.in_folder:
        return []
    return list(_odd_beginnings(source)) or [_list_wanted(source, written)]


def _file(source: SourceFile) -> str:
    return source.name.rsplit("/", 1)[-1]


def _fields_wanted(source: SourceFile, written: WrittenList) -> Problem:
    hint = "Take out the dashes, and begin each field at the start of its line."
    return Problem(written.place, "fields-wanted", f"{_file(source)} holds fields, not a list.", hint, source.kind)


def _list_wanted(source: SourceFile, written: WrittenText | WrittenList | WrittenMapping) -> Problem:
    kind = BY_NAME[source.kind]
    hint = f"Begin each {kind.noun} with a dash and a space, and indent its other fields by two spaces."
    if isinstance(written, WrittenText) and kind.title:
        first = source.text.split("\n", written.place.line)[written.place.line - 1].strip()
        hint = f"Write each {kind.noun} as - {kind.title}: {shown(first)}"
    return Problem(written.place, "list-wanted", f"{_file(source)} holds a list.", hint, kind.name)


def _odd_beginnings(source: SourceFile) -> Iterator[Problem]:
    """The signs in the place of hyphens that made fields of what was meant as records."""
    for number, line in enumerate(source.text.split("\n"), 1):
        if not line.startswith(" ") and (slip := odd_beginning(line)):
            yield Problem(Place(source.name, number, slip[0] + 1), *slip[1])


def _is_title_above(written: Written, kind: str) -> bool:
    """Whether the person wrote the kind's own name as the one field that holds everything."""
    if not isinstance(written, WrittenMapping) or len(written.keys_at) != 1:
        return False
    (key,) = written.keys_at
    return AMERICAN.get(key, key) == kind and isinstance(written.get(key), WrittenList | WrittenMapping)
