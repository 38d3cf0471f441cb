"""The passphrase of a copy: in no list of processes, in no log, and in no file, while `bothways share` runs and after."""

import base64
import os
import subprocess
import sys
import threading
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from bothways.share.locked import unlock

CHOSEN = "umbrella copper violin basket thunder lantern"
PROCESSES = Path("/proc")


def forms(words: str) -> list[bytes]:
    """The words as a program might write them."""
    said = [words, words.upper(), words.replace(" ", "-"), words.replace(" ", ""), words.replace(" ", "\0")]
    return [
        *(form.encode(encoding) for form in said for encoding in ("utf-8", "utf-16-le")),
        base64.b64encode(words.encode()).rstrip(b"="),
        words.encode().hex().encode(),
    ]


def hold(data: bytes, words: str) -> bool:
    return any(form in data for form in forms(words))


def files_that_hold(words: str, *folders: Path) -> set[str]:
    """The names of the files below the folders that hold the words."""
    paths = [path for folder in folders for path in folder.rglob("*") if path.is_file()]
    assert len(paths) > 5
    return {path.name for path in paths if hold(path.read_bytes(), words) or hold(os.fsencode(path), words)}


@dataclass
class Watch:
    """What other people on the machine can read of a process and of those it starts, while it runs."""

    seen: dict[str, bytes] = field(default_factory=dict)

    def run(self, command: Sequence[str], **more: object) -> subprocess.CompletedProcess[str]:
        """Runs it, and looks all the while."""
        process = subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, **more
        )
        over = threading.Event()
        looking = threading.Thread(target=self._look, args=(process.pid, over))
        looking.start()
        out, err = process.communicate(timeout=120)
        over.set()
        looking.join()
        return subprocess.CompletedProcess(command, process.returncode, out, err)

    def _look(self, first: int, over: threading.Event) -> None:
        while not over.wait(0.02):
            for process in _and_children(first):
                for name in ("cmdline", "environ", "comm", "status"):
                    try:
                        data = (PROCESSES / str(process) / name).read_bytes()
                    except OSError:
                        continue
                    self.seen.setdefault(f"{name} {data!r}", data)

    def says(self, words: str) -> bool:
        return any(hold(data, words) for data in self.seen.values())


def _and_children(process: int) -> Iterator[int]:
    yield process
    for children in PROCESSES.glob(f"{process}/task/*/children"):
        try:
            for child in children.read_text().split():
                yield from _and_children(int(child))
        except OSError:
            continue


@pytest.fixture
def place(home, tmp_path: Path) -> Path:
    """A person's folder, with a temp folder and a home of their own beside it."""
    folder = home({"me.yaml": "name: Ruth Amadi", "people.yaml": "- {name: Dana Okafor, role: Baker}"})
    (tmp_path / "temp").mkdir()
    (tmp_path / "user").mkdir()
    return folder


def shared(place: Path, *words: str) -> tuple[subprocess.CompletedProcess[str], Watch]:
    """`bothways share`, as a process of its own."""
    around = place.parent
    env = {
        **os.environ,
        "HOME": str(around / "user"),
        "XDG_CACHE_HOME": str(around / "user" / "cache"),
        "TMPDIR": str(around / "temp"),
        "PYTHONDEVMODE": "0",
    }
    watch = Watch()
    command = [sys.executable, "-m", "bothways", "share", "--out", "../copy.html", "--yes", *words]
    return watch.run(command, cwd=place, env=env), watch


def test_words_that_were_chosen_for_me_are_said_once_and_kept_nowhere(place: Path):
    """They open the file, and stand on standard output alone: in no file below the home, the temp folder or the workbook."""
    ran, watch = shared(place)
    (words,) = (line for line in ran.stdout.splitlines() if len(line.split()) == 6 and line.islower())
    assert unlock((place.parent / "copy.html").read_bytes(), words)
    assert not hold(ran.stderr.encode(), words)
    assert ran.stdout.count(words) == 1
    assert any(b"share" in data for data in watch.seen.values())
    assert not watch.says(words)
    assert files_that_hold(words, place.parent) == set()
    # The control: a log of what was said would be found.
    (place.parent / "temp" / "log.txt").write_text(ran.stdout)
    assert files_that_hold(words, place.parent) == {"log.txt"}


def test_words_of_my_own_stay_in_the_file_i_wrote_them_into(place: Path):
    """That file is the only one that holds them; neither the list of processes nor anything that was said does."""
    (place.parent / "words.txt").write_text(f"{CHOSEN}\n")
    ran, watch = shared(place, "--passphrase-file", "../words.txt", "--debug")
    assert unlock((place.parent / "copy.html").read_bytes(), CHOSEN)
    assert not hold((ran.stdout + ran.stderr).encode(), CHOSEN)
    assert any(b"words.txt" in data for data in watch.seen.values())
    assert not watch.says(CHOSEN)
    assert files_that_hold(CHOSEN, place.parent) == {"words.txt"}


@pytest.mark.parametrize("where", ["arguments", "environment"])
def test_the_control_words_in_the_list_of_processes_are_seen(where: str):
    """Were they given to a process as an argument or in its environment, the watch would see them."""
    watch = Watch()
    sleep = [sys.executable, "-c", "import time; time.sleep(0.5)"]
    if where == "arguments":
        watch.run([*sleep, CHOSEN])
    else:
        watch.run(sleep, env={**os.environ, "WORDS": CHOSEN})
    assert watch.says(CHOSEN)
