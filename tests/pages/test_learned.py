"""What the page of what I have learned says."""

import re
from html import unescape

from bothways.pages.learned import pages
from workbooks import facts

PEOPLE = "[{name: Ada Fairweather}, {name: Bea Ostrander}]"
LISTS = "- {list: Kitchens, sections: [{questions: [What surprised you?, Who decides?, What is next?]}]}"
TALKS = """
    - with: Ada Fairweather
      date: 2026-11-05
      goal: Hospitals
      answers: [{ask: What surprised you?, answer: The **lids**}]
      learned: [Night staff eat toast]
      surprise: Nobody had asked
      still_interested: more
      beliefs: [{belief: Taste counts, for: yes, why: She tastes it}]
    - with: Bea Ostrander
      date: 2026-11-12
      goal: Hospitals
      answers: [{ask: What surprised you?, answer: The hours}, {ask: Who decides?, answer: A panel}]
      rule_out: Nights
      still_interested: less
      beliefs: [{belief: Taste counts, for: no, why: Nobody asks}]
    """
GOALS = """
    - goal: Hospitals
      beliefs:
        - {belief: Taste counts, confidence: 30, now: 65, evidence: [I tasted it]}
        - {belief: I could live on the pay, confidence: 40, now: 20}
        - {belief: They take newcomers}
      decision: {options: [The trial week, The course]}
    """


def html(conversations=TALKS, goals=GOALS, questions=LISTS, **more):
    """The page on Tuesday, 1 December 2026."""
    texts = {"people": PEOPLE, "conversations": conversations, "goals": goals, "questions": questions} | more
    (page,) = pages(facts({f"{key}.yaml": value for key, value in texts.items()}))
    assert (page.address, page.title) == ("learned.html", "What I have learned")
    return page.html


def text(page):
    """The page as it is read."""
    return re.sub(r" (?=[.,:;])", "", " ".join(unescape(re.sub(r"<[^>]+>", " ", page)).split()))


def part(page, id_):
    """The words under one heading."""
    return text(
        re.search(rf'<h2 id="{id_}">.*?(?=<h2|</div>\s*<aside|</section>\s*<section>\s*<h2|</aside>)', page, re.DOTALL)[
            0
        ]
    )


def test_it_opens_on_how_much_was_heard_and_whether_it_changed_anything():
    """Two talks, one belief up and one down."""
    words = text(html())
    assert (
        "Two talks, two questions answered. You are surer of one thing and less sure of one thing than at first."
        in words
    )


def test_answers_of_several_people_stand_side_by_side_each_with_its_talk():
    """So that one sees where they differ. What one person answered stands for itself."""
    page = html()
    together, alone = part(page, "together"), part(page, "alone")
    assert "What surprised you? The lids Ada Fairweather, 5 November The hours Bea Ostrander, 12 November" in together
    assert "Who decides? A panel Bea Ostrander, 12 November" in alone
    assert 'href="conversations/2026-11-05-ada-fairweather.html"' in page
    assert 'href="questions/kitchens.html#question-1"' in page


def test_what_is_still_to_ask_stands_beside_it():
    """Of the lists in use, the questions that nobody answered."""
    assert "Kitchens 2 of 3 answered What is next?" in part(html(), "open")


def test_a_belief_says_how_sure_i_was_and_am_and_what_spoke_for_and_against_it():
    """And that people differ, where they do."""
    words = part(html(), "beliefs")
    assert "Taste counts How sure you are, of 100: 30 at first, 65 now People differ here." in words
    assert "For it She tastes it Ada Fairweather, 5 November" in words
    assert "Against it Nobody asks Bea Ostrander, 12 November" in words
    assert "What you found I tasted it" in words


def test_a_belief_that_nobody_was_asked_about_stands_apart():
    """One that only the number changed of, too."""
    untested = part(html(), "untested")
    assert "I could live on the pay Hospitals" in untested
    assert "They take newcomers" in untested
    assert "How sure you are, of 100:" in untested


def test_surprises_and_what_is_ruled_out_are_in_my_own_words_with_their_talk():
    """One line each."""
    page = html()
    assert part(page, "surprises") == "What surprised me Nobody had asked Ada Fairweather, 5 November"
    assert part(page, "rule-out") == "What I can rule out Nights Bea Ostrander, 12 November"
    assert part(page, "lessons") == "What I learned Night staff eat toast Ada Fairweather, 5 November"


def test_a_choice_to_make_and_one_that_was_made():
    """With its options, or with what was chosen and why."""
    words = text(html())
    assert "To decide Hospitals The trial week The course" in words
    made = "- {goal: Harbour, decision: {options: [A, B], chosen: Not now, why: I like Mondays, on_date: 2026-10-25}}"
    assert "Decided on 25 October Harbour Not now I like Mondays" in text(html(goals=GOALS + made))


def test_how_curious_i_was_is_a_line_and_a_sentence_and_every_talk():
    """The picture says nothing that the words do not."""
    page = html()
    words = part(page, "curious")
    assert "Hospitals Once more, once less; last, less" in words
    assert "Talk by talk less Bea Ostrander, 12 November more Ada Fairweather, 5 November" in words
    assert '<path d="M0 6 L12 0 L24 6"/>' in page


def test_the_latest_stand_open_and_older_ones_are_folded():
    """Three, then forty; whatever is older stands with its talk."""
    talks = "".join(
        f"    - {{with: Ada Fairweather, date: 2026-{1 + n // 25:02}-{1 + n % 25:02}, surprise: S{n}}}\n"
        for n in range(60)
    )
    page = html(conversations=talks, goals="", questions="")
    surprises = page[page.index('id="surprises"') :]
    before, _, folded = surprises.partition("<details")
    assert re.findall(r"<p>(S\d+)</p>", before) == ["S59", "S58", "S57"]
    assert len(re.findall(r"<p>(S\d+)</p>", folded)) == 40
    assert "Whatever is older stands with its talk." in text(folded)


def test_with_nothing_written_it_says_what_to_write():
    """Three lines, and where they go."""
    page = html(conversations="", goals="", questions="")
    assert "Nothing is written down yet." in text(page)
    assert "surprise: Nobody had asked before" in page


def test_markup_in_an_answer_is_harmless():
    """It is somebody's words, and no page of ours."""
    talk = "- {with: Ada Fairweather, date: 2026-11-05, surprise: '<script>alert(1)</script>&', learned: '<img src=x>'}"
    page = html(conversations=talk)
    assert "<script" not in page
    assert "<img" not in page
