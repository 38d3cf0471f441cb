"""What is the owner's own on a page: drafts, lines to copy, where a record is written. It is of no use to others.

Templates put it between two comments; no text of the person's can hold one, as it is escaped or sanitised.
"""

import re

BEGIN, END = "<!--own-->", "<!--/own-->"

_EITHER = re.compile(f"({BEGIN}|{END})")


def unmarked(html: str) -> str:
    """The owner's page: all of it, without the comments."""
    return html.replace(BEGIN, "").replace(END, "")


def without_own(html: str) -> str:
    """The page for another reader."""
    depth, kept = 0, []
    for part in _EITHER.split(html):
        if part in (BEGIN, END):
            depth += 1 if part == BEGIN else -1
        elif not depth:
            kept.append(part)
    return "".join(kept)
