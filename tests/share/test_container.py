"""The container gives back what was put into it, whatever that was."""

from hypothesis import given
from hypothesis import strategies as st

from bothways.share.container import pack, unpack
from shared import randomness

LINES = st.lists(
    st.sampled_from(["<p>one</p>", "<p>two</p>", "", "  ", "\r", "é", '{"location":"a.html"', "\x1e", "\0"]),
    max_size=12,
)
TEXTS = LINES.map(lambda lines: "\n".join(lines).encode())
ADDRESSES = st.sampled_from(
    ["index.html", "a.html", "people/b.html", "search/search_index.json", "search/search_index.js", "x.css"]
)


@given(st.dictionaries(ADDRESSES, TEXTS | st.binary(max_size=40)))
def test_any_files_come_back(files: dict[str, bytes]) -> None:
    """Text with any line ends, files that are no text, empty ones, and none at all."""
    assert unpack(pack(files, "index.html", randomness())) == (files, "index.html")


def test_a_thousand_pages_take_little_more_than_one() -> None:
    """What pages share is kept once."""
    shell = "\n".join(f"<div>line {number * number}</div>" for number in range(2000))
    one = len(pack({"0.html": shell.encode()}, "0.html", randomness()))
    pages = {f"{number}.html": f"{shell}\n<p>{number}</p>\n{shell}".encode() for number in range(1000)}
    assert len(pack(pages, "0.html", randomness())) < 4 * one


def test_numbers_of_pages_are_in_no_order() -> None:
    """The address bar does not tell where in the alphabet a page stands."""
    pages = {f"{number:03}.html": b"" for number in range(50)}
    one, other = (pack(pages, "000.html", randomness(seed)) for seed in ("one", "other"))
    assert one != other
    assert pack(pages, "000.html", randomness("one")) == one
