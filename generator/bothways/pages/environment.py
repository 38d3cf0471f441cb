"""The one Jinja environment: autoescape on, an undefined name is an error. Gives Pages."""

from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from bothways.model.names import first_name
from bothways.model.words import count, number
from bothways.pages import words
from bothways.pages.compiled import CompiledTemplates
from bothways.pages.navigation import Section
from bothways.pages.page import Page
from bothways.pages.parts import parts_for
from bothways.pages.prose import prose

Values = Mapping[str, Any]
"""What a template shows, by the names that it has there."""


@lru_cache(maxsize=1)
def environment() -> Environment:
    """The environment with our filters."""
    env = Environment(
        loader=PackageLoader("bothways.pages"),
        autoescape=True,
        undefined=StrictUndefined,
        auto_reload=False,
        bytecode_cache=CompiledTemplates(),
        trim_blocks=True,
        lstrip_blocks=True,
    )
    env.filters |= {
        "prose": prose,
        "day": words.day,
        "short": words.short_day,
        "weekday": words.weekday,
        "iso": words.iso,
        "number": number,
        "count": count,
        "ago": words.ago,
        "days_in": words.days_in,
        "first": first_name,
        "anchor": words.anchor,
    }
    return env


class _Shown:
    """What a page shows: what is known, and what is worked out when it is first asked for."""

    __slots__ = ("_all", "_known", "_work_out")

    def __init__(self, work_out: Callable[[], Values], known: Values) -> None:
        self._work_out, self._known = work_out, known
        self._all: Values | None = None

    def __call__(self) -> Values:
        if self._all is None:
            self._all = {**self._known, **self._work_out()}
        return self._all

    def let_go(self) -> None:
        """Works it out again when it is asked for again."""
        self._all = None


def page(
    template: str, address: str, title: str, section: Section, work_out: Callable[[], Values] = dict, /, **values: Any
) -> Page:
    """A page from its template, which is rendered when the body is first asked for.

    `work_out` gives what takes a while to know, and is called then, or when the page's digest is asked for: of many
    pages, only the one that is looked at costs anything. The template finds `root`, the way back to the site's top, and
    `common`, the parts of pages.
    """
    root = "../" * address.count("/")
    shown = _Shown(work_out, values)

    def html() -> str:
        about = {"root": root, "address": address, "title": title, "section": section}
        return _rendered(template, {**about, **shown()})

    return Page(
        address,
        title,
        section.tab.title,
        html,
        values=lambda: (template, section, shown()),
        let_go=shown.let_go,
    )


def part(template: str, **values: Any) -> str:
    """Some HTML of a page, from a template among the parts."""
    return _rendered(f"parts/{template}", {"root": "", **values})


def _rendered(template: str, values: Values) -> str:
    env = environment()
    return env.get_template(template).render(values, common=parts_for(env, values["root"], values))


@lru_cache
def paper_style(of: str) -> Markup:
    """The style of a page for paper, which stands in it: `sheet` or `card`."""
    parts = (environment().get_template(f"parts/{name}.css").render() for name in ("paper", of))
    return Markup("\n".join(parts))  # noqa: S704  # our own, without a word of the person's


def bare_page(of: str, address: str, title: str, work_out: Callable[[], Values]) -> Page:
    """A page for paper: a whole document with its own style, without the theme, links or scripts. `of`: as above."""
    template, shown = f"{of}.html", _Shown(work_out, {})

    def html() -> str:
        return environment().get_template(template).render({"title": title, "style": paper_style(of), **shown()})

    return Page(address, title, "", html, is_bare=True, values=lambda: (template, shown()), let_go=shown.let_go)
