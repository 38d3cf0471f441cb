"""The run: tasks handed to workers, a few at a time, and what became of each as it comes back.

The workers are this process, processes of this machine, or those of a Dask cluster: to the run all are executors of
`concurrent.futures`. What is under way is bounded by the number of workers, however many workbooks there are.
"""

import os
import threading
from collections.abc import Generator, Iterable, Iterator
from concurrent.futures import (
    FIRST_COMPLETED,
    BrokenExecutor,
    CancelledError,
    Executor,
    Future,
    ProcessPoolExecutor,
    wait,
)
from contextlib import closing
from multiprocessing import get_context, parent_process

from bothways.cohort.places import Missing
from bothways.cohort.task import Made, Task, make

AHEAD = 2
"""Tasks for each worker: one at work, and one that waits."""
TO_ANSWER = 10
"""Seconds that a cluster has to say that it is there."""
LOST = "The process that worked on it was lost."


class NoCluster(Exception):
    """Nobody answers at the scheduler's address."""


Results = Generator[Made, None, None]
Under = Generator[tuple[Task, "Future[Made]"], None, None]


def here(tasks: Iterable[Task], jobs: int) -> Results:
    """On this machine, by so many processes; one is this process itself."""
    if jobs == 1:
        yield from map(make, tasks)
        return
    left = iter(tasks)
    while True:
        lost: list[Task] = []
        with _Pool(jobs) as pool, closing(finished(pool, left, jobs * AHEAD)) as under:
            for task, future in under:
                if isinstance(_error(future), BrokenExecutor):
                    lost.append(task)
                else:
                    yield _made(task, future)
        # One of them may have brought the process down. Each once more, by itself: then it is plain which.
        yield from map(_by_itself, lost)
        if not lost:
            return


def on_cluster(tasks: Iterable[Task], address: str) -> Results:
    """On the Dask cluster whose scheduler is at an address. It does the tasks of a lost worker again.

    Raises `Missing` where Dask is not installed, and `NoCluster`.
    """
    try:
        from distributed import Client  # noqa: PLC0415  # it is an extra, and takes a second to load
        from distributed.comm.addressing import get_address_host_port  # noqa: PLC0415
    except ImportError as error:
        raise Missing('A cluster needs Dask. Install it: pip install "bothways[cohort]"') from error
    try:
        # A client that was given what is no address would wait for it to the end of the program.
        get_address_host_port(address)
        client = Client(address, timeout=TO_ANSWER, set_as_default=False)
    except (OSError, TimeoutError, ValueError) as error:
        raise NoCluster(f"No scheduler of Dask answers at {address}.") from error
    with client:
        workers = max(1, len(client.nthreads()))
        executor = client.get_executor(pure=False)
        for task, future in finished(executor, iter(tasks), workers * AHEAD):
            yield _made(task, future)


def finished(executor: Executor, tasks: Iterator[Task], most: int) -> Under:
    """Each task with its future, as they end. At most so many are under way; after a break no more are begun."""
    under: dict[Future[Made], Task] = {}
    is_broken = False
    while True:
        while not is_broken and len(under) < most and (task := next(tasks, None)):
            future = _begun(executor, task)
            under[future] = task
            is_broken = future.done() and isinstance(_error(future), BrokenExecutor)
        if not under:
            return
        done, _ = wait(under, return_when=FIRST_COMPLETED)
        for future in done:
            is_broken = is_broken or isinstance(_error(future), BrokenExecutor)
            yield under.pop(future), future


class _Pool(ProcessPoolExecutor):
    """Processes of this machine, which end with this one."""

    def __init__(self, jobs: int) -> None:
        super().__init__(jobs, mp_context=get_context("spawn"), initializer=_end_with_parent)

    def __exit__(self, *error: object) -> None:
        self.shutdown(wait=True, cancel_futures=True)


def _begun(executor: Executor, task: Task) -> "Future[Made]":
    try:
        return executor.submit(make, task)
    except BrokenExecutor as error:
        future: Future[Made] = Future()
        future.set_exception(error)
        return future


def _by_itself(task: Task) -> Made:
    with _Pool(1) as pool:
        future = _begun(pool, task)
        wait([future])
        return _made(task, future)


def _made(task: Task, future: "Future[Made]") -> Made:
    return Made(task.name, "failed", said=LOST) if _error(future) else future.result()


def _error(future: "Future[Made]") -> BaseException | None:
    try:
        return future.exception()
    except CancelledError as error:
        return error


def _end_with_parent() -> None:
    """When the process that began the run is killed, its workers must not stay behind and wait for it."""
    parent = parent_process()

    def watch() -> None:
        if parent:
            parent.join()
            os._exit(1)

    threading.Thread(target=watch, daemon=True).start()
