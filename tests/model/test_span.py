"""Lengths of time, as people write them."""

import pytest

from bothways.model.span import Span, read_span


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("3 days", Span(3, "day")),
        ("1 day", Span(1, "day")),
        ("7 business days", Span(7, "business day")),
        ("1 business day", Span(1, "business day")),
        ("6 weeks", Span(6, "week")),
        ("2 months", Span(2, "month")),
        ("1 year", Span(1, "year")),
        ("6weeks", Span(6, "week")),
        ("  6   Weeks ", Span(6, "week")),
        ("2 BUSINESS  DAYS", Span(2, "business day")),
        ("0 days", Span(0, "day")),
        ("06 weeks", Span(6, "week")),
        ("3 day", Span(3, "day")),
    ],
)
def test_a_length_is_a_number_and_a_unit(text: str, span: Span) -> None:
    """One or many, in any case and spacing."""
    assert read_span(text) == span


@pytest.mark.parametrize(
    "text",
    ["", "6", "weeks", "six weeks", "6 w", "6.5 weeks", "-6 weeks", "6 weeks ago", "every 6 weeks", "2 fortnights",
     "6 businessdays", "99999 days", "٦ weeks", "1 week 2 days", "6\u2007 weeks x"],
)  # fmt: skip
def test_anything_else_is_no_length(text: str) -> None:
    """Nothing is guessed."""
    assert read_span(text) is None


@pytest.mark.parametrize("text", ["1 day", "2 days", "1 business day", "7 business days", "1 year", "0 weeks"])
def test_a_length_is_written_as_it_is_read(text: str) -> None:
    """With the plural where there is not one."""
    span = read_span(text)
    assert str(span) == text
    assert read_span(str(span)) == span
