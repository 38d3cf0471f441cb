"""The rhythm: a pack, and what a person wishes in place of its rules."""

from datetime import date

import pytest

from bothways.model.rhythm import PACKS, Rhythm
from bothways.model.span import Span, read_span
from workbooks import workbook

TABLE = """
rule                         gentle            standard         brisk
thank_within                 2 days            1 day            1 day
other_person_after           -                 -                3 business days
second_try_after             10 business days  7 business days  7 business days
tries                        2                 2                2
promised_introduction_after  14 days           10 days          7 days
report_back_after            4 weeks           2 weeks          2 weeks
event_follow_up_within       3 days            2 days           1 day
close                        8 weeks           6 weeks          4 weeks
warm                         4 months          3 months         2 months
loose                        1 year            6 months         4 months
new                          4 weeks           3 weeks          2 weeks
dormant                      -                 -                -
active_organisations         3                 5                5
"""
"""As the format says it."""


def rhythm(text: str) -> Rhythm:
    """The rhythm of somebody who writes this."""
    return workbook({"me.yaml": f"name: Ana Reis\n{text}"}).rhythm


def cells(line: str) -> list[str]:
    """The cells of a line of the table."""
    return [cell.strip() for cell in line.split("  ") if cell.strip()]


@pytest.mark.parametrize("line", TABLE.strip().splitlines()[1:], ids=lambda line: line.split()[0])
def test_the_packs_are_those_of_the_table(line: str) -> None:
    """Every rule of every pack."""
    rule, *values = cells(line)
    for pack, value in zip(("gentle", "standard", "brisk"), values, strict=True):
        rules = PACKS[pack]
        held = rules.keep_in_touch[rule] if rule in rules.keep_in_touch else getattr(rules, rule)  # type: ignore[index]
        assert held == (None if value == "-" else read_span(value) or int(value)), pack


def test_without_a_word_the_standard_pack_holds() -> None:
    """With me.yaml, and without."""
    assert rhythm("") == PACKS["standard"]
    assert workbook({}).rhythm == PACKS["standard"]


@pytest.mark.parametrize("pack", ["gentle", "standard", "brisk"])
def test_a_pack_is_named_in_a_word_or_as_a_field(pack: str) -> None:
    """`rhythm: brisk` is `rhythm: {like: brisk}`."""
    assert rhythm(f"rhythm: {pack}") == rhythm(f"rhythm: {{like: {pack}}}") == PACKS[pack]  # type: ignore[index]


def test_a_wish_takes_the_place_of_a_rule_and_of_no_other() -> None:
    """Everything else stays as the pack has it."""
    wished = rhythm("rhythm: {like: gentle, thank_within: 5 days, tries: 3, keep_in_touch: {warm: 5 weeks}}")
    gentle = PACKS["gentle"]
    assert (wished.thank_within, wished.tries) == (Span(5, "day"), 3)
    assert wished.keep_in_touch == gentle.keep_in_touch | {"warm": Span(5, "week")}
    assert (wished.second_try_after, wished.active_organisations) == (gentle.second_try_after, 3)


def test_no_means_never() -> None:
    """For a further try, another person, and any tie."""
    wished = rhythm("rhythm: {like: brisk, second_try_after: no, other_person_after: No, keep_in_touch: {close: no}}")
    assert (wished.second_try_after, wished.other_person_after) == (None, None)
    assert wished.keep_in_touch["close"] is None
    assert wished.keep_in_touch["warm"] == PACKS["brisk"].keep_in_touch["warm"]


def test_dormant_ties_have_a_length_when_they_are_given_one() -> None:
    """Never, unless you say so."""
    assert rhythm("rhythm: {keep_in_touch: {dormant: 2 years}}").keep_in_touch["dormant"] == Span(2, "year")


def test_none_at_all_is_a_number() -> None:
    """Zero is a wish, not a gap."""
    wished = rhythm("rhythm: {like: brisk, per_week: {new_asks: 0}, events_per_month: 0}")
    assert (wished.new_asks, wished.conversations, wished.events_per_month) == (0, PACKS["brisk"].conversations, 0)


def test_pauses_and_holidays_are_kept() -> None:
    """One pause will do without a dash; a pause has both its days."""
    wished = rhythm("rhythm:\n  pause: {from: 2026-12-20, to: 2027-01-04}\n  holidays: [2026-12-25, 2027-1-1]\n")
    assert [(pause.from_, pause.to) for pause in wished.pauses] == [(date(2026, 12, 20), date(2027, 1, 4))]
    assert wished.holidays == {date(2026, 12, 25), date(2027, 1, 1)}


def test_organisations_are_ranked_as_wished() -> None:
    """American spelling is understood here too."""
    assert rhythm("rhythm: {organization_order: [posting], active_organizations: 2}").organisation_order == ("posting",)
    assert rhythm("").organisation_order == ("motivation", "posting", "advocacy")
