"""`bothways share`: a copy for a coach. What a reader sees of it is in `tests/audience` and `tests/share_words`."""

import shutil
from collections.abc import Callable
from pathlib import Path
from textwrap import dedent

import pytest

from bothways.audience.cleaning import Cleaned, Cleaner
from bothways.share.locked import unlock

DAY = ("--today", "2026-12-01")
ME = "name: Ruth Amadi\nsharing: {friend: {people: initials}}\n"
PEOPLE = """\
- {name: Dana Okafor, role: Baker, email: dana@example.org, notes: Dana met Edie in Lisbon}
- {name: Odile Farrant, private: yes}
"""


@pytest.fixture(scope="module")
def one_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One folder for all tests, so that the theme is made once."""
    folder = tmp_path_factory.mktemp("share") / "home"
    folder.mkdir()
    (folder / "mkdocs.yml").write_text("site_name: My network\nplugins:\n  - bothways\n")
    return folder


@pytest.fixture
def home(one_home: Path) -> Callable[..., Path]:
    """The folder with these files in its workbook, and no others, and nothing shared from it yet."""

    def made(files: dict[str, str]) -> Path:
        shutil.rmtree(one_home / "workbook", ignore_errors=True)
        for path in one_home.glob(".bothways/*"):
            if path.is_file():
                path.unlink()
        for name, text in files.items():
            path = one_home / "workbook" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(dedent(text), encoding="utf-8")
        return one_home

    return made


@pytest.fixture
def ruth(home) -> Path:
    return home({"me.yaml": ME, "people.yaml": PEOPLE})


def words_in(out: str) -> str:
    """The six words that are shown."""
    (words,) = (line for line in out.splitlines() if len(line.split()) == 6 and line.islower())
    return words


def test_the_words_that_are_shown_open_the_file(run, ruth, tmp_path):
    """It opens on the packet, and holds Dana under another name."""
    ran = run("share", "--out", str(tmp_path / "for-ines.html"), *DAY, cwd=ruth)
    assert ran.code == 0
    files, front = unlock((tmp_path / "for-ines.html").read_bytes(), words_in(ran.out))
    assert front == "index.html"
    assert b"For our next session" in files["index.html"]
    assert "people/person-1.html" in files
    assert b"dana" not in b"".join(data for address, data in files.items() if address.startswith("people/")).lower()


def test_the_report_says_what_is_in_it_and_what_to_look_at(run, ruth, tmp_path):
    """On standard error, before the file is written."""
    said = run("share", "--out", str(tmp_path / "a.html"), *DAY, cwd=ruth).err
    assert "In it: 1 person." in said
    assert "People: 1 by a number and 1 not at all." in said
    assert "Left out: 1 person." in said
    assert "people.email 1" in said
    assert "workbook/people.yaml:1: Edie looks like a name" in said
    assert "Fingerprint: " in said


def test_on_a_terminal_nothing_is_written_without_a_yes(run, ruth, tmp_path, monkeypatch):
    """Whoever says no has lost nothing; `--yes` asks nothing."""
    monkeypatch.setattr("bothways.cli.share.can_ask", lambda _terminal: True)
    answers = iter([False, True])
    monkeypatch.setattr("bothways.cli.share.click.confirm", lambda *_words, **_more: next(answers))
    out = tmp_path / "a.html"
    ran = run("share", "--out", str(out), *DAY, cwd=ruth)
    assert (ran.code, out.exists(), (ruth / ".bothways" / "shares.json").exists()) == (0, False, False)
    assert run("share", "--out", str(out), *DAY, cwd=ruth).code == 0
    assert out.exists()
    out.unlink()
    assert run("share", "--out", str(out), "--yes", *DAY, cwd=ruth).code == 0
    assert out.exists()


def test_as_json_it_is_one_object(run, ruth, tmp_path):
    """With the words that open it, and the whole report."""
    ran = run("share", "--out", str(tmp_path / "a.html"), "--json", *DAY, cwd=ruth)
    assert ran.json["written"] is True
    assert ran.json["report"]["people"] == {"pseudonym": 1, "gone": 1}
    (words,) = ran.json["passphrases"]
    assert unlock((tmp_path / "a.html").read_bytes(), words)
    assert ran.err == ""


def test_quietly_it_says_the_words_alone(run, ruth, tmp_path):
    ran = run("share", "--out", str(tmp_path / "a.html"), "--quiet", *DAY, cwd=ruth)
    assert (ran.out, ran.err) == (f"{words_in(ran.out)}\n", "")


def test_each_reader_may_have_words_of_their_own(run, ruth, tmp_path):
    """Chosen for them, or by the owner in files; these are not shown again."""
    ran = run("share", "--out", str(tmp_path / "a.html"), "--readers", "2", "--json", *DAY, cwd=ruth)
    for words in ran.json["passphrases"]:
        assert unlock((tmp_path / "a.html").read_bytes(), words)
    for name, words in (
        ("one", "umbrella copper violin basket thunder lantern"),
        ("two", "saucer pillow tractor biscuit meadow velvet"),
    ):
        (tmp_path / name).write_text(f"{words}\n")
    files = ("--passphrase-file", str(tmp_path / "one"), "--passphrase-file", str(tmp_path / "two"))
    ran = run("share", "--out", str(tmp_path / "b.html"), *files, *DAY, cwd=ruth)
    assert "umbrella" not in ran.out + ran.err
    assert unlock((tmp_path / "b.html").read_bytes(), "saucer pillow tractor biscuit meadow velvet")


def test_a_passphrase_that_is_easy_to_guess_is_refused(run, ruth, tmp_path):
    """And nothing is written."""
    (tmp_path / "words").write_text("password1")
    ran = run("share", "--out", str(tmp_path / "a.html"), "--passphrase-file", str(tmp_path / "words"), cwd=ruth)
    assert (ran.code, (tmp_path / "a.html").exists()) == (2, False)
    assert "too easy to guess" in ran.err


def test_the_passphrase_is_in_no_file(run, ruth, tmp_path):
    """Neither in the share nor in what is kept."""
    words = words_in(run("share", "--out", str(tmp_path / "a.html"), *DAY, cwd=ruth).out)
    for folder in (ruth, tmp_path):
        for path in folder.rglob("*"):
            if path.is_file():
                assert words.encode() not in path.read_bytes()
                assert words.replace(" ", "").encode() not in path.read_bytes()


def test_a_folder_holds_the_same_copy(run, ruth, tmp_path):
    """For a host with its own log-in; it has no words to open it."""
    ran = run("share", "--folder", str(tmp_path / "copy"), *DAY, cwd=ruth)
    assert ran.code == 0
    assert "These words" not in ran.out
    page = (tmp_path / "copy" / "people" / "person-1.html").read_text(encoding="utf-8")
    assert "Person 1, baker" in page
    assert "noindex" in page


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ((), "--out FILE.html"),
        (("--out", "a.html", "--folder", "b"), "--out FILE.html"),
        (("--folder", "b", "--passphrase-file", "mkdocs.yml"), "no passphrase"),
        (("--out", "workbook/a.html"), "in the workbook"),
        (("--out", "workbook"), "in the workbook"),
        (("--folder", "."), "your own files"),
        (("--folder", "workbook/x"), "your own files"),
        (("--for", "freind", "--out", "a.html"), "Did you mean friend?"),
    ],
)
def test_what_would_go_wrong_is_refused(run, ruth, words, sentence, files_below):
    """With what to do instead; and everything stays as it was."""
    before = {name: data for name, data in files_below(ruth).items() if not name.startswith(".bothways")}
    ran = run("share", *words, cwd=ruth)
    assert ran.code == 2
    assert sentence in ran.err
    assert {name: data for name, data in files_below(ruth).items() if not name.startswith(".bothways")} == before


def test_a_slip_in_the_workbook_writes_nothing(run, home, tmp_path):
    """The old file stays."""
    folder = home({"people.yaml": "- nam: Dana Okafor\n"})
    (tmp_path / "a.html").write_text("old")
    ran = run("share", "--out", str(tmp_path / "a.html"), cwd=folder)
    assert (ran.code, (tmp_path / "a.html").read_text()) == (1, "old")
    assert "Did you mean name?" in ran.err


def test_a_profile_of_ones_own_is_for_another_reader(run, ruth, tmp_path):
    ran = run("share", "--for", "friend", "--out", str(tmp_path / "a.html"), "--json", *DAY, cwd=ruth)
    files, _ = unlock((tmp_path / "a.html").read_bytes(), ran.json["passphrases"][0])
    assert b"D. O." in files["people/index.html"]
    assert ran.json["report"]["profile"] == "friend"


def test_a_profile_may_stand_in_mkdocs_yml(run, ruth, tmp_path):
    """One of the same name in me.yaml comes before it; its slips are problems in that file."""
    settings = ruth / "mkdocs.yml"
    before = settings.read_text()
    try:
        settings.write_text("plugins:\n  - bothways:\n      sharing:\n        house: {people: full}\n")
        ran = run("share", "--for", "house", "--out", str(tmp_path / "a.html"), "--json", *DAY, cwd=ruth)
        files, _ = unlock((tmp_path / "a.html").read_bytes(), ran.json["passphrases"][0])
        assert b"Dana Okafor" in files["people/index.html"]
        settings.write_text("plugins:\n  - bothways:\n      sharing:\n        house: {show: people.email}\n")
        ran = run("share", "--for", "house", "--out", str(tmp_path / "a.html"), *DAY, cwd=ruth)
        assert ran.code == 1
        assert "mkdocs.yml:1:1: people.email is in no shared copy" in ran.err
    finally:
        settings.write_text(before)


def test_what_is_kept_names_nobody(run, ruth, tmp_path):
    """The record of shares, and the numbers of pseudonyms, which stay the same the next time."""
    run("share", "--out", str(tmp_path / "a.html"), *DAY, cwd=ruth)
    kept = "".join(path.read_text() for path in (ruth / ".bothways").glob("*.json"))
    assert '"profile": "coach"' in kept
    assert not {"dana", "okafor", "odile", "farrant"} & set(kept.lower().replace('"', " ").split())
    (ruth / "workbook" / "people.yaml").write_text("- name: Ada Abel\n" + PEOPLE)
    ran = run("share", "--out", str(tmp_path / "b.html"), "--json", *DAY, cwd=ruth)
    files, _ = unlock((tmp_path / "b.html").read_bytes(), ran.json["passphrases"][0])
    assert b"Person 1, baker" in files["people/person-1.html"]
    assert "people/person-2.html" in files


def test_the_second_lock_stops_a_share(run, ruth, tmp_path, monkeypatch):
    """Were the cut to fail, nothing would be written: the words that were taken out are found in the bytes."""
    monkeypatch.setattr(Cleaner, "clean", lambda _cleaner, text, _about=(): Cleaned(text))
    (tmp_path / "a.html").write_text("old")
    ran = run("share", "--out", str(tmp_path / "a.html"), *DAY, cwd=ruth)
    assert (ran.code, (tmp_path / "a.html").read_text()) == (1, "old")
    assert "Nothing was written" in ran.err
    assert "people/person-1.html" in ran.err
    assert run("share", "--out", str(tmp_path / "a.html"), "--json", *DAY, cwd=ruth).json["written"] is False


def test_nothing_of_the_owners_own_pages_and_settings_comes_along(run, ruth, tmp_path):
    """The copy is made as if there were no `mkdocs.yml`, and no pages of theirs beside the guide."""
    (ruth / "content").mkdir()
    (ruth / "content" / "dana.md").write_text("# My friend Dana Okafor\n")
    settings = ruth / "mkdocs.yml"
    before = settings.read_text()
    try:
        settings.write_text(
            "site_name: Dana Okafor\nsite_author: Dana Okafor\nextra_css: [dana.css]\nplugins: [bothways]\n"
        )
        ran = run("share", "--folder", str(tmp_path / "copy"), *DAY, cwd=ruth)
        assert ran.code == 0, ran.err
        assert not list((tmp_path / "copy").rglob("*dana*"))
    finally:
        settings.write_text(before)
        shutil.rmtree(ruth / "content")
