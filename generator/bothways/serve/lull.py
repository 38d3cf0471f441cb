"""What can wait until the person stops typing for a moment: it would only hold up the page that they wait for."""

import threading
from collections.abc import Callable
from typing import Self

QUIET = 1.0
"""Seconds without anything new to do, after which all that has waited is done."""

Job = Callable[[], object]


class Lull:
    """Does in a thread of its own what was put off, as long as the `with` lasts, and at its end what is left."""

    def __init__(self, tell_fault: Callable[[Exception], None]) -> None:
        """`tell_fault` hears of what is a fault of ours; the rest is done all the same."""
        self._tell_fault = tell_fault
        self._waiting: dict[str, Job] = {}
        self._count = 0
        """How often something was put off."""
        self._changed = threading.Condition()
        self._is_over = False
        self._thread = threading.Thread(target=self._work, daemon=True)

    def put_off(self, name: str, job: Job) -> None:
        """Has it done later, once: in the place of one of the same name that still waits."""
        with self._changed:
            self._waiting[name] = job
            self._count += 1
            self._changed.notify_all()

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        with self._changed:
            self._is_over = True
            self._changed.notify_all()
        self._thread.join()

    def _work(self) -> None:
        while True:
            for job in self._due():
                try:
                    job()
                except Exception as fault:  # noqa: BLE001  # nobody waits for it
                    self._tell_fault(fault)
            if self._is_over and not self._waiting:
                return

    def _due(self) -> list[Job]:
        """What has waited, once it has been quiet or all is over."""
        with self._changed:
            self._changed.wait_for(lambda: self._waiting or self._is_over)
            count = -1
            while count != self._count and not self._is_over:
                count = self._count
                self._changed.wait_for(lambda: self._count != count or self._is_over, QUIET)  # noqa: B023  # called here
            waited, self._waiting = self._waiting, {}
        return list(waited.values())
