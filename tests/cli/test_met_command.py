"""`bothways met`: the file of a talk. What becomes of the files is in `tests/writing/cases`."""

import shutil

import yaml

from workbooks import EXAMPLE

DAY = ("--today", "2026-12-01")


def test_a_talk_is_planned_up_to_its_day_and_held_after(run, home):
    """As the format says."""
    folder = home({"people.yaml": "- name: Dana Okafor\n"})
    said = [
        run("met", "dana", "--date", f"2026-{day}", *DAY, "--json", cwd=folder).json
        for day in ("11-30", "12-01", "12-02")
    ]
    assert [one["status"] for one in said] == ["held", "planned", "planned"]
    assert said[0] == {
        "file": "workbook/conversations/2026-11-30-dana-okafor.yaml",
        "line": 1,
        "changed": True,
        "status": "held",
    }


def test_what_is_to_be_filled_in_can_be_read_once_the_marks_are_gone(run, home):
    """Each remark, without its #, is a field of a conversation."""
    folder = home({"people.yaml": "- name: Dana Okafor\n"})
    run("met", "dana", *DAY, cwd=folder)
    path = folder / "workbook" / "conversations" / "2026-12-01-dana-okafor.yaml"
    text = path.read_text().replace("# goal: What it serves\n", "").replace("more, same or less", "more")
    lines = [line.removeprefix("# ") for line in text.splitlines() if "After the talk" not in line]
    path.write_text("\n".join(lines) + "\n")
    assert run("check", *DAY, cwd=folder).code == 0
    assert set(yaml.safe_load(path.read_text())) >= {"learned", "advice", "introductions", "thanked", "follow_ups"}


def test_the_example_gets_a_talk(run, home):
    """With the goal and the questions that fit."""
    folder = home()
    shutil.copytree(EXAMPLE, folder / "workbook", dirs_exist_ok=True)
    ran = run("met", "tomasz", "--date", "2026-12-20", *DAY, cwd=folder)
    assert ran.code == 0
    text = (folder / "workbook" / "conversations" / "2026-12-20-tomasz-vale.yaml").read_text()
    assert "questions: [Kitchens that feed people]\n" in text
    assert run("check", cwd=folder).code == 0


def test_a_second_talk_on_a_day_is_refused(run, home):
    """Nothing is changed, and it says where the first is."""
    folder = home({"people.yaml": "- name: Dana Okafor\n"})
    run("met", "dana", *DAY, cwd=folder)
    ran = run("met", "dana", *DAY, "--json", cwd=folder)
    assert ran.code == 1
    assert ran.json["changed"] is False
    assert ran.json["fits"] == [
        {"name": "Dana Okafor", "file": "workbook/conversations/2026-12-01-dana-okafor.yaml", "line": 1}
    ]


def test_somebody_without_a_record_is_added_first(run, home):
    """A talk is with somebody of people.yaml."""
    folder = home({"log.yaml": "- {date: 2026-11-03, who: Dana Okafor, did: wrote}\n"})
    ran = run("met", "dana okafor", *DAY, cwd=folder)
    assert ran.code == 1
    assert 'bothways add person "dana okafor"' in ran.err
