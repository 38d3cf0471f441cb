"""What small numbers let one expect: a range for the next so many, in place of a percentage.

The method is the beta-binomial predictive distribution with a uniform prior: the rule of succession (Laplace, Essai
philosophique sur les probabilités, 1814) carried on to several further trials. Of `tried` people `came` did; of `ahead`
more, `j` will with probability C(came + j, j) C(tried - came + ahead - j, ahead - j) / C(tried + ahead + 1, ahead). All
are whole numbers, so the sum is exact. The range leaves at most one in twenty on either side: it holds in at least nine
cases of ten. Wilson's interval, which the guide's Measuring chapter quotes, is about the share in the long run; this is
about the next few people, which is what one wants to know. The guide names both (Sources, Our own defaults and sums).
"""

from math import comb
from typing import NamedTuple

FEW = 20
"""Under this many there is a range to be said. Ours; the guide's "Wait for twenty"."""
ONE_IN = 20
"""What the range leaves out on either side: at most one in so many. Ours."""


class Range(NamedTuple):
    """How many of the next so many may well do the same."""

    ahead: int
    low: int
    high: int


def likely(came: int, tried: int, ahead: int) -> Range:
    """The range for the next `ahead`, after `came` of `tried` did. Needs 0 <= came <= tried."""
    weights = [comb(came + j, j) * comb(tried - came + ahead - j, ahead - j) for j in range(ahead + 1)]
    limit = sum(weights)
    return Range(ahead, _left_out(weights, limit), ahead - _left_out(weights[::-1], limit))


def _left_out(weights: list[int], limit: int) -> int:
    """How many outcomes from this end are together less likely than one in twenty."""
    total = 0
    for count, weight in enumerate(weights):
        total += weight
        if total * ONE_IN > limit:
            return count
    return len(weights) - 1
