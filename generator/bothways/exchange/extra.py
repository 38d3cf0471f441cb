"""Libraries that few people need, so that not everybody has them: the extras."""

import importlib
from typing import Any


class NotInstalledError(Exception):
    """A library of an extra is missing. Says how to get it."""

    def __init__(self, what: str, extra: str) -> None:
        super().__init__(f'{what} need one more library. To get it: pip install "bothways[{extra}]"')


def library(name: str, what: str, extra: str = "exchange") -> Any:
    """The library, loaded when it is first needed. `what` needs it, such as `Calendars`."""
    try:
        return importlib.import_module(name)
    except ModuleNotFoundError as error:
        raise NotInstalledError(what, extra) from error
