"""Days and numbers in words, in plain British English, whatever the machine speaks."""

import hashlib
import re
from datetime import date
from typing import Any

from jinja2 import pass_context
from jinja2.runtime import Context

from bothways.model.days import MONTHS, WEEKDAYS, day_and_month
from bothways.model.names import slug
from bothways.model.words import count


@pass_context
def day(context: Context, value: date) -> str:
    """`27 November`; with the year, where it is another than today's."""
    return day_and_month(value) + _year(context, value)


@pass_context
def short_day(context: Context, value: date) -> str:
    """`27 Nov`; with the year, where it is another than today's."""
    return f"{value.day} {MONTHS[value.month - 1][:3]}{_year(context, value)}"


@pass_context
def weekday(context: Context, value: date) -> str:
    """`Friday 27 November`; with the year, where it is another than today's."""
    return f"{WEEKDAYS[value.weekday()]} {day(context, value)}"


def iso(value: date) -> str:
    """`2026-11-27`, for machines and for YAML."""
    return value.isoformat()


@pass_context
def ago(context: Context, value: date) -> str:
    """`today`, `yesterday`, `five weeks ago`: how long before the page's day."""
    days = (context["today"] - value).days
    if days < 14:
        return {0: "today", 1: "yesterday"}.get(days, f"{count(days, 'day')} ago")
    if days < 63:
        return f"{count(days // 7, 'week')} ago"
    months = days * 12 // 365
    return f"{count(months, 'month')} ago" if months < 24 else f"{count(months // 12, 'year')} ago"


@pass_context
def days_in(context: Context, text: str) -> str:
    """A sentence with its days in words: `You met on 27 November`."""
    return re.sub(r"\b\d{4}-\d\d-\d\d\b", lambda match: day(context, date.fromisoformat(match.group())), text)


def anchor(text: str) -> str:
    """An id for a heading made from text."""
    return slug(text, "part")


def key(*parts: Any) -> str:
    """A short stable key for what the browser remembers, such as a tick."""
    return hashlib.sha256("\0".join(map(str, parts)).encode()).hexdigest()[:12]


def _year(context: Context, value: date) -> str:
    today = context.get("today")
    return "" if today is None or value.year == today.year else f" {value.year}"
