"""The new file of proposed people."""

from collections.abc import Iterator, Sequence
from datetime import date

from bothways.exchange.coming.contact import Contact
from bothways.reading.yaml_words import item_lines

FOLDER = "people"


def stem_for(kind: str, day: date) -> str:
    """What the file is called, but for its ending and a number: `imported-linkedin-2026-12-01`."""
    return f"imported-{kind}-{day}"


def people_lines(contacts: Sequence[Contact], source: str, day: date) -> Iterator[str]:
    """The file's lines: where the people are from, then everybody, with an empty line between."""
    people = f"{len(contacts):,} {'person' if len(contacts) == 1 else 'people'}"
    yield f"# {people} from {' '.join(source.split())}, taken in on {day}."
    yield "# Take out whom you do not want to keep; change what you like. Nothing here is taken in a second time."
    if any("keep_in_touch" in contact.fields for contact in contacts):
        yield (
            "# keep_in_touch: no keeps old acquaintances off the list of today. "
            "Take that line away for those you want to hear from."
        )
    for contact in contacts:
        yield ""
        yield from item_lines(contact.fields, 0)
