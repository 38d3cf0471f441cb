"""What Today says: the list, what is opened on demand, what stands beside it, and for whom."""

import re
from datetime import date
from html import unescape

import pytest

from bothways.derive.facts import Facts
from bothways.pages.commands import command
from bothways.pages.today import A_DAY, COMING_SHOWN, FOLDED_SHOWN, LINES_SHOWN, pages
from bothways.reading.library import Library, read_library
from bothways.writing.log import DID
from workbooks import GUIDE, TODAY, workbook

LIBRARY = read_library(GUIDE)
LOOKING = "name: Ruth\nsituation: job-search\n"
KEEPING = "name: Signe\nsituation: career-growth\n"
PEOPLE = "- {name: Dana Okafor, keep_in_touch: no}\n- {name: Piet Sandoval, keep_in_touch: no}\n"


def html(day=TODAY, library=LIBRARY, **files):
    """The page for the workbook that these files hold."""
    files = {f"{name}.yaml": text for name, text in ({"me": LOOKING, "people": PEOPLE} | files).items()}
    (page,) = pages(Facts(workbook(files, library), day), library)
    assert page.address == "index.html"
    return page.html


def text(page):
    """The page as it is read, without what is hidden."""
    shown = re.sub(r"<(section|details|p)([^>]*) hidden>.*?</\1>", " ", page, flags=re.DOTALL)
    return re.sub(r" (?=[.,:;])", "", " ".join(unescape(re.sub(r"<[^>]+>", " ", shown)).split()))


def lede(page):
    """The sentence that says how things stand."""
    return unescape(re.search(r'<p class="bw-lede"[^>]*>(.*?)</p>', page)[1])


def part(page, id_):
    """The HTML of one part of the list."""
    return re.search(rf'<(section|details)[^>]* data-part="{id_}".*?(?= data-part="|<aside)', page, re.DOTALL)[0]


TALK = "- {with: Dana Okafor, date: 2026-11-28, notes: Good}\n"


class TestAnItem:
    """Everything about one item is on the page, and opened on demand."""

    def test_says_why_since_when_under_which_rule_and_from_which_line(self):
        """The rule leads to the paragraph that explains it."""
        page = html(conversations=TALK)
        words = text(page)
        assert "Thank Dana Okafor for the talk on 28 November since Sunday 29 November" in words
        assert "You met on 28 November; your rhythm is to thank within 1 day." in words
        assert '<a href="guide/informational-interview.html#thank">thank within 1 day</a>' in page
        assert "<code>workbook/conversations.yaml:1</code>" in page

    def test_brings_its_message(self):
        """With its gaps, and a button to copy the words."""
        page = html(conversations=TALK)
        assert "To Dana Okafor" in text(page)
        assert '<mark class="bw-gap">' in page

    def test_says_the_command_and_the_line_that_record_it(self):
        """The line has the day it is read, so its day is marked."""
        page = html(conversations=TALK)
        assert ">bothways log &#34;Dana Okafor&#34; thanked</code>" in page
        assert "- {date: <span data-today>2026-12-01</span>, who: Dana Okafor, did: thanked}" in page

    def test_what_it_asks_to_be_logged_closes_it(self):
        """The line that is offered, put into the log, takes the item away."""
        page = html(conversations=TALK)
        line = unescape(re.sub(r"<[^>]+>", "", re.search(r"- \{date: .*?\}", page)[0]))
        assert "Thank Dana Okafor" not in text(html(conversations=TALK, log=line))

    def test_of_a_group_has_a_line_and_a_command_for_each(self):
        """Two were there, two are thanked."""
        page = html(conversations="- {with: [Dana Okafor, Piet Sandoval], date: 2026-11-28, notes: Good}\n")
        assert page.count("did: thanked}") == 2
        assert "bothways log &#34;Piet Sandoval&#34; thanked" in page

    def test_of_somebody_with_a_namesake_is_recorded_by_id(self):
        """A name that fits two would be a problem."""
        people = "- {id: dana-north, name: Dana Okafor}\n- {id: dana-south, name: Dana Okafor}\n"
        page = html(people=people, conversations="- {with: dana-south, date: 2026-11-28, notes: Good}\n")
        assert "bothways log dana-south thanked" in page
        assert "who: dana-south, did: thanked" in page

    def test_of_a_promise_can_be_asked_after_and_is_closed_when_it_is_made(self):
        """The line under the talk names whom it was about."""
        talk = "- {with: Dana Okafor, date: 2026-11-20, thanked: 2026-11-20, introductions: [Helen Brandt, Brandt]}\n"
        page = html(conversations=talk)
        assert '<b class="bw-name">Helen Brandt</b>' in page
        records = re.findall(r"- to: (.*?)\n  made: <span data-today>", page)
        assert sorted(records) == ["Brandt", "Helen Brandt"]

    def test_of_a_step_is_done_by_its_first_words(self):
        """Enough to find it by, and no more than a shell can bear."""
        goals = "- goal: A\n  steps:\n    - {do: Ask the college how long it will hold the place, by: 2026-12-01}\n"
        page = html(goals=goals)
        assert "bothways done &#34;Ask the college how long it&#34;" in page
        assert "done: <span data-today>2026-12-01</span>" in page

    def test_of_a_talk_to_come_opens_the_sheet(self):
        """There is nothing to write yet."""
        page = html(conversations="- {with: Dana Okafor, date: 2026-12-03, time: 10:30}\n")
        assert 'href="conversations/2026-12-03-dana-okafor.html">Open the sheet</a>' in page

    def test_names_are_told_apart_from_words_that_hold_them(self):
        """Al is not in "also"."""
        people = "- {name: Al, keep_in_touch: no}\n"
        page = html(people=people, log="- {date: 2026-11-10, who: Al, did: wrote}\n")
        assert 'Write to <b class="bw-name">Al</b> once more' in page


class TestTheList:
    """One finite list, most pressing first."""

    def test_opens_the_first_item_and_no_other(self):
        """If you have time for one, do the first."""
        page = html(conversations=TALK, goals="- {goal: A, steps: [{do: Ask, by: 2026-12-01}]}")
        assert page.count('<details class="bw-fold" open>') == 1
        assert lede(page).startswith("Two things, the most pressing first. If you have time for one, do the first.")

    def test_says_so_when_nothing_is_due(self):
        """And asks a question, where one could be glad of it."""
        assert lede(html()) == "Nothing is due today. Is there somebody you would simply like to hear from?"

    def test_brings_what_will_be_due_within_a_week_and_hides_it(self):
        """A script shows it when its day has come."""
        goals = "- {goal: A, steps: [{do: Sooner, by: 2026-12-08}, {do: Much later, by: 2026-12-09}]}"
        page = html(goals=goals)
        later = part(page, "later")
        assert re.match(r"<section[^>]* hidden>", later)
        assert 'data-due="2026-12-08"' in later
        assert "Sooner" not in text(page)
        assert "Much later" not in page

    def test_after_a_lapse_leaves_five_open_and_folds_the_rest(self):
        """Good to see you."""
        goals = "- goal: A\n  steps:\n" + "".join(f"    - {{do: S{n}, by: 2026-10-{n:02}}}\n" for n in range(1, 10))
        page = html(goals=goals, log="- {date: 2026-11-01, who: Dana Okafor, did: heard}\n")
        assert lede(page) == "Good to see you. Five easy ways to start again; the rest is folded away below."
        assert part(page, "start").count("<li data-due") == 5
        assert part(page, "folded").count("<li data-due") == 4

    def test_whoever_keeps_up_has_not_lapsed_but_come_as_they_meant_to(self):
        """The same five, with other words."""
        goals = "- {goal: A, steps: [{do: S, by: 2026-10-01}]}"
        page = html(me=KEEPING, goals=goals, log="- {date: 2026-11-01, who: Dana Okafor, did: heard}\n")
        assert lede(page) == "Good to see you. One easy way to begin with."
        assert "start again" not in text(page)

    def test_of_hundreds_shows_what_a_day_holds(self):
        """Twenty open, the rest folded away, and the page stays light."""
        people = "".join(f"- {{name: Person {n}, tie: close, met_on: 2026-0{1 + n % 9}-01}}\n" for n in range(400))
        page = html(people=people, log="- {date: 2026-11-30, who: Person 1, did: gave}\n")
        shown = sum(part(page, id_).count("<li data-due") for id_ in ("on-today", "waiting", "today", "soon"))
        assert shown == A_DAY
        assert lede(page).startswith("More than a day holds, so here are twenty things")
        assert page.count("data-due") <= A_DAY + FOLDED_SHOWN + COMING_SHOWN
        assert page.count("<li>") <= LINES_SHOWN + 60
        assert len(page) < 200_000

    def test_never_counts_what_was_missed(self):
        """Neither days nor things."""
        names = [f"Person {first}{last}" for first in "abcdefghi" for last in "abcdefghij"]
        people = "".join(f"- {{name: {name}, tie: close, met_on: 2026-01-01}}\n" for name in names)
        words = text(html(people=people, log="- {date: 2026-11-30, who: Person aa, did: gave}\n"))
        for count in ("overdue", "missed", "days late", "90", "89", "69"):
            assert count not in words


class TestWhenItIsReadLater:
    """What a script needs to keep the page true; see the browser's tests for the script."""

    def test_it_says_from_which_day_it_is_old(self):
        """Hidden on its own day; one remark for a week, another after it."""
        page = html(conversations=TALK)
        assert 'data-from="2026-12-02" data-until="2026-12-08" hidden>This page was made on' in page
        assert 'data-from="2026-12-09" hidden>This page was made on' in page

    def test_it_knows_when_a_lapse_would_begin(self):
        """Fourteen days after the last thing that is known to happen: here, a talk in two days."""
        page = html(conversations="- {with: Dana Okafor, date: 2026-12-03}\n")
        assert 'data-starts-again="2026-12-17" data-open-then="5"' in page

    def test_this_week_is_named_once_it_is_over(self):
        """Sunday is its last day."""
        assert 'data-until="2026-12-06" data-then="The week of 30 November">This week<' in html()

    def test_no_sentence_says_how_long_ago_something_was(self):
        """The day stands there, and the script says how far it is."""
        people = "- {name: Bea Ostrander, tie: close}\n"
        page = html(people=people, log="- {date: 2026-08-01, who: Bea Ostrander, did: heard}\n")
        assert 'last heard <time datetime="2026-08-01" data-when="only">1 August</time>' in page
        assert " ago" not in text(page)


class TestSituations:
    """What a person is in changes what stands beside the list."""

    @pytest.mark.parametrize(
        ("situation", "begins"),
        [
            ("job-search", "Which three people from your work so far"),
            ("business", "Which three clients were glad"),
            ("life-change", "Who lives this in a way that you like?"),
            ("career-growth", "What would you like to do better at work"),
            ("career-change", "Who does what you dream of"),
            ("[business, job-search]", "Which three clients were glad"),
        ],
    )
    def test_an_empty_workbook_begins_with_a_question_for_it(self, situation, begins):
        """And with three lines to copy."""
        page = html(me=f"name: Ruth\nsituation: {situation}", people="")
        assert f"Good that you are here. {begins}" in text(page)
        assert "- name: Bea Ostrander" in page

    def test_whoever_has_not_said_begins_with_one_goal_or_three_people(self):
        """Nothing is assumed."""
        assert "One goal, or three people who would be glad" in text(html(me="name: Ruth", people=""))

    def test_somebody_to_think_of_is_another_each_week_and_each_situation_has_its_turn(self):
        """In the words of the guide, with the way to its list of questions."""
        two = "name: Ruth\nsituation: [job-search, business]\n"
        weeks = [html(date(2026, 11, 30), me=two), html(date(2026, 12, 7), me=two), html(date(2026, 12, 14), me=two)]
        headings = [re.search(r'<h2 id="situation">(.*?)</h2>', page)[1] for page in weeks]
        assert headings == ["Building a business", "Looking for work", "Building a business"]
        assert 'href="questions/job-search.html"' in weeks[1]
        assert 'href="guide/situations/job-search.html#people"' in weeks[1]

    def test_a_first_ask_of_an_owner_is_written_to_an_owner(self):
        """The message drafted for the same item is another one."""
        people = "- {name: Ada, organisation: The mill, keep_in_touch: no}\n- {name: Bo, organisation: The mill}\n"
        log = "- {date: 2026-11-24, who: Ada, did: wrote}\n"
        asks = {
            situation: html(me=f"name: Ruth\nsituation: {situation}\nrhythm: brisk", people=people, log=log)
            for situation in ("business", "career-change", "life-change")
        }
        assert "From one owner to another" in asks["business"]
        assert "From one owner to another" not in asks["career-change"]
        assert "You have been through" in asks["life-change"]

    def test_whoever_looks_sees_a_week_and_whoever_keeps_up_a_month(self):
        """Not a job seeker's pressure for somebody who has work."""
        people = "- {name: Bea Ostrander, tie: close, met_on: 2026-10-28}\n"
        looking, keeping = text(html(people=people)), text(html(me=KEEPING, people=people))
        assert "New asks 0 of 5" in looking
        assert "The half hour of December" not in looking
        assert "New asks" not in keeping
        assert "The half hour of December Nothing here is due." in keeping
        assert "Bea Ostrander last in touch 28 October; you want to be every 6 weeks" in keeping
        assert "One event a month is enough." in keeping
        assert "A listening tour, October to December" in keeping

    def test_the_month_leads_to_checklists_that_are_there(self):
        """And says their name without a link where they are not."""
        assert '<a href="checklists/monthly-half-hour.html">as a checklist</a>' in html(me=KEEPING)
        assert "checklists/" not in html(me=KEEPING, library=Library())

    def test_whoever_has_not_said_is_told_where_to_say_it(self):
        """Somebody who is looking can say so."""
        assert "Are you looking for something" in text(html(me="name: Ruth"))
        assert "Are you looking for something" not in text(html(me=KEEPING))

    def test_the_month_is_no_part_of_the_agenda(self):
        """Suggestions stand beside it: the list itself stays the format's."""
        people = "- {name: Bea Ostrander, tie: close, met_on: 2026-10-28}\n"
        found = workbook({"me.yaml": KEEPING, "people.yaml": people})
        assert Facts(found, TODAY).agenda.items == ()


class TestCommands:
    """Text to paste into a terminal."""

    @pytest.mark.parametrize(
        ("words", "said"),
        [
            (("log", "Dana Okafor", "thanked"), 'bothways log "Dana Okafor" thanked'),
            (("log", "Dana", "thanked"), "bothways log Dana thanked"),
            (("done", 'Say "no"'), r'bothways done "Say \"no\""'),
            (("done", "$HOME `ls` C:\\"), r'bothways done "\$HOME \`ls\` C:\\"'),
            (("log", "Siân O’Hara", "met"), 'bothways log "Siân O’Hara" met'),
        ],
    )
    def test_are_quoted_so_that_nothing_runs(self, words, said):
        """Whatever a name holds."""
        assert command(*words) == said

    def test_use_words_that_the_log_knows(self):
        """Each line that is offered can be read."""
        page = html(
            conversations=TALK
            + "- {with: Piet Sandoval, date: 2026-11-10, notes: G, thanked: 2026-11-10, advice: A}\n",
            log="- {date: 2026-11-10, who: Selwyn Pike, did: wrote}\n",
            events="- {name: Supper, date: 2026-11-20, met: Joss}\n",
        )
        offered = {unescape(re.sub(r"<[^>]+>", "", line)) for line in re.findall(r"- \{date: .*?\}", page)}
        assert {re.search(r"did: ([a-z-]+)", line)[1] for line in offered} <= set(DID)
        assert len(offered) >= 4
        assert len(workbook({"people.yaml": PEOPLE, "log.yaml": "\n".join(offered)}).log) == len(offered)


def test_every_rule_is_said_in_words():
    """What a person could read to another, and no name of a field."""
    page = text(
        html(
            goals="- {goal: A kitchen of my own, steps: [{do: Ring the college, by: 2026-11-30}]}",
            people="[{name: Ada Fairweather}, {name: Bea Ostrander}]",
            events="- {name: Open day, date: 2026-11-28, met: Ada Fairweather}",
            conversations="- {with: Bea Ostrander, date: 2026-12-02}",
        )
    )
    for rule in (
        "Your rule: a step waits for you from its day on",
        "Your rule: write within 2 days of an event",
        "Your rule: get ready in the three days before",
    ):
        assert rule in page
    for name in ("step From", "event follow up", "prepare From"):
        assert name not in page


def test_a_step_names_what_it_belongs_to_and_leads_there():
    """A goal, an event, a checklist; a person's step names the person."""
    page = html(
        people="- {name: Ada Fairweather, steps: [{do: Send it, by: 2026-11-30}]}",
        goals="- {goal: A kitchen of my own, steps: [{do: Ring the college, by: 2026-11-30}]}",
        events="- {name: Open day, date: 2026-12-28, prepare: [{do: Print cards, by: 2026-11-30}]}",
        checklists="- {checklist: Moving, items: [{do: Boxes, by: 2026-11-30}]}",
    )
    words = text(page)
    assert "It is a step for “A kitchen of my own”, to be done by 30 November." in words
    assert "It is a step for “Open day”" in words
    assert "It is on your checklist “Moving”" in words
    assert "It is a step of yours, about Ada Fairweather" in words
    for address in ("goals/a-kitchen-of-my-own.html", "events/open-day.html", "checklists/moving.html"):
        assert f'href="{address}">Open the page' in page
