"""What the introductions page says and draws."""

import re
from html import unescape
from html.parser import HTMLParser
from itertools import pairwise

import pytest

from bothways.model.words import NUMBERS
from bothways.pages.introductions import MOST_DRAWN, pages
from bothways.pages.map_drawing import Line, draw
from bothways.pages.map_fold import fold
from bothways.pages.text_width import shortened, text_width
from workbooks import facts

PEOPLE = """
    - {name: Bea Ostrander, met_at: the choir, met_on: 2023-09-08}
    - {name: Dana Okafor, introduced_by: Bea Ostrander}
    - {name: Amara Nilsen, introduced_by: Bea Ostrander, knows: Dana Okafor}
    - {name: Petra Lindholm, met_at: Grand Pelican Hotel}
    """
VOID = {"path", "circle", "rect", "use", "meta", "br", "input"}


def html(people=PEOPLE, **more):
    """The page on 1 December 2026."""
    (page,) = pages(facts({"people.yaml": people} | {f"{key}.yaml": text for key, text in more.items()}))
    assert page.address == "introductions.html"
    return page.html


def text(page):
    """The page as it is read."""
    return re.sub(r" (?=[.,:;])", "", " ".join(unescape(re.sub(r"<[^>]+>", " ", page)).split()))


class Balance(HTMLParser):
    """Every tag that is opened is closed, in order."""

    def __init__(self):
        super().__init__()
        self.open, self.wrong = [], []

    def handle_starttag(self, tag, _):
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.wrong.append(tag)


def is_balanced(page):
    """Whether the HTML closes what it opens."""
    parser = Balance()
    parser.feed(re.sub(r"<(path|circle|rect|use)\b[^>]*/>", "", page))
    return not parser.open and not parser.wrong


def test_the_page_opens_on_how_many_people_from_how_many_beginnings():
    """One sentence says how things stand."""
    assert "Who led to whom. Three people, from one beginning." in text(html())


def test_names_in_the_drawing_and_in_the_list_lead_to_their_pages():
    """The list says the same as the drawing."""
    drawing, rest = html().split("</figure>")
    for page in (drawing, rest):
        assert 'href="people/dana-okafor.html"' in page
    assert drawing.split("<figure")[1].count("<a ") == 3
    assert is_balanced(html())
    assert re.search(r"Bea Ostrander the choir, 8 September 2023 Dana Okafor Amara Nilsen", text(rest))


def test_the_drawing_says_what_it_is():
    """It has a title, a description and a name, and can be reached by keyboard."""
    page = html()
    assert 'role="region" aria-label="Map of introductions, drawn. The same follows as a list."' in page
    assert 'tabindex="0"' in page
    assert '<title id="map-1-title">Who led to whom</title>' in page


def test_whoever_led_to_nobody_is_listed_with_the_place():
    """They stand below, not in the drawing."""
    drawing, rest = html().split("</figure>")
    assert "Petra Lindholm" not in drawing
    assert "Met on your own Petra Lindholm Grand Pelican Hotel" in text(rest)


def test_two_who_know_each_other_are_joined_where_they_are_near():
    """A dotted line, and the list; without `knows` there is neither."""
    assert 'class="knows"' in html()
    assert "Amara Nilsen and Dana Okafor" in text(html())
    without = html(PEOPLE.replace(", knows: Dana Okafor", ""))
    assert 'class="knows"' not in without
    assert "People who know each other" not in text(without)


def test_an_outcome_is_a_double_line_a_leaf_and_words():
    """The way there is told from its beginning; a branch without fruit is a single line."""
    page = html(organisations="- {name: Mill Lane, outcome: {what: client, date: 2026-11-19, through: Dana Okafor}}")
    assert 'class="rail"' in page
    assert 'class="leaf"' in page
    words = text(page)
    assert "One branch bore fruit; it began with Bea Ostrander." in words
    assert "Client: Mill Lane, 19 November Through Bea Ostrander, then Dana Okafor. It began here: the choir." in words
    assert 'class="rail"' not in html()


@pytest.mark.parametrize(
    ("what", "said"),
    [
        ("role", "Role at Mill Lane"),
        ("created-role", "A role made for you at Mill Lane"),
        ("client", "Client: Mill Lane"),
        ("partner", "Partner: Mill Lane"),
    ],
)
def test_every_outcome_has_its_words(what, said):
    """Kind, and with the name of the place."""
    outcome = f"- {{name: Mill Lane, outcome: {{what: {what}, through: Dana Okafor}}}}"
    assert said in text(html(organisations=outcome))


def test_a_promised_introduction_says_so():
    """In the drawing and in the list; one that was made does not."""
    talk = "- {with: Dana Okafor, date: 2026-11-20, introductions: [{to: Helen Brandt%s}]}"
    drawing, rest = html(conversations=talk % "").split("</figure>")
    assert "Helen Brandt promised" in text(drawing)
    assert "Helen Brandt promised" in text(rest)
    assert "promised" not in text(html(conversations=talk % ", made: 2026-11-21"))


def test_with_one_person_the_page_says_what_to_write():
    """One kind sentence, the file, the lines, the guide; whoever there is stands below."""
    for people in ("", "- name: Bea Ostrander"):
        words = text(html(people))
        assert (
            "The picture begins with the second person: write who introduced them, even if it was the baker." in words
        )
        assert "workbook/people.yaml" in words
        assert "introduced_by: Bea Ostrander" in words
    assert "Met on your own Bea Ostrander" in text(html("- name: Bea Ostrander"))


def test_a_name_of_three_hundred_letters_is_shortened_in_the_drawing_only():
    """The list, and the link's title, say it in full."""
    name = "Wilhelmina " * 27
    drawing, rest = html(f"- name: {name}\n- {{name: Dana, introduced_by: {name}}}").split("</figure>")
    assert "…" in drawing
    assert f"<title>{name.strip()}</title>" in drawing
    assert f">{name.strip()}</a>" in rest
    assert f">{name.strip()}</text>" not in drawing


def test_names_in_arabic_and_hostile_places_are_only_text():
    """Nothing a person wrote becomes markup."""
    page = html("- {name: Bea, tags: [x]}\n- {name: دانا الكفور, introduced_by: Bea & Sons}")
    assert "دانا الكفور" in page
    assert "Bea &amp; Sons" in page
    assert is_balanced(page)


def test_a_chain_of_sixty_is_drawn_and_nested():
    """Each generation has its column and its level; the drawing keeps its size and scrolls."""
    page = html("".join(f"- {{name: Person {n}, introduced_by: Person {n - 1}}}\n" for n in range(1, 61)))
    assert is_balanced(page)
    width = re.search(r'<svg viewBox="[^"]+" width="(\d+)"', page)
    assert width
    assert int(width[1]) > 60 * 100


def test_many_people_get_a_drawing_for_each_beginning():
    """One picture of hundreds could not be read; the first is open, the others wait."""
    crowd = "".join(f"- {{name: Person {n}, introduced_by: Root {n % 4}}}\n" for n in range(200))
    page = html(crowd)
    assert page.count("<figure") == 4
    assert page.count('<details class="bw-fold" open>') == 1
    assert "From Root 1: 51 people" in text(page)
    assert is_balanced(page)
    ids = re.findall(r' id="([^"]+)"', page)
    assert len(ids) == len(set(ids))


def test_a_tree_of_six_hundred_is_drawn_as_far_as_it_can_be_read():
    """The largest branches are there; the others say how many they hold, and lead to their place in the list."""
    crowd = "- name: Root\n" + "".join(
        f"- {{name: P{n}, introduced_by: {'Root' if n < 20 else f'P{n % 20}'}}}\n" for n in range(600)
    )
    page = html(crowd)
    drawing, rest = page.split("</figure>")
    assert drawing.count("<text ") <= 2 * MOST_DRAWN
    more = re.findall(r'<a href="#(list-\d+)"><text [^>]*>and (\w+) more', drawing)
    assert more
    assert all(f'<li id="{anchor}">' in rest for anchor, _ in more)
    assert rest.count('class="bw-name"') == 601
    assert is_balanced(page)


def test_small_beginnings_beside_large_ones_are_in_the_list_only():
    """A picture of two names says no more than the two names."""
    pairs = "".join(f"- {{name: Second {n}, introduced_by: First {n}}}\n" for n in range(40))
    tree = "".join(f"- {{name: P{n}, introduced_by: Root}}\n" for n in range(9))
    page = html(pairs + tree)
    assert page.count("<figure") == 1
    assert "40 smaller beginnings, of two or three people each, are in the list." in text(page)
    assert page.count('class="bw-name"') == 1 + 80 + 10  # the picture's own heading, then the list


def test_beginnings_are_parted_so_that_each_drawing_fits_a_page():
    """Two drawings in one frame, with their columns in line."""
    trees = "".join(f"- {{name: P{n}, introduced_by: {'A' if n < 20 else 'Wilhelmina Adelaide'}}}\n" for n in range(40))
    drawing = html(trees).split("</figure>")[0]
    assert drawing.count("<figure") == 1
    assert drawing.count("<svg viewBox") == 2
    starts = [set(re.findall(r'<text x="([\d.]+)"[^>]*>P\d', part)) for part in drawing.split("<svg viewBox")[1:]]
    assert starts[0] == starts[1]
    assert len(starts[0]) == 1


def test_where_it_began_counts_what_a_place_led_to():
    """An unlikely place stands beside an event, and a column can be sorted."""
    page = html(
        "- {name: Piet, met_at: He sold me an oven}\n- {name: Yusuf, introduced_by: Piet}\n",
        organisations="- {name: Mill Lane, outcome: {what: client, through: Yusuf}}",
    )
    words = text(page)
    assert "Where it began" in words
    assert "He sold me an oven met there 1 they led you to 1 talks none yet Client: Mill Lane" in words
    assert "data-sort" in page


def test_a_drawing_of_a_few_people_is_read_as_it_is():
    """Nothing is said of its size where there is nothing to make larger; of a long chain there is."""
    few = html("- {name: دانا}\n- {name: ليلى, introduced_by: دانا}\n")
    assert "<svg viewBox" in few
    assert "data-zoom" not in few
    assert "change its size" not in few
    chain = html("".join(f"- {{name: P{n}, introduced_by: P{n - 1}}}\n" for n in range(1, 5)))
    assert "data-zoom" in chain
    assert "change its size" in chain


def test_two_of_one_name_are_told_apart_in_the_drawing_too():
    """Beside the name, as far as there is room."""
    people = (
        "- {name: Maria, id: one, role: Nurse, introduced_by: Bea}\n"
        "- {name: Maria, id: two, role: Keeper of a great many things that have long names, introduced_by: Bea}\n"
    )
    drawing, rest = html(people).split("</figure>")
    assert "Maria Nurse" in text(drawing)
    assert "Keeper of a" in text(drawing)
    assert "…" in text(drawing)
    assert "(Keeper of a great many things that have long names)" in text(rest)


def test_a_folded_tree_keeps_the_way_to_what_came_of_it():
    """However small that branch is; a single name is never folded away."""
    tree = [line("root", bears=True), line("poor", 0, 1, bears=True), line("poorer", 1, 2, bears=True)]
    tree.append(line("fruit", 2, 3, is_fruit=True, bears=True))
    for n in range(50):
        tree += [line(f"p{n}", 0, 1), line(f"q{n}", len(tree), 2)]
    folded = fold(tree, 10)
    assert [one.text for one in folded[:4]] == ["root", "poor", "poorer", "fruit"]
    assert [one.text for one in folded[-1:]] == ["and 88 more"]
    assert folded[-1].led_by == 0
    drawn = {one.text for one in folded}
    assert all(f"q{n}" in drawn for n in range(50) if f"p{n}" in drawn)


def test_what_came_of_it_is_never_folded_away():
    """Not even where more came of it than there is room for."""
    tree = [line("root", bears=True), line("p", 0, 1)]
    tree += [line(f"fruit {n}", 0, 1, is_fruit=True, bears=True) for n in range(9)]
    folded = fold(tree, 3)
    assert sum(one.is_fruit for one in folded) == 9
    assert [one.text for one in folded if not one.is_fruit] == ["root", "p"]


def test_folding_loses_nobody():
    """Those drawn and those counted are everybody; a tree that fits stays as it is."""
    tree = [line("n0")]
    for n in range(1, 200):
        parent = (n * 7) % n
        tree.append(line(f"n{n}", parent, tree[parent].depth + 1))
    order = sorted(range(200), key=lambda at: _way(tree, at))
    tree = [_moved(tree[at], order) for at in order]
    for most in (1, 5, 40, 199):
        folded = fold(tree, most)
        counted = sum(_said(one.text) for one in folded if one.is_more)
        assert len([one for one in folded if not one.is_more]) + counted == 200
        assert all(one.led_by is None or one.led_by < at for at, one in enumerate(folded))
    assert fold(tree, 200) == tree


def _said(words):
    """The number in `and seven more`."""
    said = words.split()[1]
    return NUMBERS.index(said) if said in NUMBERS else int(said)


def line(key, led_by=None, depth=0, **more):
    """A line of the map that is called like its key."""
    return Line(key=key, text=key, led_by=led_by, depth=depth, **more)


def test_whoever_leads_to_several_stands_midway():
    """Children have a row each; their parent stands between the first and the last."""
    drawing = draw([[line("a"), line("b", 0, 1), line("c", 0, 1), line("d", 0, 1)]])
    a, b, c, d = (name.y for name in drawing.names)
    assert b < c < d
    assert a == (b + d) / 2 == c


def test_no_two_names_of_a_column_share_a_row():
    """Whatever the tree is like, names do not lie on each other."""
    tree = [line("r")]
    for n in range(1, 60):
        parent = (n * 7) % n
        tree.append(line(f"n{n}", parent, tree[parent].depth + 1))
    order = sorted(range(60), key=lambda at: _way(tree, at))
    tree = [_moved(tree[at], order) for at in order]
    names = draw([tree]).names
    for column in {name.x for name in names}:
        rows = sorted(name.y for name in names if name.x == column)
        assert all(below - above >= 34 for above, below in pairwise(rows))


def _way(tree, at):
    """The way to a line from its beginning, by which a tree is put in order."""
    way = [at]
    while tree[way[0]].led_by is not None:
        way.insert(0, tree[way[0]].led_by)
    return way


def _moved(one, order):
    """The line with its parent's new place."""
    led_by = None if one.led_by is None else order.index(one.led_by)
    return Line(key=one.key, text=one.text, led_by=led_by, depth=one.depth)


def test_a_dotted_line_crosses_no_name():
    """Two tips with a longer branch between them are only listed."""
    near = [line("a"), line("b", 0, 1), line("c", 0, 1)]
    between = [line("a"), line("b", 0, 1), line("long", 0, 1), line("longer", 2, 2), line("c", 0, 1)]
    assert len(draw([near], [("b", "c")]).acquaintances) == 1
    assert not draw([between], [("b", "c")]).acquaintances
    assert not draw([near], [("a", "c")]).acquaintances


def test_a_text_is_shortened_to_its_width():
    """A text that fits stays whole; wide letters count for more, marks above letters for nothing."""
    assert shortened("Dana", 15, 100) == "Dana"
    cut = shortened("Dana " * 60, 15, 100)
    assert cut.endswith("…")
    assert text_width(cut, 15) <= 100
    assert text_width("名", 10) > text_width("a", 10) > text_width("i", 10)
    assert text_width("e\u0301", 10) == text_width("e", 10)
