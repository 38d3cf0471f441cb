"""What each situation brings along, compared with the guide's chapter and with what ships."""

import re
from typing import get_args

import pytest

from bothways.guide.situations import (
    FIRST_TALK,
    TRACKS,
    UNSAID,
    fitting,
    list_for,
    main_track,
    person_to_think_of,
    tracks_of,
)
from bothways.model.questions import QuestionList
from bothways.model.situation import Situation
from bothways.reading.library import read_library
from workbooks import GUIDE

LIBRARY = read_library(GUIDE)
CHECKLISTS = {one.id for one in LIBRARY.checklists}
MESSAGES = {one.id for one in LIBRARY.messages}
LISTS = {one.id: one for one in LIBRARY.questions}


def chapter(situation):
    """The guide's chapter on a situation."""
    return (GUIDE / "situations" / f"{situation}.md").read_text(encoding="utf-8")


def named(situation, kind):
    """What the chapter names under "Messages and checklists", in its order."""
    line = re.search(rf"^- {kind}: (.*)$", chapter(situation), re.MULTILINE)[1]
    return tuple(re.findall(r"`([\w-]+)`", line))


def test_there_is_a_track_for_each_situation():
    """In the order of the format."""
    assert set(TRACKS) == set(get_args(Situation))


@pytest.mark.parametrize("situation", TRACKS)
def test_a_track_names_what_its_chapter_names(situation):
    """The same checklists and messages in the same order, and each of them ships."""
    track = TRACKS[situation]
    assert track.checklists == named(situation, "Checklists")
    assert track.messages == named(situation, "Messages")
    assert set(track.checklists) <= CHECKLISTS
    assert set(track.messages) <= MESSAGES
    assert track.first_ask in ("", *track.messages)


@pytest.mark.parametrize("situation", TRACKS)
def test_its_question_list_ships_and_fits_it(situation):
    """The list says so itself."""
    assert situation in LISTS[TRACKS[situation].questions].situations


@pytest.mark.parametrize("situation", TRACKS)
def test_it_names_kinds_of_people_and_its_chapter_has_more(situation):
    """At least six, each short enough for one line beside the list."""
    track = TRACKS[situation]
    assert len(track.people) >= 6
    assert all(len(kind) <= 90 and not kind.endswith(".") for kind in track.people)
    assert f"{{ #{track.anchor} }}" in chapter(situation)


def test_whoever_has_not_said_takes_growth_as_the_guide_advises():
    """The chapter on choosing says the same."""
    assert main_track(()).situation == UNSAID == "career-growth"
    assert "If none does, take growth." in (GUIDE / "situations.md").read_text(encoding="utf-8")


def test_of_several_the_first_is_the_main_one():
    """The person put it first."""
    assert main_track(("business", "job-search")).situation == "business"


OWN = QuestionList(id="mine", list="Mine", situations=("business",))
ANY = QuestionList(id="any", list="Any")


@pytest.mark.parametrize(
    ("own", "mine", "wanted"),
    [
        ((), (), FIRST_TALK),
        ((), ("business",), "business"),
        ((), ("career-growth", "business"), "career-growth"),
        ((OWN,), ("business",), "mine"),
        ((OWN,), ("job-search",), "job-search"),
        ((OWN,), (), "mine"),
        ((OWN, ANY), ("job-search",), "any"),
    ],
)
def test_the_list_for_a_talk_is_ones_own_that_fits_else_the_one_for_the_situation(own, mine, wanted):
    """A list of one's own that names no situation fits all."""
    assert list_for((*own, *LIBRARY.questions), {one.id for one in own}, mine).id == wanted


def test_without_any_list_there_is_none():
    """None, and no mistake."""
    assert list_for((), (), ("business",)) is None


def test_each_kind_of_person_has_its_week_and_each_situation_its_turn():
    """After as many weeks as there are kinds, it begins again."""
    both = tracks_of(("job-search", "career-change"))
    weeks = [person_to_think_of(both, week) for week in range(4)]
    assert [track.situation for track, _ in weeks] == ["job-search", "career-change", "job-search", "career-change"]
    assert weeks[0][1] != weeks[2][1]
    alone = tracks_of(("job-search",))
    assert person_to_think_of(alone, 1) == person_to_think_of(alone, 1 + len(alone[0].people))


def test_what_fits_is_in_the_situations_order_and_each_once():
    """Only what is there."""
    assert fitting(["c", "a", "b"], [("a", "x"), ("b", "a")]) == ("a", "b")
