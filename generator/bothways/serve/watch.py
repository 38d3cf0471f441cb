"""Follows the person's files by the system's own events: says when something that is read was changed.

Editors write in many ways: over the file, beside it and then renamed, by taking it away first. Each makes several
events, most within a millisecond, so we wait until they have been quiet for a moment, and then say it once. Whether
there is more to come is for `shown` to find out.
"""

import os
import threading
from collections.abc import Callable, Iterable
from pathlib import Path

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

PAUSE = 0.005
"""Seconds without an event after which a change is said. Most of them, one that is saved at once, are whole by then."""
LONGEST = 0.1
"""Seconds after which it is said all the same: something writes without end."""

HIDDEN, COPIES = (".", "#"), ("~", ".bak", ".swp", ".swx", ".tmp", "4913")
"""How names begin and end that editors make and nobody reads; `4913` is how Vim tries a folder."""
WRITTEN = ("created", "modified", "deleted", "moved")
"""Events of something that changed. To be opened and read is none."""


class Watch:
    """Watches files and folders, whether they are there yet or not, until it is ended."""

    def __init__(
        self, places: Iterable[Path], changed: Callable[[], object], stirred: Callable[[], object] = lambda: None
    ) -> None:
        """`changed` is called from a thread of its own, never twice at once; `stirred` at once, for every event."""
        self._places = [Path(os.path.realpath(place)) for place in places]
        self._changed, self._heard = changed, stirred
        self._observer = Observer()
        self._watched: dict[Path, object] = {}
        self._stirred, self._over = threading.Event(), threading.Event()
        self._teller = threading.Thread(target=self._tell, daemon=True)

    def start(self) -> None:
        """Begins. What changes from now on is said."""
        for parent in {place.parent for place in self._places}:
            if parent.is_dir():
                self._observer.schedule(_Around(self), str(parent), recursive=False)
        self._look_into_folders()
        self._observer.start()
        self._teller.start()

    def end(self) -> None:
        """Stops watching."""
        self._over.set()
        self._stirred.set()
        self._observer.stop()
        if self._observer.is_alive():
            self._observer.join()
        if self._teller.is_alive() and self._teller is not threading.current_thread():
            self._teller.join()

    def hear(self, event: FileSystemEvent, *, is_around: bool) -> None:
        """Takes note of one event, within a folder that is watched or around it."""
        ours = self.ours(event, is_around=is_around)
        if ours and is_around and event.is_directory:
            self._look_into_folders(again=ours)
        if ours:
            self._heard()
            self._stirred.set()

    def ours(self, event: FileSystemEvent, *, is_around: bool = False) -> list[Path]:
        """What was changed of all that is read; empty for an event that changes nothing of it."""
        if event.event_type not in WRITTEN or (event.is_directory and event.event_type == "modified"):
            return []
        paths = [Path(os.fsdecode(path)) for path in (event.src_path, event.dest_path) if path]
        if is_around:
            return [path for path in paths if path in self._places]
        return [path for path in paths if not self._is_left_alone(path)]

    def _is_left_alone(self, path: Path) -> bool:
        """Whether it is hidden, or an editor's copy, below the place that is watched."""
        place = next((place for place in self._places if path.is_relative_to(place)), path.parent)
        return any(name.startswith(HIDDEN) or name.endswith(COPIES) for name in path.relative_to(place).parts)

    def _look_into_folders(self, again: Iterable[Path] = ()) -> None:
        """Watches what lies in the folders that are there. Those in `again` are other folders than before."""
        for place in again:
            if watch := self._watched.pop(place, None):
                self._observer.unschedule(watch)  # type: ignore[arg-type]
        for place in self._places:
            if place not in self._watched and place.is_dir():
                self._watched[place] = self._observer.schedule(_Within(self), str(place), recursive=True)

    def _tell(self) -> None:
        while True:
            self._stirred.wait()
            for _ in range(round(LONGEST / PAUSE)):
                self._stirred.clear()
                if self._over.wait(PAUSE) or not self._stirred.is_set():
                    break
            if self._over.is_set():
                return
            self._changed()


class _Within(FileSystemEventHandler):
    """Hears what happens within a folder that is watched."""

    def __init__(self, watch: Watch) -> None:
        self._watch = watch

    def on_any_event(self, event: FileSystemEvent) -> None:
        """One event."""
        self._watch.hear(event, is_around=False)


class _Around(_Within):
    """Hears what happens beside it, and to the folder itself."""

    def on_any_event(self, event: FileSystemEvent) -> None:
        """One event."""
        self._watch.hear(event, is_around=True)
