"""What somebody who keeps up may like to do: the month, the quarter, the year. Nothing of it is due."""

from datetime import date

from workbooks import facts

ME = "name: Signe\nsituation: career-growth\n"


def keeping_up(day=date(2026, 12, 1), **files):
    """The suggestions for the workbook that these files hold."""
    return facts({f"{name}.yaml": text for name, text in ({"me": ME} | files).items()}, day).keeping_up


def names(hellos):
    """Who is suggested, in order."""
    return [hello.who.name for hello in hellos]


def test_whoever_has_waited_longest_for_their_own_interval_comes_first():
    """Three of four weeks are more than seven of twelve months. Less than half is not suggested."""
    people = """
        - {name: Ada, keep_in_touch: 4 weeks, met_on: 2026-11-10}
        - {name: Bea, keep_in_touch: 1 year, met_on: 2026-05-01}
        - {name: Cyril, keep_in_touch: 1 year, met_on: 2026-07-01}
        """
    found = keeping_up(people=people).hellos
    assert names(found) == ["Ada", "Bea"]
    assert (found[0].last, str(found[0].every)) == (date(2026, 11, 10), "4 weeks")


def test_at_most_five_are_suggested_and_of_equals_the_nearest():
    """A close friend before a loose one."""
    ties = ("loose", "close", "warm", "loose", "loose", "loose", "new")
    people = "".join(
        f"- {{name: P{at}, tie: {tie}, keep_in_touch: 8 weeks, met_on: 2026-10-20}}\n" for at, tie in enumerate(ties)
    )
    assert names(keeping_up(people=people).hellos) == ["P1", "P2", "P6", "P0", "P3"]


def test_whoever_is_on_the_agenda_is_not_suggested_a_second_time():
    """Their hello is due there."""
    people = "- {name: Ada, keep_in_touch: 4 weeks, met_on: 2026-11-03}\n"
    assert keeping_up(people=people).hellos == ()
    assert names(keeping_up(date(2026, 11, 30), people=people).hellos) == ["Ada"]


def test_nobody_is_pressed():
    """Not somebody who rests, nor one whose move it is, nor one with whom a talk is planned, nor one never met."""
    people = """
        - {name: Rests, keep_in_touch: 8 weeks, met_on: 2026-10-20, rest_until: 2027-01-01}
        - {name: Silent, keep_in_touch: 8 weeks}
        - {name: Planned, keep_in_touch: 8 weeks, met_on: 2026-10-20}
        - {name: Unmet, keep_in_touch: 8 weeks}
        - {name: Never, keep_in_touch: no, met_on: 2020-10-20}
        """
    found = keeping_up(
        people=people,
        log="- {date: 2026-10-20, who: Silent, did: wrote}\n- {date: 2026-11-02, who: Silent, did: nudged}\n",
        conversations="- {with: Planned, date: 2026-12-10}\n",
    )
    assert found.hellos == ()


def test_people_who_heard_from_me_this_month_are_counted_and_those_who_wrote_are_not():
    """The first of the month counts, the last of the one before does not."""
    found = keeping_up(
        date(2026, 12, 5),
        people="[{name: Ada}, {name: Bea}, {name: Cyril}]",
        log="""
        - {date: 2026-12-01, who: Ada, did: wrote}
        - {date: 2026-12-02, who: Ada, did: gave}
        - {date: 2026-12-02, who: Bea, did: heard}
        - {date: 2026-11-30, who: Cyril, did: wrote}
        """,
    )
    assert found.heard_from_me == 1


def test_one_thing_to_give_goes_to_whoever_has_waited_longest_for_it():
    """Somebody given something within a year waits; so does one of whom nothing is written that I could do."""
    people = """
        - {name: Ada, met_on: 2026-10-01, i_can_help_with: An hour on night notes}
        - {name: Bea, met_on: 2026-09-01, i_can_help_with: [A lift, A ladder]}
        - {name: Cyril, met_on: 2026-08-01, i_can_help_with: A name}
        - {name: Dana, met_on: 2026-07-01}
        """
    offer = keeping_up(people=people, log="- {date: 2026-08-02, who: Cyril, did: gave, about: A name}").offer
    assert (offer.who.name, offer.what) == ("Bea", "A lift")


def test_events_of_the_month_stand_beside_how_many_are_wanted():
    """Past ones and those to come; not next month's."""
    found = keeping_up(
        date(2026, 12, 5),
        events="- {name: Supper, date: 2026-12-20}\n- {name: Talk, date: 2026-12-01}\n- {name: Fair, date: 2027-01-01}\n",
    )
    assert [event.name for event in found.events] == ["Talk", "Supper"]
    assert found.events_wanted == 1


PLACES = """
    - {name: Marrowgate Hospital, sector: Health}
    - {name: Quillbrook Care, sector: health}
    - {name: Saltpan Lane School, sector: Schools}
    """
SIDES = """
    - {name: Ada, organisation: Marrowgate Hospital, met_on: 2026-01-10}
    - {name: Bea, organisation: Quillbrook Care, met_on: 2026-02-10}
    - {name: Cyril, organisation: Saltpan Lane School, met_on: 2026-03-10}
    - {name: Dana, organisation: The mill, met_on: 2026-04-10}
    - {name: Emil, organisation: The quay, met_on: 2026-05-10}
    """
HEARD = "".join(
    f"- {{date: 2026-0{month}-12, who: {who}, did: heard}}\n"
    for month, who in enumerate(("Ada", "Bea", "Cyril", "Dana", "Emil"), 1)
) + "".join(f"- {{date: 2026-10-30, who: {who}, did: wrote}}\n" for who in ("Ada", "Bea", "Cyril", "Dana", "Emil"))


def test_a_tour_asks_three_people_from_three_fields_whom_one_has_not_heard_for_longest():
    """Two in health are one side; the sector's capitals do not count."""
    tour = keeping_up(organisations=PLACES, people=SIDES, log=HEARD).tour
    assert [who.name for who in tour.people] == ["Ada", "Cyril", "Dana"]
    assert tour.since == date(2026, 10, 1)


def test_a_talk_in_the_quarter_is_one_less_to_ask_and_three_are_a_tour():
    """A talk of the quarter before does not count."""
    talks = "- {with: Cyril, date: 2026-11-20, notes: Good, thanked: 2026-11-20}\n- {with: Emil, date: 2026-09-30}\n"
    tour = keeping_up(organisations=PLACES, people=SIDES, log=HEARD, conversations=talks).tour
    assert [talk.with_[0].name for talk in tour.talks] == ["Cyril"]
    assert [who.name for who in tour.people] == ["Ada", "Dana"]
    three = "".join(f"- {{with: {who}, date: 2026-11-2{at}}}\n" for at, who in enumerate(("Ada", "Bea", "Cyril")))
    assert keeping_up(organisations=PLACES, people=SIDES, log=HEARD, conversations=three).tour.people == ()


def test_quarters_begin_in_january_april_july_and_october():
    """The first and the last day of each belong to it."""
    begins = {(2026, 3, 31): (1, 1), (2026, 4, 1): (4, 1), (2026, 9, 30): (7, 1), (2026, 12, 31): (10, 1)}
    for day, (month, first) in begins.items():
        assert keeping_up(date(*day)).tour.since == date(2026, month, first)


def test_an_old_tie_is_one_not_met_for_three_years_and_those_who_decide_come_first():
    """People choose whom they knew best; more is learned from those who stood higher."""
    people = """
        - {name: Familiar, tie: dormant, met_on: 2015-01-01}
        - {name: Head, tie: dormant, met_on: 2020-01-01, decision_maker: yes}
        - {name: Recent, tie: dormant, met_on: 2025-01-01, decision_maker: yes}
        - {name: Resting, tie: dormant, met_on: 2010-01-01, decision_maker: yes, rest_until: 2027-05-01}
        """
    assert keeping_up(people=people).tour.old_tie.name == "Head"


def test_december_and_january_are_for_looking_back():
    """The other months are not."""
    turns = [month for month in range(1, 13) if keeping_up(date(2026, month, 15)).is_turn_of_the_year]
    assert turns == [1, 12]


def test_an_empty_workbook_suggests_nothing():
    """No people, no event, no offer, and no old tie."""
    found = keeping_up()
    assert (found.hellos, found.offer, found.events, found.tour.people, found.tour.old_tie) == ((), None, (), (), None)
