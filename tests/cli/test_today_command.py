"""`bothways today`: one finite list."""

THANK = {
    "people.yaml": "- name: Dana Okafor",
    "conversations.yaml": "- {with: Dana Okafor, date: 2026-11-28, learned: A lot}",
}


def test_each_item_says_what_since_when_why_and_where(run, home):
    """What to do, then since when and why, then the place of its record."""
    ran = run("today", "--today", "2026-12-01", cwd=home(THANK))
    assert (ran.code, ran.err) == (0, "")
    lines = ran.out.splitlines()
    assert lines[0] == "Tuesday 1 December. One thing."
    assert lines[2] == "Thank Dana Okafor for the talk on 28 November"
    assert lines[3].startswith("  Since Sunday 29 November. You met on 2026-11-28;")
    assert lines[4] == "  workbook/conversations.yaml:1"


def test_json_is_as_agreed(run, home):
    """The fields of the commands page, and no other."""
    ran = run("today", "--today", "2026-12-01", "--json", cwd=home(THANK))
    assert ran.json == {
        "today": "2026-12-01",
        "items": [
            {
                "kind": "thank",
                "due": "2026-11-29",
                "who": ["Dana Okafor"],
                "what": "Thank Dana Okafor for the talk on 28 November",
                "rule": "thank_within",
                "why": ran.json["items"][0]["why"],
                "file": "workbook/conversations.yaml",
                "line": 1,
            }
        ],
    }


def test_nothing_due_is_said_kindly(run, home):
    """An empty list is a sentence, and an empty list in JSON."""
    folder = home({"people.yaml": "- name: Dana Okafor"})
    assert "Nothing is due today. Is there somebody" in run("today", cwd=folder).out
    assert run("today", "--json", cwd=folder).json["items"] == []


def test_ahead_shows_what_is_to_come(run, home):
    """`--ahead` adds what falls due within so many days, and says by when."""
    folder = home({"people.yaml": "- {name: Dana Okafor, steps: [{do: Send the article, by: 2026-12-09}]}"})
    words = ("today", "--today", "2026-12-01")
    assert "article" not in run(*words, "--ahead", "7", cwd=folder).out
    out = run(*words, "--ahead", "8", cwd=folder).out
    assert "Send the article" in out
    assert "By Wednesday 9 December." in out


def test_an_appointment_is_on_its_day(run, home):
    """A planned talk is `on` its day, and shows three days before."""
    folder = home(
        {"people.yaml": "- name: Dana Okafor", "conversations.yaml": "- {with: Dana Okafor, date: 2026-12-03}"}
    )
    assert "On Thursday 3 December." in run("today", "--today", "2026-12-01", cwd=folder).out
    assert "Today. " in run("today", "--today", "2026-12-03", cwd=folder).out


def test_after_a_lapse_five_are_open_and_the_rest_is_folded(run, home):
    """A lapse is not a debt: five easy ways to start again, and the others counted in one line."""
    people = "".join(f"- {{name: Person {n}, steps: [{{do: Write to {n}, by: 2026-11-0{n}}}]}}\n" for n in range(1, 9))
    log = "- {date: 2026-11-01, who: Person 1, did: met}"
    folder = home({"people.yaml": people, "log.yaml": log})
    out = run("today", "--today", "2026-12-01", cwd=folder).out
    assert "Good to see you. Five easy ways to start again." in out
    assert "Write to 8" in out
    assert "Write to 2" not in out
    data = run("today", "--today", "2026-12-01", "--json", cwd=folder).json
    assert data["starting_again"] is True
    assert sum("folded" not in item for item in data["items"]) == 5
    assert f"{len(data['items']) - 5} more" in out or "hree more" in out or "our more" in out


def test_nobody_is_called_overdue(run, home):
    """The words are since, by and on."""
    out = run("today", "--today", "2027-03-01", cwd=home(THANK)).out
    assert "overdue" not in out.lower()


def test_quiet_leaves_the_list_only(run, home):
    """With `--quiet`, the items stay and the sentence around them goes."""
    out = run("today", "--quiet", "--today", "2026-12-01", cwd=home(THANK)).out
    assert out.splitlines()[0] == "Thank Dana Okafor for the talk on 28 November"


def test_problems_come_instead_of_the_list(run, home):
    """A workbook with problems shows them, on standard error, and no list."""
    ran = run("today", cwd=home({"people.yaml": "- nam: Dana Okafor"}))
    assert (ran.code, ran.out) == (1, "")
    assert "workbook/people.yaml:1:" in ran.err
