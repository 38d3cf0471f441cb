"""A word in every field of every kind: what a reader may not see is in no page, title, address or search entry.

The workbook is made from the model, so a new field is planted, and looked for, by itself.
"""

import pytest

from bothways.audience.edition import Cut, edition
from bothways.audience.profiles import profile
from bothways.audience.treatment import fields_of
from bothways.derive.facts import Facts
from bothways.model.me import SharingProfile
from bothways.model.sharing import Field, fields
from bothways.model.workbook import Workbook
from bothways.pages.book import shared_pages, workbook_pages
from bothways.reading.library import Library
from bothways.reading.workbook import read_workbook
from share_words.planted import Planted, plant, write
from share_words.seen import everything
from workbooks import TODAY

PROFILES = {
    "coach": SharingProfile(),
    "by-initials": SharingProfile(people="initials"),
    "by-name": SharingProfile(people="full"),
    "more": SharingProfile(show=("people.location", "people.tags", "goals.files", "conversations.place")),
    "less": SharingProfile(hide=("organisations.name", "events.name", "goals.goal", "goals.why", "people.role")),
    "no-people": SharingProfile(hide=("people", "log", "conversations.learned")),
    "less-still": SharingProfile(like="less", hide=("me.name", "people.notes", "messages", "questions.list")),
}

NOT_ON_A_PAGE = {
    "log.id": "a line of the log has no page",
    "log.files": "nor room for what hangs on it",
    "log.notes": "its own words are in `about`",
    "log.tags": "as above",
    "log.private_notes": "as above",
    "questions.sections.questions.theme": "it sorts questions, and no page names it",
    "me.id": "there is one of me",
    "me.headline": "the cards and the two-pager show these, and they are not on the pages of the site",
    "me.location": "as above",
    "me.email": "as above",
    "me.phone": "as above",
    "me.links": "as above",
    "me.introduction": "as above",
    "me.strengths.what": "as above",
    "me.strengths.proof": "as above",
    "me.can_offer": "shown on a sheet, for somebody for whom nothing is written",
    "me.not_looking_for": "as above",
    "me.tags": "there is no page about me",
    "me.files": "as above",
    "me.notes": "as above",
    "me.private_notes": "as above",
    "me.coach.email": "the coach knows it, and so do I",
}
"""Fields that the owner's own pages may leave out, and why. So they prove nothing below."""


@pytest.fixture(scope="module")
def planted() -> Planted:
    return plant()


@pytest.fixture(scope="module")
def workbook(planted: Planted, tmp_path_factory: pytest.TempPathFactory) -> Workbook:
    return read_workbook(write(planted, tmp_path_factory.mktemp("planted")), Library()).workbook


@pytest.fixture(scope="module")
def own(workbook: Workbook) -> str:
    return everything(workbook_pages(Facts(workbook, TODAY), Library()), workbook.me.name)


def how(field: Field) -> str:
    """How a field is treated in a shared copy."""
    return next(one.how for one in fields_of(field.noun) if one.key == field.key)


def is_text(field: Field) -> bool:
    return how(field) == "text"


def shared(cut: Cut) -> str:
    me = cut.workbook.me
    return everything(shared_pages(Facts(cut.workbook, TODAY), Library()), me.name if me else "")


@pytest.fixture(scope="module", params=PROFILES)
def seen(workbook: Workbook, request: pytest.FixtureRequest) -> tuple[str, str]:
    """A profile's name, and all that its reader can find."""
    return request.param, shared(edition(workbook, profile(request.param, PROFILES)))


def found(planted: Planted, text: str, *beginnings: str) -> set[str]:
    """The paths of the words that are in the text, among those planted below these paths."""
    return {planted.words[word] for word in planted.at(*beginnings) if word.casefold() in text}


def test_a_word_was_planted_in_every_field(planted: Planted):
    """But for the wishes about sharing and hints, and what takes over a checklist: they hold no words of their own."""
    texts = {path for path, field in fields().items() if is_text(field)}
    without_words = {path for path in texts if path.startswith(("me.sharing", "me.hints_off", "checklists.start"))}
    assert texts - set(planted.words.values()) == without_words
    assert len(texts) > 130
    assert {path for path, field in fields().items() if how(field) == "unknown"} == {"me.sharing"}


def test_the_control_the_owners_own_pages_show_every_field(planted: Planted, own: str):
    """All but those of which it is said why they are on no page."""
    not_seen = set(planted.words.values()) - found(planted, own, "")
    assert {path.removeprefix("private ") for path in not_seen} <= {*NOT_ON_A_PAGE, "goals.decision.why"}


def test_nothing_of_a_private_record_is_shared(planted: Planted, seen: tuple[str, str]):
    """Whole records, talks and lines with a private person alone, and their names wherever they are mentioned."""
    assert found(planted, seen[1], "private ") == set()


def test_nobodys_contact_details_are_shared(planted: Planted, seen: tuple[str, str]):
    """Addresses, numbers and links; the owner's and the coach's too."""
    details = (
        "people.email",
        "people.phone",
        "people.links",
        "me.email",
        "me.phone",
        "me.links",
        "me.coach.email",
        "conversations.link",
    )
    assert found(planted, seen[1], *details) == set()


def test_no_private_note_is_shared(planted: Planted, seen: tuple[str, str]):
    """In a record of any kind."""
    notes = {word for word, path in planted.words.items() if path.endswith("private_notes")}
    assert len(notes) >= 10
    assert {planted.words[word] for word in notes if word.casefold() in seen[1]} == set()


def test_nobodys_name_is_shared_but_by_a_profile_that_says_so(planted: Planted, seen: tuple[str, str]):
    """Nor a first or a family name alone; whether they have a record or are only named."""
    name, text = seen
    names = found(planted, text, "people.name", "no record", "people.also_known_as", "people.id")
    assert names <= ({"people.name", "no record"} if name == "by-name" else set())


def test_the_control_a_profile_that_says_so_shows_names(workbook: Workbook, planted: Planted):
    """Were names never shown, the test above would prove nothing."""
    text = shared(edition(workbook, profile("by-name", PROFILES)))
    assert found(planted, text, "people.name", "no record") == {"people.name", "no record"}


def test_what_is_hidden_is_shared_by_no_profile_but_one_that_shows_it(planted: Planted, seen: tuple[str, str]):
    """Field by field, as decided beside the model."""
    name, text = seen
    hidden = {path for path, field in fields().items() if field.decided != "shown"}
    shown = {planted.words[word] for word in planted.words if word.casefold() in text}
    assert shown & hidden == ({"people.location", "people.tags", "conversations.place"} if name == "more" else set())


def test_what_a_profile_hides_is_not_shared(planted: Planted, workbook: Workbook):
    """Titles of organisations, events and goals too, wherever they are named; and the owner's own name."""
    text = shared(edition(workbook, profile("less-still", PROFILES)))
    hidden = (
        "organisations.name",
        "events.name",
        "goals.goal",
        "goals.why",
        "people.role",
        "me.name",
        "people.notes",
        "messages",
        "questions.list",
    )
    assert found(planted, text, *hidden) == set()
    assert found(planted, text, "organisations.why", "events.intention", "goals.measure") != set()


def test_a_field_that_nobody_decided_about_is_not_shared(
    planted: Planted, workbook: Workbook, monkeypatch: pytest.MonkeyPatch
):
    """The control for every new field: until somebody decides, it is left out, and no profile can show it."""
    from bothways.model import sharing

    before = sharing.decided
    undecided = lambda noun, key: None if key in ("surprise", "interests") else before(noun, key)  # noqa: E731
    monkeypatch.setattr("bothways.audience.profiles.decided", undecided)
    wishes = {"coach": SharingProfile(show=("people.interests", "conversations.surprise"))}
    text = shared(edition(workbook, profile("coach", wishes)))
    assert found(planted, text, "people.interests", "conversations.surprise") == set()
    assert found(planted, text, "people.helps_with") == {"people.helps_with"}


def test_what_is_shown_reaches_the_pages(planted: Planted, workbook: Workbook, own: str):
    """A copy with nothing in it would leak nothing either: what the coach may see is there."""
    text = shared(edition(workbook, profile("coach", {})))
    shown = {path for path, field in fields().items() if field.decided == "shown" and field.key != "id"}
    assert shown & found(planted, own, "") - found(planted, text, "") == {"people.name"}
