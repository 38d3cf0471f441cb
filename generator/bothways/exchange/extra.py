"""Libraries that only the exchange needs, and that not everybody has."""

import importlib
from typing import Any


class NotInstalledError(Exception):
    """A library of the extra `exchange` is missing. Says how to get it."""

    def __init__(self, what: str) -> None:
        super().__init__(f'{what} need one more library. To get it: pip install "bothways[exchange]"')


def library(name: str, what: str) -> Any:
    """The library, loaded when it is first needed. `what` needs it, such as `Calendars`."""
    try:
        return importlib.import_module(name)
    except ModuleNotFoundError as error:
        raise NotInstalledError(what) from error
