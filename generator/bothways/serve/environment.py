"""The templates and scripts that only the local server shows: the problems, the bar, the editor."""

import re
from functools import lru_cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from bothways.digest import digest
from bothways.model.words import count, number
from bothways.pages import words

ASSETS = Path(__file__).parent / "assets"


@lru_cache(maxsize=1)
def environment() -> Environment:
    """The environment: autoescape on, an undefined name is an error."""
    env = Environment(
        loader=PackageLoader("bothways.serve"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    env.filters |= {
        "number": number,
        "count": count,
        "iso": words.iso,
        "weekday": words.weekday,
        "short": words.short_day,
    }
    env.globals["is_day"] = is_day
    return env


def is_day(text: str) -> bool:
    """Whether a browser can show this text as a day."""
    return re.fullmatch(r"\d{4}-\d{2}-\d{2}", text) is not None


def html(template: str, **values: Any) -> str:
    """A template with its values."""
    return environment().get_template(template).render(**values)


def as_address(address: str) -> str:
    """`people/index.html` as browsers are sent to it: the folder's own address."""
    return address.removesuffix("index.html") if address.endswith("/index.html") or address == "index.html" else address


@lru_cache(maxsize=1)
def assets() -> dict[str, bytes]:
    """Our own files, by name."""
    return {path.name: path.read_bytes() for path in sorted(ASSETS.iterdir()) if path.is_file()}


@lru_cache(maxsize=1)
def version() -> str:
    """Another word whenever one of our files is another: in its address, so that no browser keeps an old one."""
    return digest(*assets().values())
