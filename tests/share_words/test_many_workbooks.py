"""Two hundred workbooks, all different: no name, address, number or handle of anybody is in what a coach sees."""

import re
from collections.abc import Iterator

import pytest

from bothways.audience.edition import Cut, edition
from bothways.audience.folding import fold
from bothways.audience.profiles import profile
from bothways.derive.facts import Facts
from bothways.model.me import SharingProfile
from bothways.pages.book import shared_pages, workbook_pages
from bothways.reading.library import Library
from share_words.many import Many, Somebody, workbook
from share_words.seen import digits, everything
from workbooks import TODAY
from workbooks import workbook as read

SEEDS = 200
AT_ONCE = 25
PROFILES = {
    "coach": SharingProfile(),
    "by-initials": SharingProfile(people="initials"),
    "by-name": SharingProfile(people="full"),
    "less": SharingProfile(hide=("organisations.name", "people.role")),
}


def hidden(made: Many, name: str) -> list[Somebody]:
    """Those whose names a profile's reader must not see."""
    return [who for who in (*made.people, *made.others) if name != "by-name" or who.is_private]


def leaks(made: Many, text: str, name: str) -> Iterator[str]:
    """What can be found all the same."""
    plain = fold(text)
    letters = digits(text)
    for who in hidden(made, name):
        words = [word for word in re.split(r"[\s\-]+", who.name) if len(word) > 3 and word not in ("Will", "Rose")]
        yield from (word for word in {*words, who.name} if fold(word).strip("'") in plain)
    for who in made.people:
        found = (
            who.email,
            who.handle,
            who.phone,
            f"Zqsecret{made.people.index(who)}",
            f"Zqalias{made.people.index(who)}",
        )
        yield from (one for one in found if one.casefold() in text)
        if digits(who.phone)[-9:] in letters:
            yield who.phone


def shared(cut: Cut) -> str:
    me = cut.workbook.me
    return everything(shared_pages(Facts(cut.workbook, TODAY), Library()), me.name if me else "")


@pytest.mark.parametrize("first", range(0, SEEDS, AT_ONCE))
def test_nobody_is_found(first: int):
    """In no page, title, address or search entry; over the profiles in turn."""
    for seed in range(first, first + AT_ONCE):
        made = workbook(seed)
        name = list(PROFILES)[seed % len(PROFILES)]
        cut = edition(read(made.files), profile(name, PROFILES))
        assert list(leaks(made, shared(cut), name)) == [], f"workbook {seed}, profile {name}"


@pytest.mark.parametrize("seed", range(0, SEEDS, 20))
def test_the_control_the_owner_finds_everybody(seed: int):
    """The same search in the owner's own pages finds each of them: their names, addresses and numbers."""
    made = workbook(seed)
    text = everything(workbook_pages(Facts(read(made.files), TODAY), Library()))
    found = set(leaks(made, text, "coach"))
    for who in made.people:
        assert {who.email, who.phone, who.handle, who.name} <= found


def test_the_control_a_text_that_was_not_cleaned_is_found(monkeypatch: pytest.MonkeyPatch):
    """Were texts left as they are, the search would find somebody in nearly every workbook."""
    from bothways.audience.cleaning import Cleaned, Cleaner

    monkeypatch.setattr(Cleaner, "clean", lambda _cleaner, text, _about=(): Cleaned(text))
    found = 0
    for seed in range(20):
        made = workbook(seed)
        found += bool(list(leaks(made, shared(edition(read(made.files), profile("coach", {}))), "coach")))
    assert found == 20
