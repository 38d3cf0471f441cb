"""`bothways cohort`: what it says, what it refuses, and what it does not let in."""

import errno
import json
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import fsspec
import pytest
from click.testing import CliRunner

from bothways.cli import main
from bothways.cohort.places import Here
from bothways.cohort.plan import plan
from bothways.cohort.run import here
from cohort.conftest import NAMES, Run, many, tasks, write_workbook


@dataclass(frozen=True)
class Said:
    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


Typed = Callable[..., Said]


@pytest.fixture
def cohort(tmp_path: Path) -> Typed:
    """Types the command for the folder `clients`."""

    def typed(*more: str, source: str = "", out: str = "") -> Said:
        words = ("cohort", source or str(tmp_path / "clients"), "--out", out or str(tmp_path / "sites"))
        ran = CliRunner().invoke(main, [*words, "--today", "2026-12-01", *more])
        return Said(ran.exit_code, ran.stdout, ran.stderr)

    return typed


def test_a_broken_workbook_is_reported_with_its_place_and_stops_no_other(tmp_path: Path, cohort: Typed) -> None:
    many(tmp_path / "clients", 2)
    write_workbook(tmp_path / "clients" / "autumn" / "broken", "harrowmint")
    people = tmp_path / "clients/autumn/broken/workbook/people.yaml"
    people.write_text(people.read_text().replace("role:", "rolle:"))
    said = cohort()
    assert said.code == 1
    assert "autumn/broken/workbook/people.yaml:2:3: rolle is not a field of a person. Did you mean role?" in said.out
    assert "2  made" in said.out
    assert "1  with problems" in said.out
    assert not (tmp_path / "sites" / "autumn" / "broken").exists()


def test_json_has_a_record_for_each(tmp_path: Path, cohort: Typed) -> None:
    many(tmp_path / "clients", 1)
    write_workbook(tmp_path / "clients" / "broken", "harrowmint")
    (tmp_path / "clients/broken/workbook/goals.yaml").write_text("- gaol: Sleep\n")
    found = cohort("--json").json
    assert found["counts"] == {"done": 1, "unchanged": 0, "problems": 1, "failed": 0}
    broken, whole = found["workbooks"]
    assert (broken["name"], broken["outcome"]) == ("broken", "problems")
    assert broken["problems"][0]["file"] == "broken/workbook/goals.yaml"
    assert whole == {"name": NAMES[0], "outcome": "done", "problems": [], "said": ""}


def test_the_old_site_stays_while_its_workbook_is_broken(tmp_path: Path, cohort: Typed) -> None:
    many(tmp_path / "clients", 1)
    assert cohort().code == 0
    before = Run(tmp_path / "sites" / NAMES[0], ()).files
    (tmp_path / "clients" / NAMES[0] / "workbook/goals.yaml").write_text("- gaol: Sleep\n")
    assert cohort().code == 1
    assert Run(tmp_path / "sites" / NAMES[0], ()).files == before


def test_two_folders_that_differ_in_capitals_alone_are_both_refused(tmp_path: Path, cohort: Typed) -> None:
    for name in ("ada", "Ada", "bea"):
        write_workbook(tmp_path / "clients" / name, "quincewort")
    said = cohort("--json").json
    assert {one["name"]: one["outcome"] for one in said["workbooks"]} == {
        "Ada": "problems",
        "ada": "problems",
        "bea": "done",
    }
    assert said["workbooks"][0]["problems"][0]["code"] == "same-folder-name"


@pytest.mark.parametrize(
    "settings",
    [
        "hooks: [steal.py]\n",
        "plugins: [bothways, macros]\n",
        "plugins: [{bothways: {workbook: ../bea/workbook}}]\n",
        "docs_dir: ../bea/content\n",
        "INHERIT: ../bea/mkdocs.yml\n",
        "site_name: !ENV HOME\n",
        "plugins: [{bothways: {sharing: {coach: {hide: [log]}}}}]\n",
    ],
)
def test_settings_that_could_run_a_program_or_reach_elsewhere_are_refused(
    settings: str, tmp_path: Path, cohort: Typed
) -> None:
    write_workbook(tmp_path / "clients" / "ada", "quincewort")
    (tmp_path / "clients" / "bea" / "content").mkdir(parents=True)
    (tmp_path / "clients" / "ada" / "steal.py").write_text("raise SystemExit('It ran.')\n")
    (tmp_path / "clients" / "ada" / "mkdocs.yml").write_text(settings)
    (made,) = cohort("--json").json["workbooks"]
    is_only_left_out = settings.startswith("docs_dir")
    assert made["outcome"] == ("done" if is_only_left_out else "problems")
    assert is_only_left_out or made["problems"][0]["code"] == "not-for-many"


def test_the_settings_that_a_new_folder_has_are_used(tmp_path: Path, cohort: Typed) -> None:
    """And somebody's own pages of the guide are in their site alone."""
    many(tmp_path / "clients", 2)
    home = tmp_path / "clients" / NAMES[0]
    (home / "mkdocs.yml").write_text("site_name: My network\ndocs_dir: content\ntheme: material\nplugins: [bothways]\n")
    (home / "content").mkdir()
    (home / "content" / "own.md").write_text("# A page of my own\n")
    assert cohort().code == 0
    assert (tmp_path / "sites" / NAMES[0] / "guide" / "own.html").is_file()
    assert not (tmp_path / "sites" / NAMES[1] / "guide" / "own.html").exists()


def test_a_link_is_not_followed_and_not_passed_over_either(tmp_path: Path, cohort: Typed) -> None:
    """Of a file, of a folder `workbook`, of somebody's whole folder: each is said, and nothing is made of it."""
    many(tmp_path / "clients", 3)
    clients = tmp_path / "clients"
    ada, bea, cleo = (clients / name / "workbook" for name in NAMES[:3])
    (ada / "people.yaml").unlink()
    (ada / "people.yaml").symlink_to(bea / "people.yaml")
    cleo.rename(tmp_path / "elsewhere")
    cleo.symlink_to(tmp_path / "elsewhere")
    (clients / "linked").symlink_to(clients / NAMES[1])
    (clients / "no-workbook").symlink_to(tmp_path / "elsewhere")
    (clients / "leads-nowhere").symlink_to(tmp_path / "nothing")
    made = {one["name"]: one for one in cohort("--json").json["workbooks"]}
    assert {name: one["outcome"] for name, one in made.items()} == {
        NAMES[0]: "problems",
        NAMES[1]: "done",
        NAMES[2]: "problems",
        "linked": "problems",
    }
    places = [made[name]["problems"][0]["file"] for name in (NAMES[0], NAMES[2], "linked")]
    assert places == [f"{NAMES[0]}/workbook/people.yaml", f"{NAMES[2]}/workbook", "linked"]


def test_a_folder_that_is_closed_to_us_is_not_passed_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whether a workbook is in it cannot be known: then its turn comes, and fails."""
    many(tmp_path, 3)
    closed = {tmp_path / NAMES[0], tmp_path / NAMES[1] / "workbook"}
    real = os.scandir

    def scandir(path: Any) -> Any:
        if Path(path) in closed:
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
        return real(path)

    monkeypatch.setattr(os, "scandir", scandir)
    assert sorted(Here(tmp_path).homes()) == sorted(NAMES[:3])


def test_folders_are_named_in_any_script(tmp_path: Path, cohort: Typed) -> None:
    names = ("Ελένη Παπαδοπούλου", "客户/李明", "a#b?c=100%25", "<b>Dana</b>, the cook")
    for name in names:
        write_workbook(tmp_path / "clients" / name, "quincewort")
    locked = ("--share-for", "coach", "--passphrases", str(tmp_path / "table.csv"), "--json")
    for more in ((), locked):
        assert {one["name"] for one in cohort("--json", *more).json["workbooks"]} == set(names)
    for name in names:
        assert (tmp_path / "sites" / name / "index.html").is_file()
        assert (tmp_path / "sites" / f"{name}.html").is_file()


def test_a_name_that_is_no_text_is_a_problem() -> None:
    """Some disks hold names that no table of passphrases can."""

    class Disk(Here):
        def homes(self) -> Iterator[str]:
            yield from ("bad\udcff", "ada")

    planned = plan(Disk(Path()))
    assert planned.names == ("ada",)
    assert [(one.outcome, one.problems[0].code) for one in planned.refused] == [("problems", "not-utf-8")]


def test_a_folder_of_somebody_elses_is_left_alone(tmp_path: Path, cohort: Typed) -> None:
    many(tmp_path / "clients", 1)
    letter = tmp_path / "sites" / NAMES[0] / "letter.txt"
    letter.parent.mkdir(parents=True)
    letter.write_text("Dear Dana")
    said = cohort()
    assert said.code == 1
    assert f"{NAMES[0]}: Its place holds files that bothways did not make." in said.out
    assert letter.read_text() == "Dear Dana"


@pytest.mark.parametrize(
    ("more", "why"),
    [
        (("--jobs", "2", "--scheduler", "tcp://127.0.0.1:9"), "not both"),
        (("--share-for", "coach"), "A locked file needs both"),
        (("--passphrases", "elsewhere.csv"), "A locked file needs both"),
        (("--scheduler", "nonsense"), "No scheduler of Dask answers at nonsense."),
    ],
)
def test_what_does_not_go_together_is_refused(more: tuple[str, ...], why: str, tmp_path: Path, cohort: Typed) -> None:
    many(tmp_path / "clients", 1)
    said = cohort(*more)
    assert (said.code, why in said.err) == (2, True)


def test_places_in_each_other_are_refused(tmp_path: Path, cohort: Typed) -> None:
    many(tmp_path / "clients", 1)
    assert "lie in each other" in cohort(out=str(tmp_path / "clients" / "sites")).err
    inside = ("--share-for", "coach", "--passphrases", str(tmp_path / "sites" / "p.csv"))
    assert "must lie elsewhere" in cohort(*inside).err
    assert not (tmp_path / "sites").exists()


def test_one_persons_own_folder_is_no_cohort(tmp_path: Path, cohort: Typed) -> None:
    write_workbook(tmp_path / "clients", "quincewort")
    said = cohort()
    assert said.code == 2
    assert "Name the folder that holds them all." in said.err


def test_an_address_that_nothing_here_knows_is_said_so(tmp_path: Path, cohort: Typed) -> None:
    many(tmp_path / "clients", 1)
    said = cohort(out="nowhere://sites")
    assert said.code == 2
    assert "An address with nowhere:// needs more than is installed here." in said.err


@pytest.mark.parametrize("who", [("--jobs", "2"), ("--scheduler", "tcp://127.0.0.1:9")])
def test_the_memory_of_one_process_is_no_place_for_others(who: tuple[str, str], tmp_path: Path, cohort: Typed) -> None:
    many(tmp_path / "clients", 1)
    said = cohort(*who, out="memory://sites")
    assert (said.code, "is in the memory of one process" in said.err) == (2, True)


@pytest.fixture
def memory() -> Iterator[Any]:
    """A place in memory with an address, as a bucket has."""
    files = fsspec.filesystem("memory")
    files.store.clear()
    yield files
    files.store.clear()


def test_from_one_address_to_another_the_same_bytes_come(twelve: Path, by_one: Run, memory: Any) -> None:
    """But for the mark that keeps a folder on a disk out of version control."""
    memory.put(f"{twelve}/", "/clients/", recursive=True)
    made = list(here(tasks("memory://clients", "memory://sites", NAMES[:2]), 1))
    assert [one.outcome for one in made] == ["done", "done"]
    for name in NAMES[:2]:
        found = {path.removeprefix("/sites/"): memory.cat(path) for path in memory.find(f"/sites/{name}")}
        assert found == {
            path: data
            for path, data in by_one.files.items()
            if path.startswith(f"{name}/") and not path.endswith("/.gitignore")
        }
    again = list(here(tasks("memory://clients", "memory://sites", NAMES[:2]), 1))
    assert [one.outcome for one in again] == ["unchanged", "unchanged"]


def test_the_command_finds_workbooks_at_an_address(tmp_path: Path, twelve: Path, memory: Any, cohort: Typed) -> None:
    memory.put(f"{twelve}/spring/", "/clients/spring/", recursive=True)
    memory.pipe("/clients/.hidden/workbook/me.yaml", b"name: Nobody\n")
    found = cohort("--json", source="memory://clients").json["workbooks"]
    assert [one["name"] for one in found] == sorted(name for name in NAMES if name.startswith("spring"))


def test_an_address_with_nothing_there_is_said_so(tmp_path: Path, memory: Any, cohort: Typed) -> None:
    """A bucket with another name is no empty class."""
    said = cohort(source="memory://nobody")
    assert (said.code, said.err) == (2, "memory://nobody cannot be used: nothing is there, or nobody is let in.\n")
    memory.pipe("/nobody/readme.txt", b"none yet")
    assert cohort(source="memory://nobody").code == 0


@pytest.mark.parametrize("what", ["walk", "exists", "find"])
def test_a_place_that_lets_nobody_in_is_no_fault_of_ours(
    what: str, twelve: Path, memory: Any, cohort: Typed, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What it says is said to the person at the terminal."""

    def refuse(*_: object, **__: object) -> None:
        raise RuntimeError("Who are you?")

    memory.put(f"{twelve}/", "/clients/", recursive=True)
    monkeypatch.setattr(type(memory), what, refuse)
    said = cohort(source="memory://clients")
    assert (said.code, said.err) == (2, "memory://clients cannot be used: Who are you?\n")


def test_a_result_that_cannot_be_written_fails_by_itself(
    twelve: Path, memory: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The words of the place may name somebody, so the table only says of what kind the trouble is."""

    def refuse(_: object, path: str, *__: object, **___: object) -> None:
        raise PermissionError(path)

    monkeypatch.setattr(type(memory), "pipe_file", refuse)
    (made,) = here(tasks(twelve, "memory://sites", NAMES[:1]), 1)
    assert (made.outcome, made.said) == ("failed", "memory://sites cannot be used (PermissionError).")


def test_an_old_page_at_an_address_goes_with_its_record(memory: Any, tmp_path: Path) -> None:
    write_workbook(tmp_path / "ada", "quincewort")
    memory.put(f"{tmp_path}/", "/clients/", recursive=True)
    assert [one.outcome for one in here(tasks("memory://clients", "memory://sites", ("ada",)), 1)] == ["done"]
    assert memory.exists("/sites/ada/people/dana-okafor.html")
    memory.pipe("/clients/ada/workbook/people.yaml", b"- name: Wen Castellane\n")
    memory.pipe("/clients/ada/workbook/log.yaml", b"[]\n")
    assert [one.outcome for one in here(tasks("memory://clients", "memory://sites", ("ada",)), 1)] == ["done"]
    assert not memory.exists("/sites/ada/people/dana-okafor.html")
    assert memory.exists("/sites/ada/people/wen-castellane.html")
