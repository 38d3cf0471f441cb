"""The passphrase: what is made, what is refused."""

import math
from collections import Counter

import pytest

from bothways.share.passphrase import Weak, generated, refuse_if_weak
from shared import randomness

STRONG = (
    "gravel untaxed barley marbled tinsel oxford",
    "drop-down felt-tip barley gravel tinsel oxford",
    "9f86d081884c7d659a2feaa0c55ad015",
    "kV7#mq!2Zr9@Lw4$Tx8&Yb",
    "Über fünf Brücken musst du sieben Mal gehen heute",
)
WEAK = (
    "",
    "password",
    "Passw0rd2024!",
    "correct horse battery staple",
    "correcthorsebatterystaple",
    "Tr0ub4dor&3",
    "12345678901234567890123456",
    "abcdefghijklmnopqrstuvwxyz",
    "qwertyuiopasdfghjklzxcvbnm",
    "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
    "gravel gravel gravel gravel gravel gravel gravel gravel",
    "networking networking 2026 2026 2026",
    "Dana Okafor 12 March 1979",
)


@pytest.mark.parametrize("chosen", STRONG)
def test_a_strong_one_is_taken(chosen: str) -> None:
    """Six words, or enough of anything."""
    refuse_if_weak(chosen)


@pytest.mark.parametrize("chosen", WEAK)
def test_a_weak_one_is_refused_with_words(chosen: str) -> None:
    """What is short, said twice, in a row or on the keyboard, a date or a name does not guard anybody's notes."""
    with pytest.raises(Weak, match=r"too easy to guess.*Six words"):
        refuse_if_weak(chosen)


def test_what_cannot_be_typed_is_refused() -> None:
    """A sign that keyboards do not have would lock the reader out."""
    with pytest.raises(Weak, match="cannot be typed"):
        refuse_if_weak("gravel untaxed barley marbled tinsel \x07 oxford")


def test_a_generated_one_is_six_words_worth_77_bits() -> None:
    """Each of 7,776 words is as likely as any other."""
    source = randomness()
    said = [generated(source) for _ in range(2000)]
    words = Counter(word for each in said for word in each.split())
    assert all(len(each.split(" ")) == 6 for each in said)
    assert 6 * math.log2(7776) > 77
    assert len(words) > 6000
    assert max(words.values()) < 15


def test_a_generated_one_is_never_weak() -> None:
    """However the dice fall, it passes the rule for chosen ones: one may be written into a file and used again."""
    source = randomness()
    for _ in range(500):
        refuse_if_weak(generated(source))
