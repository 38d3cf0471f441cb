"""`bothways draft`: a message filled in. What is filled in is in `tests/pages/test_letters.py`."""

import re
from html import unescape

import pytest

from bothways.derive.facts import Facts
from bothways.pages.book import workbook_pages
from bothways.reading.library import read_library
from bothways.reading.workbook import read_workbook
from workbooks import GUIDE, TODAY

DAY = ("--today", "2026-12-01")
PEOPLE = "[{name: Dana Okafor, email: dana@example.org}, {name: Dana Smith}, {name: Piet Sandoval}]"
LOG = "- {date: 2026-11-10, who: Dana Okafor, did: wrote, via: email}"


@pytest.fixture
def folder(home):
    return home({"people.yaml": PEOPLE, "log.yaml": LOG, "me.yaml": "name: Ruth Amadi"})


def test_it_shows_the_words_and_under_them_what_to_look_at(run, folder):
    """Whom it is for, the message with its gaps, the checks with their place in the guide."""
    assert run("draft", "okafor", "second-try", "--quiet", *DAY, cwd=folder).out == (
        "To Dana Okafor, by e-mail: “My note about [their field]”\n"
        "\n"
        "Dear Dana,\n"
        "\n"
        "I wrote to you on 10 November about [what connects you]. You may well be busy.\n"
        "\n"
        "If 15 minutes would be possible, I will fit in with you. If not, please leave this unanswered, and I will not write "
        "again. I wish you well either way.\n"
        "\n"
        "Ruth Amadi\n"
        "\n"
        "✓ 50 words\n"
        "✓ no job asked for\n"
        "→ two gaps to fill (guide/asking.html#check)\n"
    )


def test_it_says_what_the_page_says(run, folder):
    """The words, the checks and the link for a mail program of Today are the same."""
    said = run("draft", "okafor", "second-try", "--json", *DAY, cwd=folder).json
    library = read_library(GUIDE)
    facts = Facts(read_workbook(folder / "workbook", library, "workbook").workbook, TODAY)
    html = next(page.html for page in workbook_pages(facts, library) if page.address == "index.html")
    figure = re.search(r'<figure class="bw-letter">.*?</figure>', html, re.DOTALL)
    assert figure
    page = unescape(re.sub(r"<mark[^>]*>(.*?)</mark>", r"[\1]", figure[0]))
    words = re.findall(r"<p>(.*?)</p>", page)
    assert said["text"] == "\n\n".join(words)
    assert [check["words"] for check in said["checks"]] == re.findall(
        r"<li data-is=\"\w+\">(?:<a [^>]*>)?([^<]+)", page
    )
    assert said["mailto"] in page
    assert (said["to"], said["kind"], said["message"], said["via"]) == (
        "Dana Okafor",
        "second-try",
        "second-try-email",
        "email",
    )
    assert said["gaps"] == ["their field", "what connects you"]
    assert said["others"] == ["second-try-message"]


def test_another_message_of_the_kind_is_named_by_its_id(run, folder):
    """Those there are stand below the draft, on standard error."""
    ran = run("draft", "okafor", "thank-you", *DAY, cwd=folder)
    assert "Others of this kind: thank-you-message, thank-you-note" in ran.err
    assert "by note" in run("draft", "okafor", "thank-you-note", *DAY, cwd=folder).out


def test_messages_for_other_occasions_have_to_be_named(run, folder):
    """They have little in common; one's own, where there is just one, is taken."""
    ran = run("draft", "okafor", "other", *DAY, cwd=folder)
    assert ran.code == 1
    assert "Declining kindly (decline-kindly-email)" in ran.err
    (folder / "workbook/messages").mkdir()
    (folder / "workbook/messages/a-kind-no.md").write_text("Dear {{ person.first_name }}, not this year.\n")
    assert "Dear Dana, not this year." in run("draft", "okafor", "other", *DAY, cwd=folder).out


def test_an_unknown_kind_is_wrong_use(run, folder):
    """With what may have been meant; capitals and spaces do not count."""
    ran = run("draft", "okafor", "thanks-you", *DAY, cwd=folder)
    assert ran.code == 2
    assert "Did you mean thank-you?" in ran.err
    assert run("draft", "okafor", "Thank You", *DAY, cwd=folder).code == 0


def test_two_of_the_name_are_both_listed(run, folder):
    """A message to the wrong Dana is worse than none."""
    ran = run("draft", "dana", "catch-up", *DAY, cwd=folder)
    assert (ran.code, ran.out) == (1, "")
    assert "Dana Okafor (dana-okafor)" in ran.err
    assert "Dana Smith (dana-smith)" in ran.err
    assert [fit["id"] for fit in run("draft", "dana", "catch-up", "--json", *DAY, cwd=folder).json["fits"]] == [
        "dana-okafor",
        "dana-smith",
    ]


def test_somebody_who_is_only_named_gets_a_message_too(run, folder):
    """Whoever was met at an event has no record yet."""
    (folder / "workbook/events.yaml").write_text("- {name: Open day, date: 2026-11-28, met: Selwyn Pike}\n")
    assert "at Open day" in run("draft", "selwyn", "event-follow-up", *DAY, cwd=folder).out
