"""People may be called like anything that a page says by itself. Their names are hidden and found all the same."""

import re
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from bothways.audience.cleaning import Cleaned, Cleaner
from bothways.audience.edition import Cut, edition
from bothways.audience.profiles import Profile
from bothways.reading.library import read_library
from bothways.reading.workbook import read_workbook
from bothways.share.making import Made, StillThere, make
from bothways.share.scan import Find, finds
from bothways.share.twin import other_word, twin
from bothways.site.cache import Cache
from workbooks import GUIDE, TODAY, folder, workbook

SURNAMES = (
    "Script Main Page Search Title Content Header Html Palette Conversation Organisations Workbook Introduction Referrer "
    "Informational Remember Thursday Messages Stylesheet Believe Promised".split()
)
"""Words of tags, of attributes, of addresses, of the theme and of our own sentences."""
PEOPLE = "".join(
    f"- {{name: Zq{'aeiou'[n % 5]}v{'bdfgl'[n // 5]}x {name}, role: Baker, interests: [{name} makes bread]}}\n"
    for n, name in enumerate(SURNAMES)
)
FILES = {
    "me.yaml": "name: Ruth Amadi\ncoach: {name: Ines Stylesheeter, next_session: 2026-12-04}\n",
    "people.yaml": PEOPLE,
    "organisations.yaml": "- {name: Promisedland Bakery, website: 'https://promise.example.org', why: Bread}\n",
    "log.yaml": "- {date: 2026-11-02, who: Zqavbx Script, did: wrote, about: the introduction}\n",
    "conversations.yaml": "- {with: Zqevbx Main, date: 2026-11-20, learned: [Ask Title about leeks]}\n",
}


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Mapping[str, str]], tuple[Cut, Made]]:
    """Shares a workbook as `bothways share` does. The theme is made once."""
    library, cache = read_library(GUIDE), Cache(tmp_path_factory.mktemp("cache"))

    def share(files: Mapping[str, str]) -> tuple[Cut, Made]:
        place: Path = folder(dict(files), tmp_path_factory.mktemp("people"))
        cut = edition(read_workbook(place, library).workbook, Profile())
        return cut, make(cut, library, place, TODAY, cache=cache)

    return share


def test_somebody_may_be_called_like_a_word_of_every_page(shared) -> None:
    """The copy is made, and says their numbers instead of their names."""
    cut, made = shared(FILES)
    assert {"script", "informational"} <= cut.taken_out.words
    page = made.files["conversations/2026-11-20-person-2.html"].decode()
    assert re.search(r"Ask Person \d+ about leeks", page)
    assert "Stylesheeter" in made.files["index.html"].decode()


def test_their_names_are_found_all_the_same(shared, monkeypatch: pytest.MonkeyPatch) -> None:
    """The control: were texts not cleaned, every one of the surnames would stop the share, whatever a page says."""
    monkeypatch.setattr(Cleaner, "clean", lambda _cleaner, text, _about=(): Cleaned(text))
    with pytest.raises(StillThere) as stopped:
        shared(FILES)
    found = {find.string for find in stopped.value.found}
    # Words that are everyday ones are looked for only as part of the whole name.
    assert {name.lower() for name in SURNAMES} - found <= {"main", "page", "search", "title", "content", "header"}


OURS = b'<p class="title"><a href="script.html" title="Script">Script</a> %s</p>'
TWIN = {"a.html": OURS % b"zxcv", "b.html": b"<p>zxcv</p>"}


@pytest.mark.parametrize(
    "leak",
    [
        b"script",
        b"<b title='Script'>x</b>",
        b"<img alt=script>",
        b"<a href='people/script.html'>x</a>",
        b"Scr<b>ipt</b>",
        b"&#83;cript",
        b"c2NyaXB0IHNjcmlwdCBzY3JpcHQ=",
        b"Jscripter",
    ],
)
def test_what_a_page_says_more_often_than_its_twin_is_the_persons(leak: bytes) -> None:
    """In a text, a value of an attribute, an address, over tags, escaped, in Base64, or inside another word."""
    files = {"a.html": OURS % b"bread", "b.html": b"<p>" + leak + b"</p>"}
    assert finds(files, ["Script"], {}, lambda: TWIN) == (Find("Script", "b.html"),)
    assert finds({**files, "a.html": OURS % leak}, ["Script"], {}, lambda: TWIN)


def test_what_it_says_as_often_is_the_programs() -> None:
    """And with no twin at all it is a find: the lock fails closed."""
    files = {"a.html": OURS % b"bread", "b.html": b"<p>bread</p>"}
    assert finds(files, ["Script"], {}, lambda: TWIN) == ()
    assert finds(files, ["Script"]) == (Find("Script", "a.html"),)
    assert finds({"script.html": b"", **files}, ["Script"], {}, lambda: {"script.html": b"", **TWIN})


def test_a_twin_has_the_same_records_and_other_words() -> None:
    """Its ids, days and placeholders are the same, and so are texts of the guide's; no other word is."""
    own = workbook(
        {
            "people.yaml": "- {name: Dana Okafor, role: Head baker, met_on: 2026-10-01, notes: 'See https://a.example.org'}",
            "messages/hello.md": "---\ntitle: Hello\nfor: first-ask\n---\nDear {{ person.first_name }}, how are you?\n",
            "checklists.yaml": "- {checklist: Before, items: [Public words, My own words]}",
        }
    )
    other = twin(own, ["Public words"], ["Dana Other"])
    (dana,) = other.people
    assert (dana.id, dana.met_on, dana.name.split()[0]) == ("dana-okafor", own.people[0].met_on, "Dana")
    assert dana.name.split()[1] == other_word("Okafor")
    assert dana.notes.startswith(other_word("See"))
    assert "https://" in dana.notes
    assert "{{ person.first_name }}" in other.messages[0].body
    assert other.checklists[0].items[0].do == "Public words"
    assert "own" not in other.checklists[0].items[1].do
