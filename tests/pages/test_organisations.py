"""What the Organisations pages say."""

import re
from html import unescape

import pytest

from bothways.pages import organisations
from workbooks import facts

PLACE = "- {name: Marrowgate, status: talking, motivation: 3, posting: 2}"


def pages(text: str, people: str = "", **files: str) -> dict[str, str]:
    """The pages of an organisations.yaml, by address."""
    made = facts(
        {"organisations.yaml": text, "people.yaml": people} | {f"{name}.yaml": body for name, body in files.items()}
    )
    return {page.address: page.html for page in organisations.pages(made)}


def overview(text: str, people: str = "", **files: str) -> str:
    """The ranked list."""
    return pages(text, people, **files)["organisations/index.html"]


def marrowgate(text: str, people: str = "", **files: str) -> str:
    """The page of Marrowgate."""
    return pages(text, people, **files)["organisations/marrowgate.html"]


def read(html: str) -> str:
    """The page as it is read."""
    return re.sub(r" (?=[.,:;])", "", " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split()))


def columns(html: str) -> list[str]:
    """The headings of the list."""
    return re.findall(r'<th scope="col"[^>]*>([^<]+)<', html)


def cells(html: str) -> list[str]:
    """What ranks the first place, as a phone shows it."""
    return [before + after for before, after in re.findall(r'<span class="bw-label">([^<]+)</span>([^<]+)<', html)]


def test_with_no_organisation_yet_the_page_asks_a_question():
    """And shows where to write, three lines, and the guide."""
    html = overview("")
    assert "Which place would you be curious to see from the inside?" in html
    assert "workbook/organisations.yaml" in html
    assert "- name: Good Larder Co-op" in html
    assert "../guide/finding-people.html#organisations" in html


def test_the_list_shows_its_rule_and_what_ranks_each():
    """The rule is said in words, in the order that the rhythm has."""
    html = overview(PLACE, "- {name: Dana, organisation: Marrowgate}")
    assert "how much you would like it, then what is posted, then how many people you know there" in html
    assert columns(html) == ["Place", "Motivation", "Posting", "People", "Somebody who decides"]
    assert cells(html) == ["motivation 3", "posting 2", "people 1"]
    own = overview(PLACE, me="name: Ruth\nrhythm: {organisation_order: [advocacy, posting]}")
    assert "how many people you know there, then what is posted, then the name" in own
    assert columns(own) == ["Place", "People", "Posting", "Somebody who decides"]
    assert cells(own) == ["people none yet", "posting 2"]


def test_active_places_come_first():
    """Then those one only reads about, those that rest, those that are closed."""
    html = overview(
        "- {name: Ash, status: closed}\n- {name: Birch, status: resting}\n- {name: Elm, motivation: 3}\n"
        "- {name: Oak, status: approaching}\n",
        me="name: Ruth\nrhythm: {active_organisations: 1}",
    )
    places = [html.index(f">{name}<") for name in ("Oak", "Elm", "Birch", "Ash")]
    assert places == sorted(places)


def test_room_for_one_more_names_the_first_to_approach():
    """It is not said where the rhythm takes no more."""
    text = PLACE + "\n- {name: Elm, motivation: 1}\n- {name: Oak, motivation: 2}\n"
    assert 'There is room for more. The first of those you are finding out about is <a href="../organisations/oak' in (
        overview(text)
    )
    assert "room for more" not in overview(text, me="name: Ruth\nrhythm: {active_organisations: 1}")


def test_people_there_are_named_with_how_it_stands():
    """Each a link, with the role, the state in words and whether they decide."""
    html = marrowgate(PLACE, "- {name: Dana Okafor, role: Head cook, organisation: Marrowgate, decision_maker: yes}")
    assert 'href="../people/dana-okafor.html">Dana Okafor</a>' in html
    assert "Head cook; decides" in html
    assert "to approach" in html


def test_one_name_is_too_few():
    """The page says so kindly, and two are enough."""
    one = "- {name: Dana, organisation: Marrowgate}\n"
    assert "not everything hangs on one person" in marrowgate(PLACE, one)
    assert "not everything hangs" not in marrowgate(PLACE, one + "- {name: Piet, organisation: Marrowgate}")


def test_the_way_to_somebody_who_decides_is_named():
    """From somebody I know, by introduction after introduction."""
    html = marrowgate(
        PLACE,
        "- {name: Bea, tie: close, knows: Dana}\n- {name: Dana, knows: Helen}\n"
        "- {name: Helen, organisation: Marrowgate, decision_maker: yes}\n",
    )
    assert "two introductions away from somebody who decides" in html
    assert ">Bea</a> could introduce you to <a" in html
    assert ">Dana</a>, who knows <a" in html


def test_research_has_its_source_and_what_is_open_is_asked_next():
    """A web address becomes a link; a question without an answer is what to find out."""
    html = marrowgate(
        "- name: Marrowgate\n  research:\n"
        "    - {question: 'Do they cook?', answer: They do, source: 'https://marrowgate.example.org/menu'}\n"
        "    - {question: 'Since when?', answer: 1990, source: Dana said so}\n"
        "    - Who decides?\n"
    )
    assert '<a href="https://marrowgate.example.org/menu" rel="noopener noreferrer">' in html
    assert '<p class="bw-meta">Dana said so</p>' in html
    assert html.index("To find out next") < html.index("<li>Who decides?</li>")
    assert "<dt>Who decides?</dt>" not in html


def test_a_source_that_only_looks_like_a_link_is_none():
    """Nothing but http and https is linked."""
    html = marrowgate("- name: Marrowgate\n  research: [{question: Q, answer: A, source: 'javascript:alert(1)'}]")
    assert 'href="javascript' not in html
    assert "javascript:alert(1)" in html


def test_an_outcome_says_whom_it_came_through():
    """The way begins with the first of them."""
    html = marrowgate(
        "- name: Marrowgate\n  status: closed\n  outcome: {what: created-role, date: 2026-11-20, through: Dana}",
        "- name: Bea\n- {name: Dana, introduced_by: Bea}\n",
    )
    assert "A role that was made for you" in html
    assert ">Bea</a> led to <a" in html


def test_a_promised_introduction_stands_beside_its_person():
    """Somebody with a record there is not listed twice; somebody without one is named."""
    talk = (
        "- with: Dana\n  date: 2026-11-10\n  introductions: [{to: Helen}, {to: Selwyn Pike, organisation: Marrowgate}]"
    )
    html = marrowgate(
        PLACE,
        "- {name: Dana, organisation: Marrowgate}\n- {name: Helen, organisation: Marrowgate}\n",
        conversations=talk,
    )
    assert html.count(">Helen</a>") == 1
    assert '<b class="bw-name">Selwyn Pike</b>' in html
    assert html.count("an introduction promised by") == 2


def test_talks_and_goals_are_linked():
    """From the place one comes to everything that has to do with it."""
    html = marrowgate(
        PLACE,
        "- {name: Dana, organisation: Marrowgate}",
        goals="- {goal: A post, organisations: Marrowgate}",
        conversations="- {with: Dana, date: 2026-11-10, learned: Taste matters}\n- {with: Dana, date: 2026-12-10}\n",
    )
    assert 'href="../goals/a-post.html"' in html
    assert 'href="../conversations/2026-11-10-dana.html"' in html
    assert "Taste matters" in html
    assert "planned for" in html


def test_a_place_in_plain_text_has_no_page():
    """Only what is written in organisations.yaml has one."""
    made = pages(PLACE, "- {name: Dana, organisation: Somewhere else}")
    assert set(made) == {"organisations/index.html", "organisations/marrowgate.html"}


@pytest.mark.parametrize("name", ["مستشفى مروغيت", "x" * 300])
def test_any_name_has_a_page(name: str):
    """Arabic and very long names are shown whole."""
    made = pages(f"- name: {name}")
    assert len(made) == 2
    assert all(name in html for html in made.values())


def test_what_a_person_writes_never_becomes_markup():
    """Fields are escaped; long text is Markdown that cannot run anything."""
    html = marrowgate(
        "- name: Marrowgate\n  why: '**Kind** <script>alert(1)</script>'\n"
        "  research: [{question: '<img src=x>', answer: '<script>x</script>', source: '<b>y</b>'}, '<i>z</i>']\n"
    )
    assert "<strong>Kind</strong>" in html
    for markup in ("<script", "<img", "<b>y", "<i>z"):
        assert markup not in html


def test_the_list_says_by_whom_the_way_goes():
    """Who decides, who could introduce whom, or that there is no way yet; and where one name is too few."""
    people = (
        "- {name: Bea, tie: close, knows: Dana}\n- {name: Dana, organisation: Ash, decision_maker: yes}\n"
        "- {name: Piet, organisation: Oak, decision_maker: yes, tie: warm}\n- {name: Ada, organisation: Oak}\n"
    )
    words = read(overview("- name: Ash\n- name: Oak\n- name: Yew\n", people))
    assert "Bea could introduce you to Dana, who decides. Look for a second name" in words
    assert "Piet decides" in words
    assert "no way yet to somebody who decides" in words
    assert words.count("Look for a second name") == 1


def test_the_others_wait_kindly():
    """More than the rhythm takes at once stand under a heading of their own, which says when they come up."""
    words = read(
        overview(
            "- {name: Ash, status: talking, motivation: 3}\n- {name: Oak, status: talking}\n",
            me="name: Ruth\nrhythm: {active_organisations: 1}",
        )
    )
    assert "Under way, and waiting their turn When one of the active ones rests or closes" in words


def test_a_long_list_has_buttons_that_need_no_script():
    """One for each heading, with how many it shows; a short list needs none."""
    html = overview("".join(f"- {{name: Place {n}, status: {'closed' if n < 3 else 'talking'}}}\n" for n in range(9)))
    assert "Everything 9 Active now 5 Under way, and waiting their turn 1 Closed 3" in read(html)
    assert '<tbody data-show="closed">' in html
    assert "bw-filter" not in overview(PLACE)


def test_what_to_ask_next_names_whom_to_ask():
    """Whoever there one talks with next, else whoever was last heard; nobody, where nobody was."""
    place = PLACE[:-1] + ", research: [Who decides?]}"
    people = "- {name: Dana, organisation: Marrowgate}\n- {name: Piet, organisation: Marrowgate}\n"
    heard = "- {date: 2026-11-20, who: Piet, did: heard}"
    assert "Piet is there, and you last heard 20 November." in read(marrowgate(place, people, log=heard))
    ahead = "- {with: Dana, date: 2026-12-09}"
    page = read(marrowgate(place, people, log=heard, conversations=ahead))
    assert "You talk with Dana on Wednesday 9 December." in page
    assert "last heard 20" not in page
    assert "you last heard" not in read(marrowgate(place, people))
