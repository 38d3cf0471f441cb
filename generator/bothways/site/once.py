"""The theme rendered once for many pages: workbook pages of one folder differ in their title and body only."""

import copy
import posixpath
from functools import cached_property
from typing import Any

from jinja2 import Template
from markupsafe import escape

from bothways.site.ready import ReadyPage

TITLE = "bothways-title-goes-here"
BODY = "<h1>bothways-body-goes-here</h1>"
"""With an `<h1>`, as every body of ours: the theme adds one where it finds none."""


class OncePerFolder(Template):
    """A template that knows a shortcut for our pages, and gives what it would give without it."""

    @cached_property
    def _shells(self) -> dict[tuple[str, str], str]:
        return {}

    def render(self, *args: Any, **kwargs: Any) -> str:
        """The page. Those that the navigation lists, and those with an address in the web, are rendered one by one."""
        context = dict(*args, **kwargs)
        page = context.get("page")
        if not isinstance(page, ReadyPage) or context["config"].site_url or _is_listed(page):
            return super().render(context)
        key = (page.ready.section, posixpath.dirname(page.url))
        if key not in self._shells:
            self._shells[key] = super().render({**context, "page": _stand_in(page)})
        return _filled(self._shells[key], page)


def _is_listed(page: ReadyPage) -> bool:
    return page.parent is None or page in page.parent.children


def _stand_in(page: ReadyPage) -> ReadyPage:
    stand_in = copy.copy(page)
    stand_in.title, stand_in.content = TITLE, BODY
    return stand_in


def _filled(shell: str, page: ReadyPage) -> str:
    """The shell with a page's own title and body. The page's title is HTML; in the head it is made from the text."""
    head, end, rest = shell.partition("</title>")
    before, after = rest.replace(TITLE, page.title).split(BODY)
    return "".join((head.replace(TITLE, str(escape(page.ready.title))), end, before, page.content or "", after))
