"""How it stands with people, and whose move it is."""

from datetime import date

import pytest

from workbooks import TODAY, facts

DANA = "- {name: Dana Okafor"


def tie(day: date = TODAY, **files: str):
    people = files.pop("people", DANA + "}")
    return facts({"people.yaml": people} | {f"{name}.yaml": text for name, text in files.items()}, day).ties[
        "dana-okafor"
    ]


@pytest.mark.parametrize(
    ("state", "whose", "files"),
    [
        ("to approach", None, {}),
        ("waiting", "theirs", {"log": "- {date: 2026-11-28, who: Dana Okafor, did: wrote}"}),
        ("waiting", "yours", {"log": "- {date: 2026-11-16, who: Dana Okafor, did: wrote}"}),
        (
            "resting",
            None,
            {
                "log": "- {date: 2026-10-01, who: Dana Okafor, did: wrote}\n"
                "- {date: 2026-10-20, who: Dana Okafor, did: nudged}"
            },
        ),
        ("resting", None, {"people": DANA + ", rest_until: 2027-01-04}"}),
        ("talking", "yours", {"log": "- {date: 2026-11-28, who: Dana Okafor, did: heard}"}),
        ("talking", None, {"conversations": "- {with: Dana Okafor, date: 2026-12-09}"}),
        (
            "talking",
            "yours",
            {"conversations": "- {with: Dana Okafor, date: 2026-11-28, notes: Good}"},
        ),
        (
            "talking",
            "theirs",
            {
                "conversations": "- {with: Dana Okafor, date: 2026-11-28, thanked: 2026-11-29, "
                "introductions: [Helen Brandt]}"
            },
        ),
        (
            "in touch",
            None,
            {"conversations": "- {with: Dana Okafor, date: 2026-11-28, notes: Good, thanked: 2026-11-29}"},
        ),
        (
            "losing touch",
            None,
            {
                "people": DANA + ", tie: close}",
                "log": "- {date: 2026-09-01, who: Dana Okafor, did: heard}\n"
                "- {date: 2026-11-20, who: Dana Okafor, did: gave}",
            },
        ),
        ("to approach", None, {"people": DANA + ", tie: dormant, met_on: 2020-01-01}"}),
    ],
)
def test_the_state_follows_from_what_happened(state, whose, files):
    """Nobody types a state; it follows from the log, the talks and the rhythm."""
    found = tie(**files)
    assert (found.state, found.whose_move) == (state, whose)


def test_only_two_way_contact_keeps_a_tie():
    """What I send does not count against losing touch; what comes from them does."""
    sent = "- {date: 2026-01-05, who: Dana Okafor, did: heard}\n- {date: 2026-11-20, who: Dana Okafor, did: gave}"
    heard = sent + "\n- {date: 2026-11-21, who: Dana Okafor, did: received}"
    assert tie(log=sent).state == "losing touch"
    assert tie(log=heard).state != "losing touch"


def test_given_and_received_stand_side_by_side():
    """What went each way is gathered from the log and from talks, oldest first."""
    found = tie(
        people=DANA + "}\n- {name: Leila Farouk}",
        log="- {date: 2026-11-19, who: Dana Okafor, did: introduced, to: Leila Farouk}\n"
        "- {date: 2026-11-01, who: Dana Okafor, did: gave, about: A menu plan}\n"
        "- {date: 2026-11-03, who: Dana Okafor, did: received, about: A recipe}",
        conversations="- {with: Dana Okafor, date: 2026-11-10, gave: A jar of honey}",
    )
    assert [gift.words or gift.to.name for gift in found.given] == ["A menu plan", "A jar of honey", "Leila Farouk"]
    assert [gift.words for gift in found.received] == ["A recipe"]


def test_the_last_contact_each_way():
    """A talk lies across: it counts both ways."""
    found = tie(
        log="- {date: 2026-11-03, who: Dana Okafor, did: heard}",
        conversations="- {with: Dana Okafor, date: 2026-11-10, notes: Good}",
    )
    assert found.last_in.date == found.last_out.date == date(2026, 11, 10)


def test_who_they_led_to():
    """Whoever names them as introduced_by."""
    found = tie(people=DANA + "}\n- {name: Tomasz Vale, introduced_by: dana  OKAFOR}")
    assert [person.name for person in found.led_to] == ["Tomasz Vale"]


def test_what_lies_after_today_has_not_happened():
    """A log line or a talk of tomorrow changes nothing today."""
    found = tie(
        log="- {date: 2026-12-02, who: Dana Okafor, did: heard}",
        conversations="- {with: Dana Okafor, date: 2026-12-20, status: held}",
    )
    assert found.history.contacts == ()
