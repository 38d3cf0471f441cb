"""`bothways forget`: a person is removed everywhere. What becomes of the files is in `tests/writing/cases`."""

import shutil
import subprocess

from bothways.cli.schema_files import names_of, write_schemas
from bothways.site.finish import GITIGNORE
from workbooks import EXAMPLE


def test_without_yes_nothing_is_changed(run, home, files_below):
    """It says what would go, and how to do it."""
    folder = home({"people.yaml": "- name: Dana Okafor\n"})
    before = files_below(folder)
    ran = run("forget", "dana", cwd=folder)
    assert (ran.code, files_below(folder)) == (0, before)
    assert "Do it with --yes." in ran.err


def test_json_says_the_same_before_and_after(run, home):
    """What goes, with its place as it is before."""
    folder = home({"people.yaml": "- name: Dana Okafor\n"})
    before, after = (run("forget", "dana", *yes, "--json", cwd=folder).json for yes in ([], ["--yes"]))
    assert before | {"changed": True} == after
    assert after["removed"] == [{"file": "workbook/people.yaml", "line": 1, "what": "their record"}]


def built(folder, text):
    """A site as a build leaves it, with one page."""
    site = folder / "site"
    site.mkdir()
    (site / ".gitignore").write_text(GITIGNORE)
    (site / "index.html").write_text(text)
    return site


def test_a_built_site_that_shows_them_goes(run, home):
    """With --yes, and the words say how to make it anew; without, it is only named."""
    folder = home({"people.yaml": "- name: Dana Okafor\n"})
    site = built(folder, "<h1>Dana&nbsp;Okafor</h1> <a href=dana>Dana Okafor</a>")
    assert "site: made by a build" in run("forget", "dana", cwd=folder).out
    assert site.exists()
    ran = run("forget", "dana", "--yes", cwd=folder)
    assert "Make the site anew: bothways build" in ran.err
    assert not site.exists()


def test_a_built_site_without_them_stays(run, home):
    """Nothing of theirs is in it."""
    folder = home({"people.yaml": "- name: Dana Okafor\n"})
    site = built(folder, "<h1>Somebody else</h1>")
    assert run("forget", "dana", "--yes", "--json", cwd=folder).json["builds"] == []
    assert site.exists()


def test_a_folder_called_site_that_no_build_made_stays(run, home):
    """It is the person's own."""
    folder = home({"people.yaml": "- name: Dana Okafor\n"})
    site = built(folder, "Dana Okafor")
    (site / ".gitignore").unlink()
    run("forget", "dana", "--yes", cwd=folder)
    assert (site / "index.html").exists()


def test_what_a_killed_build_left_goes_too(run, home):
    """It lies hidden beside the site."""
    folder = home({"people.yaml": "- name: Dana Okafor\n"})
    left = folder / ".site.bothways-old"
    left.mkdir()
    (left / "index.html").write_text("Dana Okafor")
    assert run("forget", "dana", "--yes", "--json", cwd=folder).json["builds"] == [".site.bothways-old"]
    assert not left.exists()


def test_the_cache_goes_and_the_editor_no_longer_offers_them(run, home):
    """Everything in `.bothways/` that may name them."""
    folder = home({"people.yaml": "- name: Dana Okafor\n- name: Ilya Marsh\n"})
    (folder / ".bothways" / "cache").mkdir(parents=True)
    (folder / ".bothways" / "cache" / "pages").write_text("Dana Okafor")
    schemas = folder / ".bothways" / "schema"
    schemas.mkdir()
    write_schemas(schemas, names_of(folder / "workbook"))
    assert "Dana Okafor" in (schemas / "log.schema.json").read_text()
    run("forget", "dana", "--yes", cwd=folder)
    assert not [path for path in folder.rglob("*") if path.is_file() and "Dana Okafor" in path.read_text()]
    assert "Ilya Marsh" in (schemas / "log.schema.json").read_text()


def git(folder, *words):
    """One git command, as somebody with a name."""
    who = ["-c", "user.name=Ruth", "-c", "user.email=ruth@example.org", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", *who, *words], cwd=folder, check=True, capture_output=True)


def test_commits_that_still_name_them_are_listed(run, home):
    """By text, whatever the spacing and case, and by the name of a file."""
    folder = home({"people.yaml": "- name: Ilya Marsh\n"})
    git(folder, "init")
    for text, file in (
        ("- name: Ilya Marsh\n", "people.yaml"),
        ("- name: Ilya Marsh\n- name: Dana Okafor\n", "people.yaml"),
        ("- with: dana  okafor\n  date: 2026-11-02\n", "conversations.yaml"),
        ("with: okafor-d\ndate: 2026-11-03\n", "conversations/2026-11-03-dana-okafor.yaml"),
        ("- name: Ilya Marsh\n- {name: Dana Okafor, id: okafor-d}\n", "people.yaml"),
    ):
        (folder / "workbook" / file).parent.mkdir(exist_ok=True)
        (folder / "workbook" / file).write_text(text)
        git(folder, "add", ".")
        git(folder, "commit", "-m", "As it was")
    ran = run("forget", "dana", cwd=folder)
    assert "The git history still names them, in four commits" in ran.out
    assert "git history" not in run("forget", "ilya", cwd=folder).out.replace(
        "The git history still names them, in one", ""
    )
    assert len(run("forget", "dana", "--json", cwd=folder).json["commits"]) == 4


def test_a_folder_without_a_history_says_nothing_of_one(run, home):
    """Most people have none."""
    folder = home({"people.yaml": "- name: Dana Okafor\n"})
    assert "git" not in run("forget", "dana", cwd=folder).out


def test_a_coachs_reply_that_names_them_is_to_be_looked_at(run, home):
    """Replies are not the person's own words, so they are not changed."""
    folder = home({"people.yaml": "- name: Dana Okafor\n", "coach/reply.md": "Ask Dana.\n"})
    ran = run("forget", "dana", "--yes", "--json", cwd=folder)
    assert ran.json["look_at"] == [{"file": "workbook/coach/reply.md", "line": 1, "what": "Ask Dana."}]


def test_the_example_forgets(run, home):
    """Everywhere, and `check` finds nothing wrong afterwards."""
    folder = home()
    shutil.copytree(EXAMPLE, folder / "workbook", dirs_exist_ok=True)
    assert run("forget", "dana okafor", "--yes", cwd=folder).code == 0
    assert not [path for path in folder.rglob("*.*") if path.is_file() and "Dana Okafor" in path.read_text()]
    assert run("check", cwd=folder).code == 0


def test_copies_that_had_them_are_listed(run, home):
    """By day and reader, with how they appeared in each; and nothing of copies that had others only."""
    folder = home({"people.yaml": "- name: Dana Okafor\n- {name: Bea Lin, private: yes}\n", "me.yaml": "name: Ruth\n"})
    shared = run("share", "--out", "copy.html", "--yes", "--today", "2026-12-01", cwd=folder)
    assert shared.code == 0, shared.err
    assert "2026-12-01, for coach: by a number" in run("forget", "Dana", cwd=folder).out
    (copy,) = run("forget", "Dana", "--yes", "--json", cwd=folder).json["shares"]
    assert (copy["day"], copy["for"], copy["as"]) == ("2026-12-01", "coach", "pseudonym")
    assert run("forget", "Bea", "--json", cwd=folder).json["shares"] == []


def test_a_whole_story_with_a_history_and_copies(run, home, files_below):
    """I kept a history, built, shared twice, and she asks to be forgotten: only the history and the copies still know her,
    both are named, and the next copy has nothing of her.
    """
    folder = home(
        {
            "me.yaml": "name: Ruth\n",
            "people.yaml": "- {name: Dana Okafor, email: dana@example.org}\n- {name: Bea Lin, introduced_by: Dana Okafor}\n",
            "log.yaml": "- {date: 2026-11-02, who: Bea Lin, did: wrote, about: Dana Okafor says hello}\n",
        }
    )
    git(folder, "init")
    git(folder, "add", ".")
    git(folder, "commit", "-m", "Begin")
    day = ("--today", "2026-12-01")
    assert run("build", *day, cwd=folder).code == 0
    for words in (("--out", "../copy.html"), ("--folder", "../copy")):
        assert run("share", *words, "--yes", *day, cwd=folder).code == 0
    before = run("forget", "Dana Okafor", cwd=folder)
    assert "in one commit" in before.out
    assert "in two copies" in before.out
    assert run("forget", "Dana Okafor", "--yes", cwd=folder).code == 0
    left = {name: data for name, data in files_below(folder).items() if not name.startswith(".git/")}
    assert [name for name, data in left.items() if b"okafor" in data.lower() or b"dana@" in data.lower()] == []
    assert any(b"Bea Lin" in data for data in left.values())
    ran = run("share", "--out", "../next.html", "--yes", "--json", *day, cwd=folder)
    assert ran.json["report"]["shown"]["people"] == 1
    assert "Okafor" not in ran.out
