"""What stands on the card for an event."""

import re
from html import unescape

from bothways.pages.events import pages
from workbooks import facts

PEOPLE = """
    - {name: Sol Pereira, role: Gardener, i_can_help_with: [What to do with forty marrows, Something else]}
    - {name: Leila Farouk, interests: [kale]}
    - name: Emil Vantor
    """
SUPPER = """
    - name: Growers' supper
      date: 2026-12-08
      place: Town hall
      intention: Meet *one* grower
      prepare: [Ask Sol who is coming]
      notes: Leila may come too.
    """
ME = "name: Ruth\ncan_offer: [A menu, Soup, Bread]"


def card(events=SUPPER, **more):
    """The card as it is read."""
    files = {"people.yaml": PEOPLE, "events.yaml": events, "me.yaml": ME} | {f"{k}.yaml": v for k, v in more.items()}
    html = next(page.html for page in pages(facts(files)) if page.is_bare)
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html.partition("</head>")[2])).split())


def test_it_says_what_one_goes_for_in_plain_words():
    """The name, the day, the place, the intention without its asterisks."""
    words = card()
    assert "Growers' supper Tuesday 8 December, Town hall" in words
    assert "What I go for Meet one grower" in words


def test_those_whom_the_event_names_are_to_be_looked_for_with_a_gift():
    """A few words about each, and what I could do for them before what I offer anybody."""
    words = card()
    assert (
        "To look for Sol Pereira: Gardener Leila Farouk: kale To give For Sol: What to do with forty marrows A menu Soup To leave"
        in words
    )
    assert "Emil" not in words


def test_those_met_there_before_are_to_be_looked_for():
    """Last year's supper knows whom one will meet again."""
    words = card(SUPPER + "\n    - {name: Growers' supper, id: last, date: 2025-12-08, met: [Emil Vantor]}")
    assert "Emil Vantor" in words


def test_three_openers_are_there_ones_own_first():
    """A question with the theme opening, in a list of one's own, takes the place of one of ours."""
    assert "To begin What brought you here?" in card()
    own = "- list: Mine\n  sections: [{questions: [{ask: 'What do you grow?', theme: opening}, {ask: And why?}]}]"
    words = card(questions=own)
    assert "To begin What do you grow? What brought you here?" in words
    assert "And why?" not in words


def test_a_card_with_nothing_known_still_helps():
    """Nothing is invented about anybody."""
    words = card("- {name: Supper, date: 2026-12-08}", me="name: Ruth", people="")
    assert "Somebody who stands alone. The host." in words
    assert "A hand with the chairs." in words


def test_what_is_typed_cannot_become_markup():
    """A script in any of its lines is text, or gone."""
    html = next(
        page.html
        for page in pages(
            facts(
                {
                    "me.yaml": "{name: R, can_offer: '<script>c</script>'}",
                    "people.yaml": "- {name: Sol, interests: '<script>i</script>'}",
                    "events.yaml": "- {name: S, date: 2026-12-08, intention: '<script>x</script> Sol'}",
                }
            )
        )
        if page.is_bare
    )
    assert "<script" not in html
    assert "&lt;script&gt;c" in html
