"""Messages for somebody, with all that the workbook knows filled in."""

import pytest

from bothways.derive.facts import Facts
from bothways.model.refs import Ref
from bothways.pages.letters import PEOPLE, letter, letter_for_item, letters_to, message_to, people_with_letters
from bothways.reading.library import read_library
from workbooks import GUIDE, TODAY, workbook

LIBRARY = read_library(GUIDE)
DANA = Ref("Dana Okafor", "dana-okafor")


def known(**files):
    """The facts of a workbook with the guide's messages. Dana is in it."""
    people = {"people.yaml": files.pop("people", "- name: Dana Okafor")}
    named = {f"{name}.yaml": text for name, text in files.items() if not name.startswith("message")}
    own = {
        f"messages/{name.removeprefix('message_')}.md": text
        for name, text in files.items()
        if name.startswith("message")
    }
    return Facts(workbook(people | named | own, LIBRARY), TODAY)


def written(kind, who=DANA, **files):
    """The message that fits on an occasion, filled in."""
    facts = known(**files)
    return letter(message_to(who, kind, facts) or pytest.fail(kind), who, facts)


def test_a_second_try_knows_the_day_of_the_first():
    """What the log says is no gap; the last try counts, and what was only planned does not."""
    log = """
        - {date: 2026-11-09, who: Dana Okafor, did: wrote}
        - {date: 2026-11-18, who: Dana Okafor, did: called}
        - {date: 2026-12-24, who: Dana Okafor, did: wrote}
        """
    said = written("second-try", log=log)
    assert "on 18 November about" in said.text
    assert "the day you wrote" not in said.gaps
    assert "the day you wrote" in written("second-try").gaps


def test_when_the_tries_are_used_up_the_draft_says_so():
    """Two tries in the standard rhythm; an answer ends the counting."""
    twice = "[{date: 2026-11-09, who: Dana Okafor, did: wrote}, {date: 2026-11-18, who: Dana Okafor, did: nudged}]"
    rested = "no try is left: let it rest"
    assert rested in [check.words for check in written("second-try", log=twice).checks]
    once = "- {date: 2026-11-09, who: Dana Okafor, did: wrote}"
    assert rested not in [check.words for check in written("second-try", log=once).checks]
    heard = twice[:-1] + ", {date: 2026-11-19, who: Dana Okafor, did: heard}]"
    assert rested not in [check.words for check in written("second-try", log=heard).checks]


def test_thanks_are_for_the_last_talk_that_was_held():
    """Neither for a planned one nor for one that did not come about."""
    talks = """
        - {with: Dana Okafor, date: 2026-11-05}
        - {with: Dana Okafor, date: 2026-11-27}
        - {with: Dana Okafor, date: 2026-11-30, status: cancelled}
        - {with: Dana Okafor, date: 2026-12-03}
        """
    assert "Thank you for your time on 27 November." in written("thank-you", conversations=talks).text


def test_a_report_is_about_the_talk_whose_advice_is_still_open():
    """A later talk without advice is not what they wait to hear about."""
    talks = """
        - {with: Dana Okafor, date: 2026-11-05, advice: Write to the dietitians}
        - {with: Dana Okafor, date: 2026-11-27}
        """
    assert "On 5 November you advised me" in written("report-back", conversations=talks).text


def test_where_we_met_and_who_led_me_there_are_known_from_other_records():
    """An event that names them, and an introduction that was made, say it as well as their own record."""
    met = written("event-follow-up", events="- {name: Open day, date: 2026-11-28, met: Dana Okafor}")
    assert "It was good to meet you at Open day." in met.text
    people = "[{name: Dana Okafor}, {name: Bea Ostrander}]"
    talks = "- {with: Bea Ostrander, date: 2026-11-05, introductions: [{to: Dana Okafor, made: 2026-11-06}]}"
    assert "Bea Ostrander" in written("first-ask", people=people, conversations=talks).text


def test_an_introduction_that_was_promised_is_named():
    """Only where there is one: of several it would be a guess."""
    facts = known(
        conversations="- {with: Dana Okafor, date: 2026-11-05, thanked: 2026-11-05, introductions: Helen Brandt}"
    )
    item = next(item for item in facts.agenda.items if item.kind == "promised-introduction")
    said = letter_for_item(item, facts)
    assert said is not None
    assert "in touch with Helen Brandt." in said.text
    assert said.gaps == ("your first name",)
    two = known(conversations="- {with: Dana Okafor, date: 2026-11-05, introductions: [Helen Brandt, Jo Marsh]}")
    message = next(message for message in two.workbook.messages if message.id == "after-a-promise-message")
    assert "the person's name" in letter(message, DANA, two).gaps


def test_what_came_of_an_introduction_knows_whom_and_when():
    """The person introduced, and the day of the talk with them."""
    facts = known(
        people="[{name: Dana Okafor}, {name: Helen Brandt}]",
        conversations="""
            - {with: Dana Okafor, date: 2026-11-05, introductions: [{to: Helen Brandt, made: 2026-11-06}]}
            - {with: Helen Brandt, date: 2026-11-20}
            """,
    )
    message = next(message for message in facts.workbook.messages if message.id == "report-back-introduction-email")
    assert "You introduced me to Helen Brandt, and we spoke on 20 November." in letter(message, DANA, facts).text


def test_the_word_on_the_day_before_knows_the_talk():
    """Its day, time and place."""
    facts = known(conversations="- {with: Dana Okafor, date: 2026-12-03, time: 10:30, place: The canteen}")
    message = next(message for message in facts.workbook.messages if message.id == "confirm-the-day-before-message")
    said = letter(message, DANA, facts).text
    assert "10:30" in said


def test_somebody_without_a_record_gets_a_letter_too():
    """By name, and with what the event knows."""
    who = Ref("Selwyn Pike")
    said = written("event-follow-up", who, events="- {name: Open day, date: 2026-11-28, met: Selwyn Pike}")
    assert said.text.startswith("Dear Selwyn,")
    assert "at Open day" in said.text


def test_ones_own_brackets_are_filled_by_the_same_words():
    """Whoever writes the gap as we do gets it filled as well; any other words stay a gap."""
    log = "- {date: 2026-11-18, who: Dana Okafor, did: wrote}"
    own = "---\nfor: second-try\n---\nDear you, I wrote on [the day you wrote] and [the year you wrote].\n"
    said = written("second-try", log=log, message_mine=own)
    assert said.text == "Dear you, I wrote on 18 November and [the year you wrote]."


@pytest.mark.parametrize(
    ("files", "titles"),
    [
        ({}, ["first-ask-email"]),
        ({"people": "- {name: Dana Okafor, tie: dormant}"}, ["catch-up-dormant-email"]),
        ({"log": "- {date: 2026-11-27, who: Dana Okafor, did: wrote}"}, ["second-try-email"]),
        (
            {"log": "[{date: 2026-11-20, who: Dana Okafor, did: heard}]", "people": "- {name: Dana Okafor, tie: warm}"},
            [],
        ),
        ({"log": "- {date: 2026-10-20, who: Dana Okafor, did: heard}"}, ["catch-up-email"]),
        ({"conversations": "- {with: Dana Okafor, date: 2026-11-30, notes: x}"}, ["thank-you-email"]),
        ({"conversations": "- {with: Dana Okafor, date: 2026-12-20}"}, ["confirm-the-day-before-message"]),
        ({"people": "- {name: Dana Okafor, rest_until: 2027-01-01}"}, []),
    ],
    ids=["to approach", "dormant", "waiting", "talking", "in touch", "to thank", "planned", "resting"],
)
def test_a_persons_page_has_the_letter_that_fits_how_it_stands(files, titles):
    """What is due comes first; whoever rests is left in peace."""
    facts = known(**files)
    assert [draft.message.id for draft in letters_to(facts.ties["dana-okafor"], facts)] == titles


def test_those_with_something_due_have_their_letters_however_many_people_there_are():
    """Of thousands the first few hundred have one on their page."""
    people = "\n".join(f"- {{name: Person{n} Name}}" for n in range(PEOPLE + 5))
    due = f"- {{date: 2026-11-10, who: Person{PEOPLE + 4} Name, did: wrote}}"
    facts, last = known(people=people, log=due), f"person{PEOPLE + 4}-name"
    found = people_with_letters(facts)
    assert len(found) == PEOPLE
    assert last in found
    assert letters_to(facts.ties[last], facts)[0].message.for_ == "second-try"


def test_a_message_without_a_head_is_for_any_occasion():
    """Its title is the name of its file."""
    facts = known(message_a_kind_no="Dear {{ person.first_name }}, not this year.\n")
    message = next(
        message for message in facts.workbook.messages if message.id.startswith("a-kind-no") or "kind" in message.title
    )
    assert (message.title, message.for_) == ("A kind no", "other")
    assert letter(message, DANA, facts).text == "Dear Dana, not this year."
