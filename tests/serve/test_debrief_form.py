"""What came of a talk, question by question."""

import pytest

from serve.little_workbook import TALK, TALK_FILE, WORKBOOK

DEBRIEF = "/debrief?of=conversations/2026-11-27-dana-okafor"


@pytest.fixture
def server(editing):
    return editing(WORKBOOK)


def test_a_debrief_asks_question_by_question(server):
    """Those that were not answered are not written."""
    form, page = server.open(DEBRIEF)
    assert "What does a good day look like?" in page
    answer = server.send(
        DEBRIEF,
        form
        | {
            "f.answers.1.answer": "The meetings.",
            "f.learned": "They bake at night\r\nNobody measures waste",
            "f.advice.0.advice": "Talk to the night shift",
            "f.introductions.0.to": "Tomasz Vale",
            "f.gave": "A recipe",
            "f.surprise": "How small the kitchen is.",
            "f.still_interested": "more",
            "f.follow_ups.0.do": "Send the recipe",
            "f.follow_ups.0.by": "2026-12-03",
        },
    )
    assert (answer.status_code, answer.location) == (303, "/conversations/2026-11-27-dana-okafor.html")
    assert server.file(TALK_FILE) == (
        TALK + "answers:\n  - ask: What would you not miss?\n    answer: The meetings.\n"
        "learned: [They bake at night, Nobody measures waste]\n"
        "advice: [Talk to the night shift]\n"
        "introductions: [Tomasz Vale]\n"
        "gave: [A recipe]\n"
        "surprise: How small the kitchen is.\n"
        "still_interested: more\n"
        "follow_ups:\n  - do: Send the recipe\n    by: 2026-12-03\n"
    )


def test_a_debrief_can_be_gone_on_with(server):
    """The answers so far are there, and the questions that are left."""
    form, _ = server.open(DEBRIEF)
    server.send(DEBRIEF, form | {"f.answers.1.answer": "The meetings."})
    form, _ = server.open(DEBRIEF)
    assert form["f.answers.0.ask"] == "What would you not miss?"
    assert form["f.answers.0.answer"] == "The meetings."
    assert form["f.answers.1.ask"] == "What does a good day look like?"
    server.send(DEBRIEF, form | {"f.answers.1.answer": "Warm bread.", "f.answers.0.answer": "The long meetings."})
    assert server.file(TALK_FILE).endswith(
        "answers:\n  - ask: What would you not miss?\n    answer: The long meetings.\n"
        "  - ask: What does a good day look like?\n    answer: Warm bread.\n"
    )


@pytest.mark.parametrize(
    ("day", "said", "status"),
    [
        ("2026-12-01", {}, "status: held\n"),
        ("2026-12-01", {"f.status": "no-show"}, "status: no-show\n"),
        ("2026-11-30", {}, ""),
        ("2026-12-02", {}, ""),
    ],
)
def test_who_writes_down_what_came_of_a_talk_on_its_day_has_held_it(editing, day, said, status):
    """Else it would count as planned until midnight, and its page show nothing of what was just written down."""
    server = editing(WORKBOOK | {"conversations.yaml": f"- with: Bea Ostrander\n  date: {day}\n"})
    path = f"/debrief?of=conversations/{day}-bea-ostrander"
    form, _ = server.open(path)
    assert server.send(path, form | {"f.gave": "A recipe"} | said).status_code == 303
    assert server.file("conversations.yaml").partition("gave: [A recipe]\n")[2].strip(" ") == status
