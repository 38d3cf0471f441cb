"""Several processes write the pages of a large site, and nobody can tell."""

import os
from collections import Counter
from dataclasses import replace
from shutil import rmtree

import pytest

from bothways.pages.page import Page
from bothways.problems import NOWHERE, Problem, ProblemsFound
from bothways.site import hands
from bothways.site.hands import spread
from folders import contents

MANY = [f"people/{number}.html" for number in range(3 * hands.MANY)]


@pytest.fixture(autouse=True)
def two_processors(monkeypatch):
    """Whatever this machine has."""
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0, 1})


def test_every_address_is_done_once_and_by_two():
    """The process that asks is one of them."""
    done = list(spread(MANY, lambda address: (address, os.getpid())))
    assert sorted(address for address, _ in done) == sorted(MANY)
    hands_in_it = {who for _, who in done}
    assert os.getpid() in hands_in_it
    assert len(hands_in_it) == 2


def test_a_few_are_done_here():
    """To begin another process would take longer."""
    assert set(spread(MANY[:10], lambda _: os.getpid())) == {os.getpid()}


def test_what_goes_wrong_in_another_hand_is_told_here():
    """As it would be with one hand."""

    def work(address: str) -> str:
        if address == MANY[-1]:
            raise ProblemsFound([Problem(NOWHERE, "x", "Something is wrong.")])
        return address

    with pytest.raises(ProblemsFound, match=r"Something is wrong\."):
        list(spread(MANY, work))


def test_a_hand_that_is_lost_loses_nothing():
    """Its share is done here."""
    here = os.getpid()

    def work(address: str) -> str:
        if os.getpid() != here and address == MANY[1]:
            os._exit(9)
        return address

    assert sorted(spread(MANY, work)) == sorted(MANY)


def test_many_hands_and_one_make_the_same_bytes(home, monkeypatch):
    """Every file, and what is kept for the next build, in which one page is another."""
    before = home.edition.pages

    def built(note: str) -> dict[str, bytes]:
        texts = (f"<p>{note}</p>" if address == MANY[7] else "" for address in MANY)
        pages = (Page(at, at, "People", f'<h1 id="top">{at}</h1>{text}') for at, text in zip(MANY, texts, strict=True))
        home.edition = replace(home.edition, pages=(*before, *pages))
        home.build()
        return contents(home.out)

    by_many = built("This.")
    again = built("That.")
    differ = {address for address in by_many if by_many[address] != again[address]}
    assert differ == {MANY[7], "search/search_index.json", "search/search_index.js"}
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0})
    rmtree(home.folder / ".bothways")
    rmtree(home.out)
    assert built("That.") == again


def test_a_hand_writes_so_many_and_no_more(monkeypatch):
    """Another begins then, as each needs memory for whatever it has touched; every address is done once all the same."""
    monkeypatch.setattr(hands, "ROUND", 2 * hands.MANY)
    done = list(spread(MANY, lambda address: (address, os.getpid())))
    assert sorted(address for address, _ in done) == sorted(MANY)
    others = Counter(who for _, who in done if who != os.getpid())
    assert len(others) == 2
    assert max(others.values()) <= hands.MANY
