"""Hints: what the method would look at once more, each with a case where nothing is said."""

import pytest

from bothways.derive.hints import hints
from bothways.derive.unkind import unkind_words
from bothways.model.near import NearNames
from bothways.problems import NOWHERE, Problem
from bothways.reading.hints_off import without_those_off
from workbooks import TODAY, example, workbook

PEOPLE = "- name: Dana Okafor\n- name: Piet Sandoval\n  i_can_help_with: A baker who can do 200 rolls by six\n"


def hinted(code, files):
    """Place and words of each hint with this code."""
    return [
        f"{hint.place.file.removeprefix('workbook/')}:{hint.place.line}: {hint.message} {hint.hint}"
        for hint in hints(workbook({"people.yaml": PEOPLE} | files), TODAY)
        if hint.code == code
    ]


def test_an_empty_workbook_has_no_hints():
    """Nothing to look at where nothing is written."""
    assert hints(workbook({}), TODAY) == []


def test_the_example_has_few_hints():
    """A shop window: only what its comments speak of, and people without a record."""
    assert {hint.code for hint in hints(example(), TODAY)} <= {"second-name", "no-record"}
    assert len(hints(example(), TODAY)) < 6


def test_hints_are_hints_and_come_by_place():
    """They stop nothing."""
    said = hints(example(), TODAY)
    assert {hint.severity for hint in said} == {"hint"}
    assert [hint.place for hint in said] == sorted(hint.place for hint in said)


def test_a_log_line_after_today_is_a_hint():
    """It does not count; a line of today does."""
    log = "- {date: 2026-12-01, who: Dana Okafor, did: wrote}\n- {date: 2026-12-02, who: Dana Okafor, did: wrote}\n"
    assert hinted("future-log-line", {"log.yaml": log}) == [
        (
            "log.yaml:2: 2026-12-02 is still to come, so this line does not count yet. "
            "Correct the date, or write a plan as a conversation or a step."
        )
    ]


@pytest.mark.parametrize(("words", "number"), [(80, 0), (81, 1)])
def test_an_introduction_of_more_than_half_a_minute_is_a_hint(words, number):
    """80 words are enough."""
    said = hinted("long-introduction", {"me.yaml": f"name: Ruth Amadi\nintroduction: {'word ' * words}"})
    assert len(said) == number
    assert all(line.startswith("me.yaml:2: Your introduction has 81 words") for line in said)


def test_a_need_wants_two_names():
    """One name is a hint, none as well, two are not."""
    needs = """
    name: Ruth Amadi
    needs:
      - need: A baker
        people: [Dana Okafor, Piet Sandoval]
      - need: Somebody who teaches allergens
        people: Dana Okafor
      - need: A van
    """
    assert hinted("second-name", {"me.yaml": needs}) == [
        "me.yaml:6: Somebody who teaches allergens: one name so far. Add a second name, in case the first cannot help.",
        "me.yaml:7: A van: no name yet. Add two people you would ask.",
    ]


def test_an_organisation_that_is_nearly_a_recorded_one_is_a_hint():
    """A slip would keep two records apart; another place is no slip."""
    files = {
        "organisations.yaml": "- name: Millbrook Care Homes",
        "people.yaml": """
        - name: Dana Okafor
          organisation: Milbrook Care Homes
        - {name: Piet Sandoval, organisation: Mill Bakery}
        - {name: Bea Ostrander, organisation: millbrook care homes}
        """,
    }
    assert hinted("near-organisation", files) == [
        (
            "people.yaml:2: Milbrook Care Homes is not in organisations.yaml, but Millbrook Care Homes is. "
            "If they are the same, write Millbrook Care Homes."
        )
    ]


def test_everybody_without_a_record_is_offered_one_once():
    """With what is known about how they came."""
    files = {
        "events.yaml": "- {name: Mill Hall fair, date: 2026-11-28, met: [Ximena Roake, Piet Sandoval]}",
        "log.yaml": """
        - {date: 2026-11-29, who: Ximena Roake, did: wrote}
        - {date: 2026-11-29, who: Dana Okafor, did: introduced, to: "Roy: the grower"}
        """,
        "conversations.yaml": "- {with: Dana Okafor, date: 2026-11-27, introductions: [Cyril Dawes]}",
    }
    assert hinted("no-record", files) == [
        (
            "conversations.yaml:1: Cyril Dawes has no record of their own. "
            "To add them, write into people.yaml: - {name: Cyril Dawes, introduced_by: Dana Okafor, tie: new}"
        ),
        (
            "events.yaml:1: Ximena Roake has no record of their own. To add them, write into people.yaml: "
            "- {name: Ximena Roake, met_at: Mill Hall fair, met_on: 2026-11-28, tie: new}"
        ),
        (
            "log.yaml:2: Roy: the grower has no record of their own. "
            'To add them, write into people.yaml: - {name: "Roy: the grower", tie: new}'
        ),
    ]


def test_the_record_that_is_offered_can_be_read():
    """Written as it stands, it ends the hint."""
    log = {"log.yaml": '- {date: 2026-11-29, who: "Roy: the \\"grower\\", jr", did: wrote}'}
    offered = hinted("no-record", log)[0].partition("people.yaml: ")[2]
    assert hinted("no-record", log | {"people.yaml": offered}) == []


def test_a_name_that_is_nearly_a_recorded_one_is_asked_about():
    """More likely a slip than a new person."""
    said = hinted("no-record", {"log.yaml": "- {date: 2026-11-29, who: Dana Okafr, did: wrote}"})
    assert said == [
        (
            "log.yaml:1: Dana Okafr has no record of their own. Did you mean Dana Okafor? "
            "If not, write into people.yaml: - {name: Dana Okafr, tie: new}"
        )
    ]


@pytest.mark.parametrize(
    "slip",
    [
        "Milbrook Care Homes",
        "Millbrook Care Home",
        "Millbrook Care",
        "Millbrook Care Homes Ltd",
        "Mlilbrook care homes",
    ],
)
def test_one_letter_or_a_missing_end_is_a_slip(slip):
    """Too many, too few, wrong or swapped."""
    assert NearNames(["Mill Bakery", "Millbrook Care Homes"]).near(slip) == "Millbrook Care Homes"


@pytest.mark.parametrize("other", ["Millbrook", "Mill House", "Millbrook School", "School 12", "Anna", ""])
def test_another_name_is_no_slip(other):
    """A town is not its college, and school 12 is not school 13."""
    assert NearNames(["Millbrook Care Homes", "Mill Bakery", "School 13", "Ann"]).near(other) is None


def test_two_asks_with_nothing_given_are_a_hint():
    """It offers what was written under i_can_help_with; a gift, or a try without an answer, is no reason for it."""
    asks = "- {with: Piet Sandoval, date: 2026-11-02, learned: Much}\n"
    line = "- {date: 2026-11-09, who: Piet Sandoval, did: %s}\n"
    files = {"conversations.yaml": asks, "log.yaml": line % "asked-introduction"}
    assert hinted("ask-without-give", files) == [
        (
            "people.yaml:2: Piet Sandoval has been asked twice, and nothing that you gave is written down. "
            "Offer something of use: A baker who can do 200 rolls by six."
        )
    ]
    assert hinted("ask-without-give", files | {"log.yaml": files["log.yaml"] + line % "gave"}) == []
    assert hinted("ask-without-give", files | {"conversations.yaml": asks.replace("learned", "gave")}) == []
    assert hinted("ask-without-give", {"log.yaml": line % "wrote" + line % "nudged"}) == []


def test_more_tries_than_the_rhythm_allows_are_a_hint():
    """At the try that was one too many; an answer ends it."""
    lines = "".join(f"- {{date: 2026-11-0{day}, who: Dana Okafor, did: wrote}}\n" for day in (2, 4, 6))
    assert hinted("too-many-tries", {"log.yaml": lines}) == [
        (
            "log.yaml:3: Dana Okafor has not answered 3 tries; your rhythm has 2 at most. "
            "Let it rest: write rest_until: and a day some months away into their record."
        )
    ]
    heard = "- {date: 2026-11-07, who: Dana Okafor, did: heard}\n"
    assert hinted("too-many-tries", {"log.yaml": lines + heard}) == []
    assert hinted("too-many-tries", {"log.yaml": lines, "me.yaml": "{name: Ruth, rhythm: {tries: 3}}"}) == []


def test_an_active_goal_without_an_open_step_is_a_hint():
    """A paused one may wait."""
    goals = """
    - goal: Find a kitchen
      steps: [{do: Ask Dana, done: yes}]
    - {goal: Learn to row, status: paused}
    - {goal: Speak Portuguese, steps: [Find a teacher]}
    """
    assert hinted("goal-without-step", {"goals.yaml": goals}) == [
        (
            "goals.yaml:2: Find a kitchen has no step that is still open. "
            "Write the next small thing to do under steps, or set status: to paused or met."
        )
    ]


def test_an_organisation_one_is_talking_to_has_somebody_in_it():
    """One that is only looked into may have nobody yet."""
    files = {
        "organisations.yaml": """
        - name: Marrowgate Hospital
          status: talking
        - {name: Mill Bakery, status: approaching}
        - {name: Tidewick College}
        """,
        "people.yaml": "- {name: Gil Arroway, organisation: Mill Bakery}",
    }
    assert hinted("organisation-with-nobody", files) == [
        (
            "organisations.yaml:2: You are talking to Marrowgate Hospital, and nobody in people.yaml is there. "
            "Add the person you have in mind, or set status: back to researching."
        )
    ]


@pytest.mark.parametrize(
    ("talk", "number"),
    [
        ("date: 2026-11-23", 1),
        ("date: 2026-11-24", 0),
        ("date: 2026-11-23, learned: The waste is in the evening meal", 0),
        ("date: 2026-11-23, status: no-show", 0),
        ("date: 2026-12-24", 0),
    ],
)
def test_a_talk_of_more_than_a_week_ago_without_a_word_is_a_hint(talk, number):
    """The agenda asks first; after a week it is a hint as well."""
    said = hinted("no-debrief", {"conversations.yaml": f"- {{with: Dana Okafor, {talk}}}"})
    assert len(said) == number
    assert all("the talk with Dana Okafor on 23 November" in line for line in said)


def test_a_note_they_had_better_not_read_is_a_hint_wherever_it_stands():
    """In notes, in the log, in what was learned; in private_notes it may stay."""
    files = {
        "people.yaml": """
        - name: Dana Okafor
          notes: Dana is rude on the telephone.
          private_notes: Dana is rude on the telephone.
        """,
        "log.yaml": "- {date: 2026-11-29, who: Dana Okafor, did: heard, about: She has cancer}",
        "conversations.yaml": "- {with: Dana Okafor, date: 2026-11-27, learned: [Fine, Her marriage is over]}",
    }
    advice = "Move it to private_notes:, or say it more kindly."
    assert hinted("unkind-note", files) == [
        f"conversations.yaml:1: They may not be glad to read this about themselves: Her marriage is over. {advice}",
        f"log.yaml:1: They may not be glad to read this about themselves: has cancer. {advice}",
        f"people.yaml:2: They may not be glad to read this about themselves: she is rude. {advice}",
    ]


@pytest.mark.parametrize(
    "note",
    [
        "Such a snob.",
        "He is a bit boring",
        "never answers, waste of time",
        "She\u2019s really lazy",
        "divorce, bad mood",
        "Recently divorced.",
        "Bea's husband left in May",
        "Bea has breast cancer",
        "He had a stroke in spring",
        "recovering from a nervous breakdown",
        "She is in therapy.",
        "her drinking again",
        "he is broke",
        "She is rich, could invest",
        "earns well: he earns £60,000",
        "Money troubles since summer.",
        "Custody of the children goes to him.",
    ],
)
def test_rudeness_health_family_and_money_are_noticed(note):
    """The words themselves are shown."""
    assert unkind_words(note, ["Bea"])


@pytest.mark.parametrize(
    "note",
    [
        "Runs the cancer ward; ask about the soft diets.",
        "Her cancer ward has the best suppers.",
        "Has dementia patients to cook for.",
        "Cooks for people who have diabetes, and for one who had a stroke.",
        "She had a stroke of luck with the tomatoes.",
        "A divorce lawyer. Half her clients come after a divorce case.",
        "He is a therapist; she manages a bank.",
        "The oven is useless, and the lecture was boring.",
        "He is mad about beetroot and makes 200 rolls an hour.",
        "Half of her year's money comes in ten Saturdays.",
        "They are bitter, and cold by then.",
        "She is rich in stories, and dying to see Lisbon.",
        "Jerk chicken on Fridays. An idiot-proof recipe.",
        "A hard autumn; be gentle. Ask how the hip is.",
        "Lost her job in June and would like company.",
        "Loves her family; the twins have arrived.",
        "",
    ],
)
def test_work_kindness_and_other_things_are_left_alone(note):
    """A hint about a kind note does more harm than a note that is missed."""
    assert unkind_words(note, ["Bea"]) == ""


def test_hints_can_be_switched_off_by_code_and_problems_cannot():
    """`hints_off` in me.yaml names the codes."""
    hint = Problem(NOWHERE, "no-record", "A hint.", severity="hint")
    other = Problem(NOWHERE, "second-name", "Another hint.", severity="hint")
    problem = Problem(NOWHERE, "no-record", "A problem.")
    off = workbook({"me.yaml": "{name: Ruth Amadi, hints_off: [no-record]}"})
    assert without_those_off([hint, other, problem], off) == [other, problem]
    assert without_those_off([hint, other, problem], workbook({})) == [hint, other, problem]
