"""The sheet and the card on paper: one leaf, front and back, whatever the workbook holds; nothing runs out of its place."""

import io
import json
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page
from pypdf import PdfReader

from bothways.derive.facts import Facts
from bothways.pages.events import pages as event_pages
from bothways.pages.paper.leaf import leaf
from workbooks import TODAY, example, facts

PAPERS = ("A4", "Letter")
LONG = ("Anastasia-Wilhelmina von und zu Hohenlohe-Waldenburg " * 6)[:300]
WORD = "Donaudampfschifffahrtsgesellschaft" * 9
ARABIC = ("الدكتورة ليلى بنت فاروق بن عبد الرحمن المنصوري الهاشمي " * 6)[:300]
CHINESE = "欧阳明日香子" * 50
ENGLISH_QUESTION = "What does an ordinary day ask of you that nobody sees, number {}?"
ARABIC_QUESTION = "ماذا تتمنى لو كنت عرفته في البداية، وما الذي فاجأك أكثر من غيره؟ {}"
CHINESE_QUESTION = "您在工作中最喜欢的是什么又最不喜欢什么 " * 8 + "{}"
LONG_QUESTION = "A question that goes on and on, about many things at once, " * 10 + "{}?"


def sheet(
    names: list[str], several: int, question: str = ENGLISH_QUESTION, *, full: bool = False, **talk: object
) -> str:
    """The sheet of a talk with these people and so many questions; `full` fills every other field as well."""
    people = [
        {"name": name, "role": name, "interests": [name, name], "introduced_by": f"Y {name}"[:299], "steps": [name] * 5}
        | {"i_can_help_with": [name] * 3, "phone": "0414 555 010"}
        if full
        else {"name": name}
        for name in names
    ]
    asks = [{"ask": question.format(number), "listen_for": question} for number in range(several)]
    both_ways = [{"ask": question.format(theme), "theme": theme} for theme in ("next", "giving")]
    sections = [
        {"section": question, "minutes": 5, "questions": asks[: several // 2]},
        {"section": "The work", "minutes": 9, "questions": asks[several // 2 :]},
        {"section": "Both ways", "minutes": 4, "questions": both_ways if full else []},
    ]
    goal = {"goal": question.format("g")[:300], "beliefs": [question.format(number) for number in range(6)]}
    talks = [{"with": names, "date": "2026-12-03", "questions": ["L"], "goal": goal["goal"], **talk}]
    if full:
        talks[0] |= {
            "notes": question * 5,
            "place": question,
            "extra_questions": [question.format("x")],
            "time": "10:30",
        }
        last = {"with": names, "date": "2026-11-03", "learned": [question], "advice": [question, f"{question} 2"]}
        promised = [f"{number} {question}"[:250] for number in range(4)]
        talks.append(last | {"introductions": promised, "follow_ups": [question] * 4})
    me = {"name": "Ruth", "one_sentence": question, "can_offer": [question] * 4} if full else {"name": "Ruth"}
    files = {"people": people, "questions": [{"list": "L", "sections": sections}], "goals": [goal]}
    files |= {"conversations": talks, "me": me}
    known = facts({f"{name}.yaml": json.dumps(said, ensure_ascii=False, indent=1) for name, said in files.items()})
    return leaf(next(one for one in known.workbook.conversations if one.date >= known.day), known).html


SHEETS = {
    **{f"{several} questions": (["Dana Okafor"], several) for several in range(21)},
    "80 questions": (["Dana Okafor"], 80),
    "a long name": ([LONG], 8),
    "a name of one word": ([WORD], 8),
    "eight people": ([f"Person {number} Okafor" for number in range(8)], 12),
}
FULL_SHEETS = {
    "in English": ([LONG], 20, LONG_QUESTION),
    "in Arabic": ([ARABIC], 12, ARABIC_QUESTION),
    "in Chinese": ([CHINESE], 12, CHINESE_QUESTION),
    "for eight people": ([f"{number} {LONG}"[:300] for number in range(8)], 20, LONG_QUESTION),
}


@pytest.fixture(scope="module")
def page(browser: Browser):
    context = browser.new_context()
    yield context.new_page()
    context.close()


def printed(page: Page, paper: str) -> list[str]:
    """The text of each page that comes out."""
    return [side.extract_text() for side in PdfReader(io.BytesIO(page.pdf(format=paper))).pages]


def bound(sheets: list[str], way: str = "ltr") -> str:
    """One document of several sheets, each on a leaf of its own."""
    head = sheets[0].partition("<body>")[0].replace('<html lang="en">', f'<html lang="en" dir="{way}">')
    bodies = "".join(html.partition("<main>")[2].partition("</main>")[0] for html in sheets)
    return f"{head}<body><main>{bodies}</main></body></html>"


def number_printed(page: Page, html: str, paper: str) -> int:
    """How many pages come out."""
    page.set_content(html)
    return len(PdfReader(io.BytesIO(page.pdf(format=paper))).pages)


@pytest.mark.parametrize("paper", PAPERS)
def test_every_sheet_is_one_leaf(paper: str, page: Page):
    """Two sides on A4 and on Letter: for none to many questions, any name, any number of people, any length of talk."""
    sheets = [sheet(*made) for made in SHEETS.values()]
    sheets += [sheet(["Dana Okafor"], 6, minutes=minutes) for minutes in (1, 6, 45, 1440)]
    assert number_printed(page, bound(sheets), paper) == 2 * len(sheets)


@pytest.mark.parametrize("way", ["ltr", "rtl"])
@pytest.mark.parametrize("paper", PAPERS)
def test_a_sheet_with_every_field_as_long_as_can_be_is_one_leaf(paper: str, way: str, page: Page):
    """In any script and either way; what is too long is shortened here, and whole on the page of the talk."""
    sheets = [sheet(*made, full=True) for made in FULL_SHEETS.values()]
    assert number_printed(page, bound(sheets, way), paper) == 2 * len(sheets)


OVERLAP = """() => {
  const box = part => part.getBoundingClientRect();
  const found = [];
  for (const side of document.querySelectorAll(".side")) {
    const parts = [...side.querySelectorAll(".top, .know, .aim, .talk > li, .card > section, .foot")];
    for (const part of parts) if (box(part).bottom > box(side).bottom + 1) found.push("runs out: " + part.textContent.slice(0, 40));
    const items = [...side.querySelectorAll(".talk > li")];
    items.slice(1).forEach((part, place) => {
      if (box(part).top < box(items[place]).bottom - 1) found.push("overlaps: " + part.textContent.slice(0, 40));
    });
  }
  return found;
}"""


@pytest.mark.parametrize("name", ["13 questions", *FULL_SHEETS])
def test_nothing_runs_out_of_its_side_or_over_another_part(name: str, page: Page):
    """On the paper with the least room: as high as Letter, as wide as A4."""
    html = sheet(*SHEETS[name]) if name in SHEETS else sheet(*FULL_SHEETS[name], full=True)
    page.set_viewport_size({"width": round(182 / 25.4 * 96), "height": round(255.4 / 25.4 * 96)})
    page.emulate_media(media="print")
    page.set_content(html)
    found = page.evaluate(OVERLAP)
    page.emulate_media(media="null")
    assert found == []


def test_both_sides_say_what_they_should(page: Page):
    """The talk in front, the debrief behind; the remark for the screen is not printed."""
    page.set_content(sheet(["Dana Okafor"], 6))
    front, back = printed(page, "A4")
    assert "Dana Okafor" in front
    assert "Close" in front
    assert "What I learned" in back
    assert "Keep it, or tear it up." in back
    assert "Ctrl+P" not in front + back


def test_the_control_a_sheet_that_does_not_measure_takes_more(page: Page):
    """Were every line to write on shown, and nothing made to fit, more than one leaf would come out."""
    html = sheet(["Dana Okafor"], 6)
    loose = (
        "@media print { .side { height: auto; overflow: visible; } .write { flex: none !important; height: auto; } }"
    )
    assert number_printed(page, bound([html, html]), "A4") == 4
    assert number_printed(page, bound([html.replace("</style>", f"{loose}</style>"), html]), "A4") > 4


def test_the_sheet_of_the_site_is_the_one_that_is_printed(page: Page, example_address: str, example_site: Path):
    """The button on the talk's page leads to it, and it is to the byte what `bothways sheet` writes."""
    known = Facts(example(), TODAY)
    talk = next(talk for talk in known.workbook.conversations if talk.id == "2026-12-03-tomasz-vale")
    assert (example_site / leaf(talk, known).address).read_bytes() == leaf(talk, known).html.encode()
    page.goto(f"{example_address}/conversations/2026-12-03-tomasz-vale.html", wait_until="load")
    page.get_by_role("link", name="The sheet to print").click()
    page.wait_for_url("**/conversations/sheet/2026-12-03-tomasz-vale.html")
    for paper in PAPERS:
        front, back = printed(page, paper)
        assert "Tomasz Vale" in front
        assert "Tell Dana Okafor that we talked" in back


@pytest.mark.parametrize("width", [320, 1280])
def test_a_sheet_can_be_read_on_a_screen(width: int, page: Page):
    """No sideways scroll, with the longest words there are."""
    page.set_viewport_size({"width": width, "height": 800})
    for html in (sheet([WORD], 12, full=True), sheet(*FULL_SHEETS["in Arabic"], full=True)):
        page.set_content(html)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("width", [320, 1280])
def test_a_card_on_a_screen_shows_all_it_holds(width: int, page: Page):
    """A narrow screen makes the card longer; nothing is cut off."""
    page.set_viewport_size({"width": width, "height": 800})
    for text in (LONG_QUESTION, WORD, ARABIC_QUESTION):
        page.set_content(card(text[:300], text))
        assert page.evaluate(
            "document.querySelector('.card').scrollHeight <= document.querySelector('.card').offsetHeight"
        )
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def card(name: str, text: str) -> str:
    """The card of an event, every field of it this text."""
    people = [{"name": f"{number} {name}"[:300], "role": text, "i_can_help_with": [text]} for number in range(6)]
    event = {
        "name": name,
        "date": "2026-12-08",
        "place": text,
        "intention": text,
        "notes": " ".join(p["name"] for p in people),
    }
    files = {"people": people, "events": [event], "me": {"name": "R", "can_offer": [text] * 4}}
    known = facts({f"{kind}.yaml": json.dumps(said, ensure_ascii=False, indent=1) for kind, said in files.items()})
    return next(page.html for page in event_pages(known) if page.is_bare)


@pytest.mark.parametrize(
    ("name", "text"),
    [("Supper", "Listen"), (LONG, LONG_QUESTION), (WORD, WORD), (ARABIC, ARABIC_QUESTION), (CHINESE, CHINESE_QUESTION)],
    ids=["short", "long", "one word", "Arabic", "Chinese"],
)
def test_a_card_fits_a_quarter_of_a_page(name: str, text: str, page: Page):
    """One page comes out; the card is no larger than a quarter of A4, or an index card of 4 by 6 inches, and holds its words."""
    # On paper a browser lays out as wide as the paper; a window as narrow as the last test's would measure a narrower card.
    page.set_viewport_size({"width": 800, "height": 1000})
    page.set_content(card(name, text))
    page.emulate_media(media="print")
    width, height, lowest = page.evaluate(
        """() => { const box = part => part.getBoundingClientRect(), card = document.querySelector(".card");
        const last = [...card.children].at(-2); return [box(card).width, box(card).height, box(last).bottom - box(card).top]; }"""
    )
    page.emulate_media(media="null")
    assert width <= min(105, 4 * 25.4) / 25.4 * 96
    assert height <= min(148.5, 6 * 25.4) / 25.4 * 96
    assert lowest < height
    assert [number_printed(page, card(name, text), paper) for paper in PAPERS] == [1, 1]
