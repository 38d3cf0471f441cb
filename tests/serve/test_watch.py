"""Changes of the files are heard, however an editor makes them, and each is said once."""

import queue
import shutil
from pathlib import Path

import pytest
from watchdog.events import (
    DirModifiedEvent,
    FileClosedNoWriteEvent,
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileOpenedEvent,
)

from bothways.serve.watch import Watch

SOON = 10
"""Seconds until a test gives up; a change is heard within hundredths of one."""


@pytest.fixture
def folder(tmp_path) -> Path:
    """A person's folder."""
    (tmp_path / "workbook" / "conversations").mkdir(parents=True)
    (tmp_path / "workbook" / "people.yaml").write_text("- name: Dana Okafor\n")
    (tmp_path / "workbook" / "conversations" / "first.yaml").write_text("with: Dana Okafor\n")
    (tmp_path / "mkdocs.yml").write_text("site_name: Mine\n")
    return tmp_path


@pytest.fixture
def heard(folder):
    """Every change that was said. The folder `content` is watched, and not there yet."""
    said: queue.Queue[str] = queue.Queue()
    watch = Watch([folder / "workbook", folder / "content", folder / "mkdocs.yml"], lambda: said.put("changed"))
    watch.start()
    yield said
    watch.end()


def hears(said) -> bool:
    """Whether a change is said."""
    try:
        said.get(timeout=SOON)
    except queue.Empty:
        return False
    return True


def save_by_rename(path: Path, text: str) -> None:
    """As Vim and many others do."""
    beside = path.with_name(f".{path.name}.swp")
    beside.write_text(text)
    path.rename(path.with_name(f"{path.name}~"))
    beside.rename(path)


def save_over(path: Path, text: str) -> None:
    """As the simplest do: emptied, then written."""
    with path.open("w") as file:
        file.truncate()
        file.flush()
        file.write(text)


def add_to(path: Path, text: str) -> None:
    """As `bothways log` would, were it not careful."""
    with path.open("a") as file:
        file.write(text)


CHANGES = {
    "saved by renaming": lambda folder: save_by_rename(folder / "workbook/people.yaml", "- name: Piet Sandoval\n"),
    "emptied and written": lambda folder: save_over(folder / "workbook/people.yaml", "- name: Piet Sandoval\n"),
    "added to": lambda folder: add_to(folder / "workbook/people.yaml", "- name: Piet Sandoval\n"),
    "a new file": lambda folder: (folder / "workbook/goals.yaml").write_text("- goal: Bread\n"),
    "a new file in a folder": lambda folder: (folder / "workbook/conversations/next.yaml").write_text("with: Dana\n"),
    "a deleted file": lambda folder: (folder / "workbook/people.yaml").unlink(),
    "a renamed file": lambda folder: (folder / "workbook/people.yaml").rename(folder / "workbook/goals.yaml"),
    "a file moved in": lambda folder: shutil.move(folder / "mkdocs.yml", folder / "workbook/log.yaml"),
    "a file moved out": lambda folder: shutil.move(folder / "workbook/people.yaml", folder / "people.yaml"),
    "a moved folder": lambda folder: (folder / "workbook/conversations").rename(folder / "workbook/talks"),
    "a deleted folder": lambda folder: shutil.rmtree(folder / "workbook/conversations"),
    "a new folder with a file": lambda folder: shutil.copytree(
        folder / "workbook/conversations", folder / "workbook/messages"
    ),
    "the workbook moved away": lambda folder: (folder / "workbook").rename(folder / "elsewhere"),
    "the settings": lambda folder: (folder / "mkdocs.yml").write_text("site_name: Another\n"),
    "a folder that was not there": lambda folder: (folder / "content").mkdir(),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES.keys())
def test_every_way_to_change_a_file_is_heard(folder, heard, change):
    """Written over, renamed, new, gone, moved: a file or a folder."""
    change(folder)
    assert hears(heard)


def test_what_comes_into_a_folder_that_was_not_there_is_heard(folder, heard):
    """The person begins a guide page of their own."""
    (folder / "content").mkdir()
    assert hears(heard)
    (folder / "content" / "mine.md").write_text("# Mine\n")
    assert hears(heard)


def test_a_workbook_that_was_taken_away_and_put_back_is_followed_again(folder, heard):
    """As another program may do that keeps versions."""
    (folder / "workbook").rename(folder / "elsewhere")
    assert hears(heard)
    (folder / "elsewhere").rename(folder / "workbook")
    assert hears(heard)
    (folder / "workbook" / "people.yaml").write_text("- name: Piet Sandoval\n")
    assert hears(heard)


def test_a_change_of_many_files_is_said_once(folder):
    """A name put right in fifty files is one change: while it goes on, it is not said."""
    said = []
    watch = Watch([folder / "workbook"], lambda: said.append("changed"))
    for number in range(50):
        watch.hear(FileModifiedEvent(str(folder / "workbook" / f"{number}.yaml")), is_around=False)
    watch.start()
    (folder / "workbook" / "people.yaml").write_text("- name: Piet Sandoval\n")
    watch.end()
    assert len(said) <= 1


@pytest.fixture
def idle(folder) -> Watch:
    """A watch that was not started, to be asked what it would do."""
    return Watch([folder / "workbook", folder / "content", folder / "mkdocs.yml"], lambda: None)


@pytest.mark.parametrize("event", [FileModifiedEvent, FileCreatedEvent, FileDeletedEvent])
@pytest.mark.parametrize(
    "name",
    [
        ".people.yaml.swp",
        "people.yaml~",
        "people.yaml.bak",
        "#people.yaml#",
        ".git/index",
        "4913",
        ".log.yaml.bothways-7",
    ],
)
def test_hidden_files_and_editors_copies_are_left_alone(folder, idle, name, event):
    """As the reading leaves them alone; the file itself is heard."""
    assert idle.ours(event(str(folder / "workbook" / name))) == []
    people = folder / "workbook" / "people.yaml"
    assert idle.ours(event(str(people))) == [people]


def test_a_hidden_file_that_takes_the_place_of_another_is_heard(folder, idle):
    """It is how our own commands write."""
    event = FileMovedEvent(str(folder / "workbook" / ".log.yaml.bothways-7"), str(folder / "workbook" / "log.yaml"))
    assert idle.ours(event) == [folder / "workbook" / "log.yaml"]


@pytest.mark.parametrize("event", [FileOpenedEvent, FileClosedNoWriteEvent, DirModifiedEvent])
def test_reading_is_no_change(folder, idle, event):
    """Else the server would follow itself round and round."""
    assert idle.ours(event(str(folder / "workbook" / "people.yaml"))) == []


@pytest.mark.parametrize("name", ["site", "site/index.html", "mkdocs.yml~", ".bothways/schema/people.schema.json"])
def test_what_lies_beside_the_workbook_is_left_alone(folder, idle, name):
    """A site that is built there, above all; the settings are heard."""
    assert idle.ours(FileModifiedEvent(str(folder / name)), is_around=True) == []
    settings = folder / "mkdocs.yml"
    assert idle.ours(FileModifiedEvent(str(settings)), is_around=True) == [settings]
