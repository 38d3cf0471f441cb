"""Drafts: filled in as typed, with every gap to be seen. The letters themselves are in `drafts/*.txt`, to be read."""

from collections.abc import Iterable
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

import pytest

from bothways.guide.choose import OCCASIONS, message_for, message_for_item
from bothways.guide.drafts import LONGEST_MAILTO, Draft, draft
from bothways.guide.pieces import as_text
from bothways.model.conversations import Conversation
from bothways.model.me import Me
from bothways.model.messages import Message
from bothways.model.names import Known, Names
from bothways.model.organisations import Organisation
from bothways.model.people import Person
from bothways.model.refs import Ref
from bothways.model.workbook import Workbook
from workbooks import TODAY, example

FOLDER = Path(__file__).parent / "drafts"

NAMES = Names()
NAMES.add("person", Known("dana-okafor", "Dana Okafor"))
DANA = Person(
    name="Dana Okafor", email="dana@example.org", met_at=Ref("Mill Hall"), interests=("leeks", "salad", "tea")
)
RUTH = Me(name="Ruth Amadi")


def filled(body: str, person: Person | None = DANA, me: Me | None = RUTH, **more: object) -> Draft:
    """A message with these words, filled in."""
    message = Message(title="A message", body=body, **{k: more.pop(k) for k in ("via", "subject") if k in more})
    return draft(message, me, person, more.get("organisation"), more.get("conversation"), TODAY)


def gaps(said: Draft) -> list[str]:
    """What each gap says."""
    return [piece.text for part in (said.subject, *said.paragraphs) for piece in part if piece.is_gap]


def test_names_lists_days_and_times_are_said_in_words():
    """A letter says `12 November`, not 2026-11-12."""
    talk = Conversation.model_validate({"with": "Dana Okafor", "date": "2026-11-12", "time": "9:05"}, context=NAMES)
    said = filled(
        "{{ person.first_name }} of {{ person.met_at }} likes {{ person.interests }}. "
        "{{ conversation.date }} at {{ conversation.time }}, {{ conversation.minutes }} minutes, with "
        "{{ conversation.with }}; it is {{ today }}.",
        conversation=talk,
    )
    assert said.text == (
        "Dana of Mill Hall likes leeks, salad and tea. "
        "12 November at 09:05, 20 minutes, with Dana Okafor; it is 1 December."
    )


def test_a_day_more_than_half_a_year_away_is_said_with_its_year():
    """Last November is not this November."""
    talk = Conversation.model_validate({"with": "Dana Okafor", "date": "2025-11-12"}, context=NAMES)
    assert filled("{{ conversation.date }}", conversation=talk).text == "12 November 2025"


def test_an_empty_placeholder_is_a_gap_that_says_what_belongs_there():
    """Never nothing: the gap is readable."""
    said = filled("{{ person.organisation }}, {{ me.phone }}, {{ conversation.date }}, {{ organisation.sector }}")
    assert gaps(said) == ["where they work", "your phone number", "the day of your talk", "the organisation's sector"]
    assert said.text == "[where they work], [your phone number], [the day of your talk], [the organisation's sector]"


def test_an_unknown_placeholder_is_a_gap_too():
    """What nobody can fill in shows what was typed."""
    assert gaps(filled("{{ person.dog }} {{ }} {{ 7 * 7 }}")) == ["person.dog", "something", "7 * 7"]


def test_a_message_to_nobody_is_gaps_only():
    """Without a person and without me.yaml, each placeholder is a gap."""
    said = filled("Dear {{ person.first_name }}, {{ me.first_name }}", person=None, me=None)
    assert said.text == "Dear [their first name], [your first name]"
    assert said.to == ""
    assert said.mailto is None


def test_square_brackets_are_gaps_in_the_words_and_in_the_subject():
    """What the template leaves to me is a gap as well, even over a line break."""
    said = filled("I liked [what you\nnoticed].", subject="About [their field]")
    assert gaps(said) == ["their field", "what you noticed"]


def test_a_gap_may_hold_a_placeholder_and_a_link_is_no_gap():
    """Brackets of a link, and empty ones, stay as typed."""
    assert gaps(filled("[what {{ person.first_name }} said]")) == ["what Dana said"]
    assert gaps(filled("[my page](https://example.org) and [ ]")) == []


def test_values_are_data_and_come_out_as_typed():
    """Braces, brackets, asterisks and markup in a name are the person's own."""
    odd = "{{ me.name }} [x] *y* **z** <b>&amp; {% raw %}"
    said = filled("Dear {{ person.role }}, {{ me.introduction }}", DANA.model_copy(update={"role": odd}), me=None)
    assert said.text == f"Dear {odd}, [your 30-second introduction]"
    assert gaps(said) == ["your 30-second introduction"]


@pytest.mark.parametrize(
    "trick",
    [
        "{% for n in range(10 ** 9) %}x{% endfor %}",
        "{{ ''.__class__.__mro__ }}",
        "{{ person.__init__.__globals__ }}",
        "{{ me.name.upper() }}",
        "{{ me.name | upper }}",
        "{# a remark #}",
        "{{ range(10 ** 9) | list }}",
    ],
)
def test_nothing_between_braces_is_ever_done(trick):
    """Statements, filters, calls and Python's attributes are shown, never run."""
    assert filled(trick).text in (trick, f"[{trick.strip('{ }')}]")
    assert filled("{{ me.name }}").text == "Ruth Amadi"


def test_emphasis_is_for_the_eye_and_its_asterisks_are_not_copied():
    """Bold words of a phone script are set off in the pieces; the text to copy is plain."""
    said = filled("**When they answer.** Hello, *dear* {{ person.first_name }}. 2 * 3 * 4")
    assert said.text == "When they answer. Hello, dear Dana. 2 * 3 * 4"
    assert [piece.text for piece in said.paragraphs[0] if piece.is_strong] == ["When they answer."]


def test_blank_lines_part_paragraphs_and_other_line_breaks_stay():
    """Three blank lines are one; the lines of a signature stay lines."""
    said = filled("Dear Dana,\r\n\r\n\r\nHello.  \nWith thanks,\\\nRuth\n")
    assert said.text == "Dear Dana,\n\nHello.\nWith thanks,\nRuth"
    assert len(said.paragraphs) == 2


def test_a_place_without_a_record_is_still_the_organisations_name():
    """`organisation.name` is where they work, whether or not it has a record."""
    baker = DANA.model_copy(update={"organisation": Ref("Mill Bakery")})
    assert filled("{{ organisation.name }}", baker).text == "Mill Bakery"
    assert filled("{{ organisation.name }}", baker, organisation=Organisation(name="The Mill")).text == "The Mill"


def test_the_mail_link_opens_the_whole_letter_and_nothing_else():
    """Signs with a meaning in addresses stay text; line breaks are those of mail."""
    link = filled("A & B = 100% ?\n\n{{ me.name }}", subject="Tea & bread #1", via="email").mailto
    assert link is not None
    assert "%0D%0A%0D%0A" in link
    parts = urlsplit(link)
    assert unquote(parts.path) == "dana@example.org"
    assert parse_qs(parts.query) == {"subject": ["Tea & bread #1"], "body": ["A & B = 100% ?\r\n\r\nRuth Amadi"]}


def test_there_is_no_mail_link_without_an_address_for_a_note_or_for_a_long_letter():
    """The control is the short letter by e-mail."""
    assert filled("Hello", DANA.model_copy(update={"email": None})).mailto is None
    assert filled("Hello", via="note").mailto is None
    assert filled("x" * LONGEST_MAILTO).mailto is None
    assert filled("Hello", via="email").mailto == "mailto:dana@example.org?body=Hello"


OWN = {
    "report-back": ("Piet Sandoval", "2026-11-12-piet-sandoval"),
    "thank": ("Dana Okafor", "2026-11-27-dana-okafor"),
    "other-person": ("Helen Brandt", None),
}
"""Occasions for which the example's person has words of her own: to whom, and after which talk."""
BUILT_IN = OWN | {
    "second-try": ("Amara Nilsen", None),
    "promised-introduction": ("Joss Merriweather", "2026-11-21-joss-merriweather"),
    "keep-in-touch": ("Petra Lindholm", None),
    "event-follow-up": ("Ximena Roake", None),
    "congratulation": ("Bram Eastlake", None),
    "phone-script": ("Hugo Anselm", None),
    "introduction-to-forward": ("Dana Okafor", None),
}


@pytest.mark.parametrize("occasion", OWN)
def test_a_letter_in_the_persons_own_words_reads_as_it_should(occasion, request):
    """One readable file a letter: whom, by what way, the words with their gaps, the checks."""
    book = example()
    who, talk = OWN[occasion]
    is_golden(f"own-{occasion}", letter(book, book.messages, occasion, who, talk), request)


@pytest.mark.parametrize("occasion", BUILT_IN)
def test_a_built_in_letter_reads_as_it_should(occasion, request):
    """The same, for somebody who wrote no messages of their own."""
    book = example()
    built_in = [message for message in book.messages if message.id not in book.own["messages"]]
    who, talk = BUILT_IN[occasion]
    is_golden(occasion, letter(book, built_in, occasion, who, talk), request)


def letter(book: Workbook, messages: Iterable[Message], occasion: str, who: str, talk_id: str | None) -> str:
    """The letter of the example for an occasion, as its file shows it."""
    person = next(person for person in book.people if person.name == who)
    talks = {talk.id: talk for talk in book.conversations}
    place = book.organisation.get(person.organisation.id or "") if person.organisation else None
    own = book.own["messages"]
    if occasion in OCCASIONS:
        message = message_for_item(occasion, messages, own, person=person)
    else:
        message = message_for(occasion, messages, own, person=person)
    return as_letter(draft(message, book.me, person, place, talks[talk_id] if talk_id else None, TODAY))


def is_golden(name: str, said: str, request: pytest.FixtureRequest) -> None:
    """Compares with the stored letter; `--update-testdata` stores it."""
    golden = FOLDER / f"{name}.txt"
    if request.config.getoption("--update-testdata", default=False):
        golden.write_text(said, encoding="utf-8", newline="\n")
    assert said == golden.read_text(encoding="utf-8")


def as_letter(said: Draft) -> str:
    """A draft as its file shows it."""
    checks = "\n".join(f"{'good' if check.is_good else 'look'}: {check.words}" for check in said.checks)
    head = f"From {said.message.id}.md\nTo {said.to}, by {said.via}: {as_text(said.subject) or '(no subject)'}"
    return f"{head}\n\n{said.text}\n\n{checks}\n"
