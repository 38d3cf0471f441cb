"""Counts of what was done, the range small numbers allow, where it sticks, what paid back."""

from datetime import date
from fractions import Fraction
from math import comb

import pytest

from bothways.derive.likely import Range, likely
from workbooks import GUIDE, facts

PEOPLE = "".join(f"- name: {name}\n" for name in ("Ada", "Bea", "Cyril", "Dana"))


def progress(day=date(2026, 12, 1), **files):
    """The progress of the workbook that these files hold. 1 December 2026 is a Tuesday."""
    return facts({f"{name}.yaml": text for name, text in files.items()}, day).progress


def lines(*said):
    """A log: `lines(("2026-11-03", "Dana", "wrote"))`."""
    return "".join(f"- {{date: {day}, who: {who}, did: {did}}}\n" for day, who, did in said)


def test_each_count_of_the_path_is_a_part_of_the_one_before():
    """Listed, tried, answered since, talked since."""
    path = progress(
        people=PEOPLE,
        log=lines(
            ("2026-11-03", "Ada", "wrote"), ("2026-11-03", "Bea", "called"), ("2026-11-03", "Cyril", "nudged"),
            ("2026-11-05", "Ada", "heard"), ("2026-11-06", "Bea", "received"),
        ),
        conversations="- {with: Ada, date: 2026-11-10}\n",
    ).path  # fmt: skip
    assert (path.people, path.tried, path.answered, path.talked) == (4, 3, 2, 1)


def test_what_came_before_the_first_try_is_no_answer_to_it():
    """Somebody heard in May and written to in November has not answered yet."""
    path = progress(people=PEOPLE, log=lines(("2026-05-05", "Ada", "heard"), ("2026-11-03", "Ada", "wrote"))).path
    assert (path.tried, path.answered) == (1, 0)


def test_a_talk_that_nobody_asked_for_is_counted_beside_the_path():
    """It came about by itself; the path counts those who were asked."""
    path = progress(people=PEOPLE, conversations="- {with: [Ada, Bea], date: 2026-11-10}\n").path
    assert (path.talked, path.talked_unasked) == (0, 2)


def test_introductions_count_when_promised_and_when_made():
    """A date after today has not come."""
    talk = "- {with: Ada, date: 2026-11-10, introductions: [X, {to: Y, made: 2026-11-20}, {to: Z, made: 2026-12-20}]}\n"
    found = progress(people=PEOPLE, conversations=talk)
    assert (found.path.promised, found.path.made) == (3, 1)
    assert [promise.introduction.to.name for promise in found.introductions_open] == ["X", "Z"]


def chances(came, tried, ahead):
    """The predictive chances worked out another way: the average of the binomial over a Beta, as exact fractions."""

    def beta(a, b):
        return Fraction(1, (a + b + 1) * comb(a + b, a))

    return [
        comb(ahead, j) * beta(came + j, tried - came + ahead - j) / beta(came, tried - came) for j in range(ahead + 1)
    ]


@pytest.mark.parametrize(("came", "tried"), [(8, 18), (0, 3), (3, 3), (1, 2), (6, 8), (19, 19), (0, 1)])
def test_the_range_holds_in_nine_cases_of_ten(came, tried):
    """What lies outside is at most one in twenty on either side, and one step narrower would be more."""
    found, chance = likely(came, tried, tried), chances(came, tried, tried)
    assert sum(chance) == 1
    assert sum(chance[: found.low]) <= Fraction(1, 20) < sum(chance[: found.low + 1])
    assert sum(chance[found.high + 1 :]) <= Fraction(1, 20) < sum(chance[found.high :])


def test_the_range_that_the_guide_tells_of_is_the_one_that_is_drawn():
    """After eight of eighteen, four to thirteen of the next eighteen."""
    assert likely(8, 18, 18) == Range(18, 4, 13)
    assert "anything from four to thirteen" in (GUIDE / "measuring.md").read_text(encoding="utf-8")
    assert "it gives four to thirteen" in (GUIDE / "sources.md").read_text(encoding="utf-8")


def test_a_range_for_none_ahead_is_none():
    """Nothing more can come of nobody."""
    assert (likely(0, 0, 0).low, likely(0, 0, 0).high) == (0, 0)


def test_from_twenty_on_there_is_no_range():
    """Twenty are enough to look at the count itself; nineteen are not."""
    many = "".join(f"- name: Person {n}\n" for n in range(20))

    def tried(number):
        log = lines(*(("2026-11-03", f"Person {n}", "wrote") for n in range(number)))
        return progress(people=many, log=log).path.next_answers

    assert tried(0) is None
    assert tried(19).ahead == 19
    assert tried(20) is None


def test_weeks_begin_on_monday_and_end_with_this_one():
    """At most eight; those before anything was done are left out."""
    found = progress(
        people=PEOPLE,
        log=lines(
            ("2026-11-15", "Ada", "wrote"), ("2026-11-16", "Bea", "wrote"), ("2026-11-22", "Bea", "nudged"),
            ("2026-11-23", "Ada", "gave"), ("2026-12-02", "Ada", "gave"),
        ),
        conversations="- {with: Ada, date: 2026-11-25, gave: [Tea, A name]}\n",
    )  # fmt: skip
    assert [(week.begin.isoformat(), week.asks, week.new_asks, week.gives) for week in found.weeks] == [
        ("2026-11-09", 1, 1, 0),
        ("2026-11-16", 2, 1, 0),
        ("2026-11-23", 0, 0, 3),
        ("2026-11-30", 0, 0, 0),
    ]
    assert (found.asked, found.gave) == (3, 3)
    assert (
        len(progress(people=PEOPLE, log=lines(("2025-01-01", "Ada", "wrote"), ("2026-10-12", "Ada", "gave"))).weeks)
        == 8
    )


def test_introducing_two_people_is_one_thing_given():
    """It concerns two people and was done once."""
    log = "- {date: 2026-11-30, who: Ada, did: introduced, to: Bea}\n"
    assert progress(people=PEOPLE, log=log).weeks[-1].gives == 1


ME = "name: Ruth Amadi\nrhythm: {per_week: {new_asks: 2, conversations: %s, gives: 3}}\n"


def test_this_week_is_never_more_than_was_wanted():
    """Three of two are two of two, and one more; what is not wanted is not counted."""
    log = lines(*(("2026-11-30", who, "wrote") for who in ("Ada", "Bea", "Cyril")), ("2026-12-01", "Dana", "gave"))
    asks, gives = progress(people=PEOPLE, me=ME % 0, log=log).this_week.counts
    assert (asks.words, asks.done, asks.wanted, asks.beyond, asks.marks) == ("New asks", 2, 2, 1, (True, True))
    assert (gives.done, gives.wanted, gives.marks) == (1, 3, (True, False, False))


def test_a_hundred_wanted_are_drawn_as_twelve_marks():
    """There is room for twelve; the number stays in the text."""
    talks = progress(people=PEOPLE, me=ME % 100, conversations="- {with: Ada, date: 2026-11-30}\n").this_week.counts[1]
    assert (talks.done, talks.wanted) == (1, 100)
    assert talks.marks == (False,) * 12


def test_somebody_tried_before_is_no_new_ask():
    """The second letter is an ask, and not a new one."""
    found = progress(people=PEOPLE, log=lines(("2026-11-03", "Ada", "wrote"), ("2026-11-30", "Ada", "nudged")))
    assert (found.weeks[-1].asks, found.weeks[-1].new_asks) == (1, 0)


BUSY = lines(*((f"2026-11-{day:02}", f"Person {day}", "wrote") for day in range(2, 29)))
CROWD = "".join(f"- name: Person {n}\n" for n in range(2, 29))
HEARD = lines(*((f"2026-11-{day:02}", f"Person {day}", "heard") for day in range(2, 29)))
GAVE = lines(*((f"2026-11-{day:02}", "Person 2", "gave") for day in range(2, 29)))


def talks(number, extra=""):
    """So many talks with people who were asked."""
    return "".join(f"- {{with: Person {n}, date: 2026-11-{n + 1:02}{extra}}}\n" for n in range(2, 2 + number))


@pytest.mark.parametrize(
    ("where", "log", "conversations"),
    [
        ("introductions", BUSY + HEARD + GAVE, talks(3, ", introductions: [Helen]")),
        ("names", BUSY + HEARD + GAVE, talks(20)),
        ("news", BUSY + HEARD + GAVE, talks(20, ", advice: [Rest], introductions: [{to: Helen, made: 2026-11-29}]")),
        ("talks", BUSY + HEARD + GAVE, ""),
        ("answers", BUSY + GAVE, ""),
        ("gives", BUSY + HEARD, talks(20, ", introductions: [{to: Helen, made: 2026-11-29}]")),
        ("asks", GAVE, ""),
        (None, BUSY + HEARD + GAVE, talks(20, ", introductions: [{to: Helen, made: 2026-11-29}]")),
    ],
)
def test_where_it_sticks(where, log, conversations):
    """The furthest step along that holds things up is named; nothing is, where all goes on."""
    me = "name: Ruth\nsituation: job-search\n"
    assert progress(me=me, people=CROWD, log=log, conversations=conversations).sticks_at == where


def test_whoever_does_not_go_by_the_week_has_not_asked_too_little():
    """Keeping up asks nothing week by week; numbers of one's own do."""
    keeping = "name: Signe\nsituation: career-growth\n"
    assert progress(me=keeping, people=CROWD, log=GAVE).sticks_at is None
    assert progress(me=keeping + "rhythm: {per_week: {new_asks: 3}}\n", people=CROWD, log=GAVE).sticks_at == "asks"


def test_a_first_week_sticks_nowhere():
    """Whoever began yesterday is not behind with anything."""
    assert progress(people=PEOPLE, log=lines(("2026-11-30", "Ada", "wrote"))).sticks_at is None


def test_a_place_counts_those_met_there_and_those_they_led_to():
    """What came of it counts for the place where the way began; talks, since the event."""
    found = progress(
        people="""
        - {name: Ada, met_at: Food Forum}
        - {name: Bea, introduced_by: Ada}
        - {name: Cyril, introduced_by: Bea, met_at: Over tea}
        - {name: Dana, met_at: School gate}
        """,
        events="- {name: Food Forum, date: 2026-10-29, met: [Emil]}\n- {name: Later, date: 2026-12-24, met: [Dana]}\n",
        conversations="- {with: Ada, date: 2026-10-01}\n- {with: Ada, date: 2026-11-01}\n",
        organisations="- {name: Mill, outcome: {what: client, through: Cyril}}\n",
    ).places
    assert [place.where.name for place in found] == ["Food Forum", "School gate"]
    forum = found[0]
    assert sorted(who.name for who in forum.people) == ["Ada", "Emil"]
    assert (forum.led_to, forum.talks, [one.name for one in forum.outcomes]) == (2, 1, ["Mill"])
    assert (found[1].led_to, found[1].talks, found[1].outcomes) == (0, 0, ())


def test_one_talk_with_two_people_of_one_place_is_one_talk():
    """However many sat at the table."""
    (choir,) = progress(
        people="[{name: Ada, met_at: The choir}, {name: Bea, met_at: The choir}]",
        conversations="- {with: [Ada, Bea], date: 2026-11-01}\n",
    ).places
    assert (len(choir.people), choir.talks) == (2, 1)


def test_months_are_counted_as_weeks_are():
    """At most six; those before anything was done are left out."""
    found = progress(
        people=PEOPLE,
        log=lines(("2026-09-30", "Ada", "wrote"), ("2026-10-01", "Ada", "nudged"), ("2026-12-01", "Bea", "gave")),
    )
    assert [(one.begin.isoformat(), one.asks, one.new_asks, one.gives) for one in found.months] == [
        ("2026-09-01", 1, 1, 0),
        ("2026-10-01", 1, 0, 0),
        ("2026-11-01", 0, 0, 0),
        ("2026-12-01", 0, 0, 1),
    ]
    assert (
        len(progress(people=PEOPLE, log=lines(("2025-01-01", "Ada", "wrote"), ("2026-07-01", "Ada", "gave"))).months)
        == 6
    )


def test_the_weeks_stand_beside_the_rhythm_and_an_ordinary_one_is_the_middle_of_the_whole_weeks():
    """Of six whole weeks with 1, 2, 0, 3, 1 and 0 new asks, the ordinary one had one. This week is not over."""
    people = "".join(f"- name: P{n}\n" for n in range(20))
    days = ("10-12", "10-20", "10-21", "11-02", "11-03", "11-04", "11-10", "11-30", "12-01")
    log = lines(*((f"2026-{day}", f"P{n}", "wrote") for n, day in enumerate(days)))
    asks, talks, gives = progress(people=people, me="name: Ruth\nsituation: job-search\n", log=log).rhythm
    assert (asks.words, asks.each, asks.wanted, asks.usual) == ("New asks", (1, 2, 0, 3, 1, 0, 0, 2), 5, 1)
    assert (talks.usual, gives.usual) == (0, 0)


def test_with_fewer_than_four_whole_weeks_none_is_ordinary():
    """There is nothing to call usual yet."""
    log = lines(("2026-11-09", "Ada", "wrote"), ("2026-11-16", "Bea", "wrote"))
    asks = progress(people=PEOPLE, me="name: Ruth\nsituation: job-search\n", log=log).rhythm[0]
    assert (len(asks.each), asks.usual) == (4, None)


def test_events_of_the_month_stand_against_the_rhythm():
    """Those that have been; the one to come is not counted yet."""
    events = "- {name: A, date: 2026-12-01}\n- {name: B, date: 2026-12-09}\n- {name: C, date: 2026-11-30}\n"
    month = progress(events=events, me="name: Ruth\nrhythm: {events_per_month: 2}\n").this_month
    assert (month.words, month.done, month.wanted, month.beyond) == ("Events this month", 1, 2, 0)
    assert progress(me="name: Ruth\nrhythm: {events_per_month: 0}\n").this_month is None


def test_advice_is_a_win_once_it_was_acted_on_and_they_know():
    """Done and told; told alone, or done alone, is not yet."""
    found = progress(
        people=PEOPLE,
        conversations="""
        - with: Ada
          date: 2026-11-01
          advice:
          - {advice: A, did: Yes, told_them: 2026-11-20}
          - {advice: B, did: Yes}
          - {advice: C, told_them: 2026-11-20}
        """,
    )
    assert [one.advice.advice for one in found.advice_told] == ["A"]


def test_an_empty_workbook_has_nothing_to_count():
    """It has one week and no place to stick."""
    found = progress()
    assert not found.has_begun
    assert len(found.weeks) == 1
    assert found.sticks_at is None
