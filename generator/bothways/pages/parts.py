"""Parts: pieces of HTML that several pages show, such as a name with its link. Made once, and not for each page."""

from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from typing import Any

from jinja2 import Environment
from jinja2.environment import TemplateModule

Names = tuple[tuple[str, str], ...]


class Parts(dict[str, TemplateModule]):
    """The parts by name, each loaded when a page first asks for it: `common["names"].person(who)`.

    All that a part knows beside what it is handed: the way back to the site's top, the day, and what tells people of
    the same name apart.
    """

    def __init__(self, environment: Environment, root: str, today: date | None, namesakes: Names) -> None:
        super().__init__()
        self._environment = environment
        self._known = {"root": root, "today": today, "namesakes": dict(namesakes), "common": self}

    def __missing__(self, name: str) -> TemplateModule:
        part = self[name] = self._environment.get_template(f"parts/{name}.html").make_module(self._known)
        return part


def parts_for(environment: Environment, root: str, shown: Mapping[str, Any]) -> Parts:
    """The parts for a page that shows these values, the way from which to the top is `root`."""
    return _parts(environment, root, shown.get("today"), tuple(shown.get("namesakes", {}).items()))


_parts = lru_cache(maxsize=8)(Parts)
