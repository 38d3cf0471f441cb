"""Organisations: what follows about them without being typed."""

from datetime import date

from bothways.derive.organisations import Standing
from workbooks import facts

LOG = "- {date: 2026-11-20, who: %s, did: heard}\n"


def standings(organisations: str, people: str = "", day: date = date(2026, 12, 1), **files: str) -> dict[str, Standing]:
    """How it stands with each, by name, in order."""
    made = facts(
        {"organisations.yaml": organisations, "people.yaml": people}
        | {f"{name}.yaml": text for name, text in files.items()},
        day,
    )
    return {standing.organisation.name: standing for standing in made.organisations.values()}


def distance(people: str, **files: str) -> int | None:
    """How far it is to somebody who decides at Marrowgate."""
    return standings("- name: Marrowgate", people, **files)["Marrowgate"].distance


def test_the_order_is_motivation_then_posting_then_how_many_people_then_the_name():
    """Of two alike the next column decides, and the name at last."""
    found = standings(
        "- {name: Elm, motivation: 2, posting: 1}\n"
        "- {name: Birch, motivation: 2, posting: 1}\n"
        "- {name: Ash, motivation: 2, posting: 3}\n"
        "- {name: Oak, motivation: 3}\n"
        "- {name: Yew, motivation: 2, posting: 1}\n",
        "- {name: Dana, organisation: Yew}",
    )
    assert list(found) == ["Oak", "Ash", "Yew", "Birch", "Elm"]
    assert [standing.rank for standing in found.values()] == [1, 2, 3, 4, 5]


def test_the_order_can_be_set():
    """With advocacy first, the place where I know people comes before the one I would like best."""
    files = "- {name: Oak, motivation: 3}\n- {name: Yew, motivation: 1}\n"
    people = "- {name: Dana, organisation: Yew}"
    assert list(standings(files, people)) == ["Oak", "Yew"]
    own = "name: Ruth\nrhythm: {organisation_order: [advocacy, motivation]}"
    assert list(standings(files, people, me=own)) == ["Yew", "Oak"]


def test_advocacy_counts_the_people_written_down_there():
    """A place in plain text that only sounds alike is not the same place."""
    found = standings(
        "- name: Marrowgate",
        "- {name: Dana, organisation: marrowgate}\n- {name: Piet, organisation: Marrowgate East}\n",
    )
    assert found["Marrowgate"].advocacy == 1
    assert found["Marrowgate"].needs_a_second_name


def test_two_names_are_enough():
    """Nobody is asked for a second name where there are two, or where nothing is wanted any more."""
    two = "- {name: Dana, organisation: Marrowgate}\n- {name: Piet, organisation: Marrowgate}\n"
    assert not standings("- name: Marrowgate", two)["Marrowgate"].needs_a_second_name
    one = "- {name: Dana, organisation: Marrowgate}"
    assert not standings("- {name: Marrowgate, status: closed}", one)["Marrowgate"].needs_a_second_name


def test_only_as_many_are_active_as_the_rhythm_takes():
    """The first of the order are active; whatever else is under way waits its turn."""
    text = "".join(f"- {{name: Place {n}, status: talking, motivation: {3 if n == 6 else 1}}}\n" for n in range(1, 7))
    groups = {name: standing.group for name, standing in standings(text).items()}
    assert groups.pop("Place 5") == "in turn"
    assert set(groups.values()) == {"active"}
    gentle = standings(text, me="name: Ruth\nrhythm: gentle")
    assert [standing.is_active for standing in gentle.values()] == [True, True, True, False, False, False]


def test_a_place_that_is_only_read_about_takes_no_room():
    """Researching, resting and closed places are not active, nor is one that rests until a day to come."""
    found = standings(
        "- {name: Ash, motivation: 3}\n- {name: Birch, status: resting}\n- {name: Elm, status: closed}\n"
        "- {name: Oak, status: talking, rest_until: 2027-01-10}\n"
        "- {name: Yew, status: talking, rest_until: 2026-11-30}\n"
    )
    assert {name: standing.group for name, standing in found.items()} == {
        "Ash": "researching",
        "Birch": "resting",
        "Elm": "closed",
        "Oak": "resting",
        "Yew": "active",
    }


def test_knowing_somebody_who_decides_is_no_distance():
    """An answer, a meeting or a close tie is knowing."""
    dana = "- {name: Dana, organisation: Marrowgate, decision_maker: yes%s}\n"
    assert distance(dana % "", log=LOG % "Dana") == 0
    assert distance(dana % ", met_at: the choir") == 0
    assert distance(dana % ", tie: close") == 0


def test_writing_to_a_stranger_is_not_knowing_them():
    """A message without an answer leads nowhere yet."""
    dana = "- {name: Dana, organisation: Marrowgate, decision_maker: yes}\n"
    assert distance(dana, log="- {date: 2026-11-20, who: Dana, did: wrote}") is None


def test_knowing_somebody_who_does_not_decide_is_no_way_yet():
    """Without anybody who decides there is nowhere to go."""
    assert distance("- {name: Dana, organisation: Marrowgate, tie: close}") is None


def test_the_distance_counts_introductions():
    """Bea knows Dana, Dana knows Helen: two introductions. The shortest way counts."""
    people = (
        "- {name: Bea, tie: close, knows: Dana}\n- {name: Dana, knows: Helen}\n"
        "- {name: Helen, organisation: Marrowgate, decision_maker: yes}\n"
    )
    way = standings("- name: Marrowgate", people)["Marrowgate"].way
    assert [who.name for who in way] == ["Bea", "Dana", "Helen"]
    assert distance(people) == 2
    assert distance(people, log=LOG % "Dana") == 1


def test_a_promised_introduction_is_a_way():
    """Joss, with whom I talked, promised Cyril."""
    people = "- name: Joss\n- {name: Cyril, organisation: Marrowgate, decision_maker: yes}\n"
    talk = "- with: Joss\n  date: 2026-11-10\n  introductions: [{to: Cyril}]"
    assert distance(people, conversations=talk) == 1
    assert distance(people, conversations="- {with: Joss, date: 2026-11-10}") is None


def test_a_talk_that_is_still_planned_promises_nothing():
    """Only a talk that was held counts."""
    people = "- {name: Joss, tie: warm}\n- {name: Cyril, organisation: Marrowgate, decision_maker: yes}\n"
    talk = "- with: Joss\n  date: 2026-12-10\n  introductions: [{to: Cyril}]"
    assert distance(people, conversations=talk) is None


def test_who_introduced_whom_is_a_way_too():
    """Somebody introduced by Bea is somebody whom Bea knows."""
    people = (
        "- {name: Bea, tie: close}\n"
        "- {name: Cyril, organisation: Marrowgate, decision_maker: yes, introduced_by: Bea}\n"
    )
    assert distance(people) == 1


def test_a_circle_of_people_ends():
    """People who know each other in a ring are walked once."""
    people = (
        "- {name: Bea, tie: close, knows: [Dana, Piet]}\n- {name: Dana, knows: [Piet, Bea]}\n"
        "- {name: Piet, knows: [Bea, Dana]}\n- {name: Helen, organisation: Marrowgate, decision_maker: yes}\n"
    )
    assert distance(people) is None


def test_the_way_to_an_outcome_begins_with_the_first_of_them():
    """Piet led to Yusuf: that is one way, though both are named."""
    found = standings(
        "- name: Rowing Club\n  outcome: {what: client, through: [Piet, Yusuf]}",
        "- name: Piet\n- {name: Yusuf, introduced_by: Piet}\n",
    )
    assert [[who.name for who in way] for way in found["Rowing Club"].outcome_ways] == [["Piet", "Yusuf"]]


def test_an_outcome_through_nobody_has_no_way():
    """A post that was found in the paper came through nobody."""
    assert standings("- name: Ash\n  outcome: {what: role}")["Ash"].outcome_ways == ()


def test_goals_are_joined_from_either_side():
    """A goal may name the place, or the place the goal; it is there once."""
    found = standings(
        "- {name: Ash, goals: [A post]}\n- name: Oak\n- name: Yew\n",
        goals="- {goal: A post, organisations: [Oak, Ash]}",
    )
    assert {name: [goal.goal for goal in standing.goals] for name, standing in found.items()} == {
        "Ash": ["A post"],
        "Oak": ["A post"],
        "Yew": [],
    }


def test_talks_are_those_with_people_there_newest_first():
    """A talk that was cancelled, or is with somebody elsewhere, is not among them."""
    found = standings(
        "- name: Ash",
        "- {name: Dana, organisation: Ash}\n- name: Piet\n",
        conversations="- {with: Dana, date: 2026-11-10}\n- {with: Dana, date: 2026-12-10}\n"
        "- {with: Dana, date: 2026-11-20, status: cancelled}\n- {with: Piet, date: 2026-11-21}\n",
    )
    assert [talk.date for talk in found["Ash"].talks] == [date(2026, 12, 10), date(2026, 11, 10)]


def test_an_introduction_to_somebody_there_is_promised_until_it_is_made():
    """Said with the place, or to somebody known to be there."""
    talk = "- with: Dana\n  date: 2026-11-10\n  introductions: [%s]"
    people = "- name: Dana\n- {name: Helen, organisation: Ash}\n"

    def promised(introduction: str) -> list[str]:
        found = standings("- name: Ash", people, conversations=talk % introduction)
        return [promise.introduction.to.name for promise in found["Ash"].promises]

    assert promised("{to: Helen}") == ["Helen"]
    assert promised("{to: Selwyn Pike, organisation: Ash}") == ["Selwyn Pike"]
    assert promised("{to: Selwyn Pike}") == []
    assert promised("{to: Helen, made: 2026-11-12}") == []
