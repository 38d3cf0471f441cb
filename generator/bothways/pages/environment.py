"""The one Jinja environment: autoescape on, an undefined name is an error. Gives Pages."""

from functools import lru_cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from bothways.model.names import first_name
from bothways.model.words import count, number
from bothways.pages import words
from bothways.pages.navigation import Section
from bothways.pages.page import Page
from bothways.pages.prose import prose


@lru_cache(maxsize=1)
def environment() -> Environment:
    """The environment with our filters."""
    env = Environment(
        loader=PackageLoader("bothways.pages"),
        autoescape=True,
        undefined=StrictUndefined,
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


def page(template: str, address: str, title: str, section: Section, **values: Any) -> Page:
    """A page from its template. The template finds `root`, the way from the page back to the site's top."""
    root = "../" * address.count("/")
    html = (
        environment().get_template(template).render(root=root, address=address, title=title, section=section, **values)
    )
    return Page(address, title, section.tab.title, html)
