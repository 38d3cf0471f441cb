"""Locked files for a coach, a passphrase each, and the overview of them all."""

import csv
import json
import re
import stat
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import pytest
from click.testing import CliRunner

from bothways.cli import main
from bothways.cohort.task import Task, make
from bothways.share.container import REPLY
from bothways.share.envelope import Wrong
from bothways.share.locked import unlock
from cohort.conftest import NAMES, WORDS, Cluster, many, tasks, write_workbook
from folders import contents

THREE = NAMES[:3]


@dataclass(frozen=True)
class Locked:
    """Three workbooks, locked for their coach."""

    place: Path

    @property
    def out(self) -> Path:
        return self.place / "files"

    @property
    def table(self) -> Path:
        return self.place / "passphrases.csv"

    @property
    def passphrases(self) -> dict[str, str]:
        with self.table.open(encoding="utf-8") as file:
            return {row["name"]: row["passphrase"] for row in csv.DictReader(file)}

    def run(self, *more: str) -> tuple[int, str]:
        words = ("cohort", str(self.place / "clients"), "--out", str(self.out), "--share-for", "coach")
        ran = CliRunner().invoke(main, [*words, "--passphrases", str(self.table), "--today", "2026-12-01", *more])
        return ran.exit_code, ran.stdout if "--json" in more else ran.output

    def opened(self, name: str, passphrase: str | None = None) -> dict[str, bytes]:
        """The files in a locked file, but for the mark of the share, which is another one each time."""
        files, _ = unlock((self.out / f"{name}.html").read_bytes(), passphrase or self.passphrases[name])
        return {address: data for address, data in files.items() if address != REPLY}


@pytest.fixture(scope="module")
def locked(tmp_path_factory: pytest.TempPathFactory) -> Locked:
    place = tmp_path_factory.mktemp("locked")
    many(place / "clients", 3)
    locked = Locked(place)
    code, said = locked.run()
    assert code == 0, said
    return locked


def test_each_file_opens_with_its_own_passphrase_and_no_other(locked: Locked) -> None:
    for name in THREE:
        assert b"Our session on" in locked.opened(name)["index.html"]
    with pytest.raises(Wrong):
        locked.opened(THREE[0], locked.passphrases[THREE[1]])


def test_no_word_of_one_workbook_is_in_anothers_file(locked: Locked) -> None:
    for name, word in zip(THREE, WORDS, strict=False):
        inside = b"".join(locked.opened(name).values()).lower()
        assert word.encode() in inside
        assert not any(other.encode() in inside for other in WORDS if other != word)


def test_the_table_is_for_the_coach_alone(locked: Locked) -> None:
    assert stat.S_IMODE(locked.table.stat().st_mode) == 0o600
    assert set(locked.passphrases) == {*THREE, ".overview", ".key"}


def test_nothing_that_lies_beside_the_files_can_be_read(locked: Locked) -> None:
    """Records hold digests; what the overview is made of is locked in them.

    Two words of a passphrase stand nowhere together. One alone may: the program of a locked file has words too.
    """
    beside = b"".join(contents(locked.out).values())
    whole = locked.passphrases.values()
    pairs = ["[^a-z]{1,4}".join(pair) for said in whole for pair in pairwise(said.split())]
    secrets = [re.compile(said.encode()) for said in (*map(re.escape, whole), *pairs)]
    assert all(secret.search(locked.table.read_bytes()) for secret in secrets)
    assert not [secret for secret in secrets if secret.search(beside)]
    assert not [word for word in WORDS if word.encode() in beside.lower()]


def test_what_a_worker_is_told_and_what_it_answers_holds_no_passphrase(locked: Locked) -> None:
    told = [_for_coach(task, locked, locked.place / "again") for task in tasks(locked.place / "clients", "", THREE)]
    said = repr([(task, make(task)) for task in told])
    assert not [name for name, passphrase in locked.passphrases.items() if passphrase in said]


def test_a_second_run_locks_nothing_again_until_a_passphrase_changes(locked: Locked) -> None:
    before = (locked.out / f"{THREE[0]}.html").read_bytes()
    assert json.loads(locked.run("--json")[1])["counts"] == {"done": 0, "unchanged": 3, "problems": 0, "failed": 0}
    assert (locked.out / f"{THREE[0]}.html").read_bytes() == before
    changed = locked.table.read_text().replace(locked.passphrases[THREE[0]], "cobalt heron winter ladder sponge tiger")
    locked.table.write_text(changed)
    assert json.loads(locked.run("--json")[1])["counts"] == {"done": 1, "unchanged": 2, "problems": 0, "failed": 0}
    assert locked.opened(THREE[0], "cobalt heron winter ladder sponge tiger")


def test_a_cluster_locks_the_same(locked: Locked, cluster: Cluster) -> None:
    out = locked.place / "by-cluster"
    words = ("cohort", str(locked.place / "clients"), "--out", str(out), "--share-for", "coach")
    more = ("--passphrases", str(locked.table), "--today", "2026-12-01", "--scheduler", cluster.address)
    ran = CliRunner().invoke(main, [*words, *more])
    assert ran.exit_code == 0, ran.output
    for name in THREE:
        files, _ = unlock((out / f"{name}.html").read_bytes(), locked.passphrases[name])
        assert {address: data for address, data in files.items() if address != REPLY} == locked.opened(name)


def test_the_overview_says_who_has_a_session_when_and_who_went_quiet(tmp_path: Path) -> None:
    locked = Locked(tmp_path)
    write_workbook(tmp_path / "clients" / "ada", "quincewort")
    write_workbook(tmp_path / "clients" / "bea", "brambleford")
    _replace(tmp_path / "clients/bea/workbook/log.yaml", "2026-11-24", "2026-11-02")
    _replace(tmp_path / "clients/bea/workbook/me.yaml", ", next_session: 2026-12-04", "")
    assert locked.run()[0] == 0
    files, front = unlock((locked.out / "overview.html").read_bytes(), locked.passphrases[".overview"])
    sessions, _, quiet = files[front].decode().partition('<h2 id="stuck">')
    assert "Ruth Quincewort (ada)" in sessions
    assert "Ruth Brambleford" not in sessions
    quiet = quiet.partition('<h2 id="quiet">')[2]
    assert "Ruth Brambleford (bea)" in quiet
    assert "2 November" in quiet
    assert "Ruth Quincewort" not in quiet


def test_the_overview_knows_only_what_the_profile_allows(tmp_path: Path) -> None:
    """Who hides the coach's dates and the log is in the overview by name alone."""
    locked = Locked(tmp_path)
    write_workbook(tmp_path / "clients" / "ada", "quincewort")
    me = tmp_path / "clients/ada/workbook/me.yaml"
    me.write_text(me.read_text() + "sharing:\n  coach:\n    hide: [log, me.coach]\n")
    assert locked.run()[0] == 0
    files, front = unlock((locked.out / "overview.html").read_bytes(), locked.passphrases[".overview"])
    page = files[front].decode()
    assert "Nobody has written down a next session." in page
    assert "no day is shown" in page
    assert "2026-11-24" not in page


def test_people_keep_their_numbers_when_the_file_is_made_again(tmp_path: Path) -> None:
    locked = Locked(tmp_path)
    write_workbook(tmp_path / "clients" / "ada", "quincewort")
    assert locked.run()[0] == 0
    people = tmp_path / "clients/ada/workbook/people.yaml"
    people.write_text("- name: Aaron Early\n  met_on: 2020-01-01\n" + people.read_text())
    assert locked.run()[0] == 0
    page = locked.opened("ada")["people/person-1.html"].decode()
    assert "Keeper of quincewort".lower() in page.lower()
    assert not list((tmp_path / "clients").rglob(".bothways"))


@pytest.mark.parametrize(
    ("table", "why"),
    [
        ("name,passphrase\nada,secret\n", "too easy to guess"),
        ("name,passphrase\nada,a\nada,b\n", "names a workbook twice"),
        ("ada,gravel untaxed barley marbled tinsel oxford\n", "begins with the line: name,passphrase"),
        (
            "name,passphrase\nada,gravel untaxed barley marbled tinsel oxford\n"
            "bea,Gravel untaxed barley marbled tinsel oxford\n",
            "have the same passphrase",
        ),
        ("name,passphrase\n.key,short\n", "The line .key is damaged"),
    ],
)
def test_a_table_that_cannot_be_used_is_refused_before_any_work(table: str, why: str, tmp_path: Path) -> None:
    locked = Locked(tmp_path)
    write_workbook(tmp_path / "clients" / "ada", "quincewort")
    locked.table.write_text(table)
    locked.table.chmod(0o600)
    code, said = locked.run()
    assert (code, why in said) == (2, True), said
    assert not locked.out.exists()


def test_a_table_that_others_can_read_is_refused(tmp_path: Path) -> None:
    locked = Locked(tmp_path)
    write_workbook(tmp_path / "clients" / "ada", "quincewort")
    locked.table.write_text("name,passphrase\n")
    locked.table.chmod(0o644)
    code, said = locked.run()
    assert (code, "can be read by others" in said) == (2, True)


def _for_coach(task: Task, locked: Locked, out: Path) -> Task:
    return Task(
        **vars(task) | {"out": str(out), "reader": "coach", "secrets": str(locked.table)},
    )


def _replace(path: Path, old: str, new: str) -> None:
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new))
