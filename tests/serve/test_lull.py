"""What can wait is done when nothing new comes for a moment, and at the end all the same."""

import threading

import pytest

from bothways.serve import lull
from bothways.serve.lull import Lull

SOON = 10
"""Seconds until a test gives up."""


@pytest.fixture
def quickly(monkeypatch):
    """A moment is over at once."""
    monkeypatch.setattr(lull, "QUIET", 0)


@pytest.fixture
def never(monkeypatch):
    """A moment never ends by itself."""
    monkeypatch.setattr(lull, "QUIET", 60)


@pytest.mark.usefixtures("quickly")
def test_it_is_done_when_it_is_quiet():
    """While the server goes on."""
    done = threading.Event()
    with Lull(print) as one:
        one.put_off("a page", done.set)
        assert done.wait(SOON)


@pytest.mark.usefixtures("never")
def test_it_is_not_done_before_and_surely_at_the_end():
    """Of those with one name, the last alone."""
    done = []
    with Lull(print) as one:
        one.put_off("a page", lambda: done.append("the first"))
        one.put_off("a page", lambda: done.append("the second"))
        one.put_off("names", lambda: done.append("names"))
        assert done == []
    assert done == ["the second", "names"]


@pytest.mark.usefixtures("never")
def test_what_fails_is_told_and_holds_up_nothing_else():
    """It is a fault of ours, and nobody waits for it."""
    done, faults = [], []

    def failing():
        raise RuntimeError("secret")

    with Lull(faults.append) as one:
        one.put_off("one", failing)
        one.put_off("another", lambda: done.append("another"))
    assert done == ["another"]
    assert [str(fault) for fault in faults] == ["secret"]
