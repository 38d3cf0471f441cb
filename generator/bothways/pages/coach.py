"""What a coach said, on the pages that it speaks of. It comes from outside: it is plain text, and is shown as such."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import NamedTuple

from bothways.model.replies import Reply
from bothways.pages.environment import part
from bothways.pages.page import Page

ENDING = ".html"


class CoachSaid(NamedTuple):
    """One comment, with its day."""

    day: date
    about: str
    """What it is about, where it is not the whole page."""
    part: str
    """The id of that part of the page; empty where the page has none, or no longer."""
    asked: str
    """The question that it answers."""
    paragraphs: tuple[str, ...]


def with_comments(
    pages: Iterable[Page], replies: Iterable[Reply], coach: str, elsewhere: str, today: date
) -> Iterator[Page]:
    """The pages, each with what the coach said about it.

    `elsewhere` is the address of the page that shows what is about no page that there is.
    """
    all_pages = tuple(pages)
    said = _by_page(replies, {page.address for page in all_pages}, elsewhere)
    for page in all_pages:
        comments = tuple(said[page.address])
        yield page if page.is_bare or not comments else _with(page, comments, coach, today)


def _with(page: Page, comments: tuple[CoachSaid, ...], coach: str, today: date) -> Page:
    def below() -> str:
        there = tuple(one._replace(part=one.part if f' id="{one.part}"' in page.html else "") for one in comments)
        return part("coach.html", comments=there, coach=coach, today=today)

    return page.followed_by(below, (comments, coach, today))


def _by_page(replies: Iterable[Reply], addresses: set[str], elsewhere: str) -> Mapping[str, list[CoachSaid]]:
    """What was said by the address of its page, the latest first."""
    found: dict[str, list[CoachSaid]] = defaultdict(list)
    for reply in sorted(replies, key=lambda reply: reply.date, reverse=True):
        for comment in reply.comments:
            address = f"{comment.page}{ENDING}"
            is_placed = address in addresses
            said = CoachSaid(
                day=reply.date,
                about=comment.about or "",
                part=(comment.part or "") if is_placed else "",
                asked=comment.asked or "",
                paragraphs=tuple(_paragraphs(comment.said)),
            )
            found[address if is_placed else elsewhere].append(said)
    return found


def _paragraphs(text: str) -> Iterator[str]:
    return (paragraph.strip() for paragraph in text.split("\n\n") if paragraph.strip())
