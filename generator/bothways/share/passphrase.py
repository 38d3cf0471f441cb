"""The passphrase: six words from a list, or one that the person chose, if it is hard enough to guess."""

import re
import unicodedata
from collections.abc import Callable
from functools import cache
from itertools import pairwise
from math import log2

from xkcdpass import xkcd_password

Randomness = Callable[[int], bytes]
"""Gives so many random bytes: `os.urandom`, or a test's own."""

WORDS = 6
LIST = "eff-long"
LIST_LENGTH = 7776
"""Words in the long list of the Electronic Frontier Foundation, https://www.eff.org/dice: 12.9 bits a word, 77 bits."""

LEAST_BITS = 60
"""What a chosen one must be worth: half of all guesses, at a million a second, take 18 thousand years."""

BITS_OF_A_WORD = log2(LIST_LENGTH)
BITS_OF_A_LISTED_WORD = 10.5
"""At least, however short: six words of the list always pass. Ours."""
BITS_OF_A_LETTER = 2.0
"""Of a word or a stretch of letters: written English has between 1 and 2 (Shannon, Prediction and Entropy, 1951)."""
BITS_OF_A_SIGN = log2(10)
"""Of a sign in a mixture of letters, digits and others: as if there were ten to choose from."""
LONGEST_WORD = 12
"""Letters: more than that, and it is several words run together."""

_BETWEEN_WORDS = re.compile("[\t\n\r \u2010-\u2015\u2212-]+")
"""Spaces, hyphens and the dashes into which a phone turns them."""
_STRETCH = re.compile(r"[^\W\d_]+|\d+|.", re.DOTALL)


class Weak(Exception):
    """A chosen passphrase that is too easy to guess, or cannot be typed everywhere. Its words say why."""


def normal(typed: str) -> str:
    """A passphrase as it is used: capitals do not matter, nor do spaces, hyphens, or how a letter is encoded.

    The reader does the same in the browser; see generator/locked-file.md.
    """
    plain = unicodedata.normalize("NFKC", typed).lower()
    return _BETWEEN_WORDS.sub(" ", unicodedata.normalize("NFKC", plain)).strip(" ")


def generated(randomness: Randomness) -> str:
    """Six words with spaces between them, no two alike."""
    words, said = list(_words()), dict[str, None]()
    while len(said) < WORDS:
        said[words[_below(len(words), randomness)]] = None
    return " ".join(said)


def refuse_if_weak(chosen: str) -> None:
    """Raises `Weak` for a passphrase that should not guard a person's notes."""
    plain = normal(chosen)
    if any(unicodedata.category(sign) in ("Cc", "Cn", "Co", "Cs") for sign in plain):
        raise Weak("The passphrase holds a sign that cannot be typed everywhere. Use letters, digits and spaces.")
    if bits(plain) < LEAST_BITS:
        raise Weak(
            f"This passphrase is too easy to guess: it is worth about {int(bits(plain))} bits, and {LEAST_BITS} are "
            "needed. Six words that have nothing to do with each other will do; or leave it to bothways to choose them."
        )


def bits(plain: str) -> float:
    """How hard a passphrase is to guess, on the low side: what is said twice, or in a row (1234), counts once."""
    total = 0.0
    for word in dict.fromkeys(plain.split(" ")):
        is_mixed = bool(re.search(r"\d|[^\w]", word)) and len(word) > 1
        total += sum(_bits_of_stretch(stretch, is_mixed=is_mixed) for stretch in dict.fromkeys(_STRETCH.findall(word)))
    return total


def _bits_of_stretch(stretch: str, *, is_mixed: bool) -> float:
    """Of letters, of digits or of one other sign. Neighbours in the alphabet, and repeats, count once."""
    signs = 1 + sum(abs(ord(one) - ord(other)) > 1 for one, other in pairwise(stretch))
    if stretch.isalpha() and (len(stretch) > 3 or not is_mixed):
        letters = signs * BITS_OF_A_LETTER
        least = BITS_OF_A_LISTED_WORD if stretch in _words() else 0
        return max(least, min(letters, BITS_OF_A_WORD)) if len(stretch) <= LONGEST_WORD else letters
    return signs * BITS_OF_A_SIGN


def _below(limit: int, randomness: Randomness) -> int:
    """A random number below a limit, each as likely as any other."""
    most = 0x10000 // limit * limit
    while (number := int.from_bytes(randomness(2), "big")) >= most:
        pass
    return number % limit


@cache
def _words() -> dict[str, None]:
    path = xkcd_password.locate_wordfile(LIST)
    words = xkcd_password.generate_wordlist(wordfile=path, min_length=1, max_length=99)
    return dict.fromkeys(sorted(words))
