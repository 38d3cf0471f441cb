"""A chapter whose words have changed is rendered alone, and the frame is the one that a whole run would make."""

import pytest

from bothways.problems import ProblemsFound
from bothways.site import framing
from bothways.site.cache import Cache
from bothways.site.workshop import Workshop


@pytest.fixture
def runs(monkeypatch):
    """How often MkDocs was run: a number for each time."""
    counted = []
    build = framing.mkdocs_build
    monkeypatch.setattr(framing, "mkdocs_build", lambda config: counted.append(1) or build(config))
    return counted


class Desk:
    """A workshop that goes on, beside one that begins anew each time."""

    def __init__(self, home):
        self.home = home
        self.workshop = Workshop(home.folder, Cache(home.folder))

    def made(self):
        return self._files(self.workshop)

    def fresh(self):
        return self._files(Workshop(self.home.folder, Cache(None)))

    def _files(self, workshop):
        site = workshop.site(lambda: self.home.edition)
        return {address: site.read(address) for address in site.addresses()}


@pytest.fixture
def desk(home):
    home.write("content/mine.md", "# Mine\n\n## First\n\nWords.\n")
    home.write("content/other.md", "# Other\n\nTo [it](mine.md#first).\n")
    made = Desk(home)
    made.made()
    return made


@pytest.mark.parametrize(
    "words",
    [
        "# Mine\n\n## First\n\nOther words, and [why](why.md).\n",
        "# Mine\n\n## First\n\n## Second\n\n| a | |\n|-|-|\n| `openers` | |\n",
        "# Mine\n\n## First\n\n[Dana](../people/index.md)\n",
    ],
)
def test_words_alone_need_no_whole_run(desk, runs, words):
    """Headings, tables, links to what was linked to before or is in every site: all in one page."""
    desk.home.write("content/mine.md", words)
    made = desk.made()
    assert runs == []
    assert made == desk.fresh()


@pytest.mark.parametrize(
    "words",
    [
        "# Another title\n\n## First\n\nWords.\n",
        "---\ndescription: Said of it\n---\n# Mine\n\n## First\n\nWords.\n",
        "# Mine\n\n## First\n\n[Dana](../people/dana-okafor.md)\n",
    ],
)
def test_what_other_pages_show_needs_one(desk, runs, words):
    """A title is in the navigation; what is said of a page, in its head; a new link, to a page MkDocs has not met."""
    desk.home.write("content/mine.md", words)
    made = desk.made()
    assert runs == [1]
    assert made == desk.fresh()


def test_a_chapter_more_or_less_needs_one(desk, runs):
    """The navigation lists it."""
    desk.home.write("content/third.md", "# Third\n")
    assert desk.made() == desk.fresh()
    (desk.home.folder / "content" / "third.md").unlink()
    assert desk.made() == desk.fresh()
    assert len(runs) == 4


def test_a_slip_is_told_at_its_place_and_gone_when_it_is_put_right(desk, runs):
    """Whether it is in the chapter that has changed, or in one that leads to it."""
    for words, file in (
        ("# Mine\n\n## First\n\n[x](nowhere.md)\n", "content/mine.md"),
        ("# Mine\n\n## Renamed\n\nWords.\n", "content/other.md"),
    ):
        desk.home.write("content/mine.md", words)
        for _ in range(2):
            with pytest.raises(ProblemsFound) as found:
                desk.made()
            assert [problem.place.file for problem in found.value.problems] == [file]
        desk.home.write("content/other.md", "# Other\n\nTo [it](mine.md#first), still.\n")
        desk.home.write("content/mine.md", "# Mine\n\n## First\n\nWords.\n")
        made = desk.made()
        assert runs == []
        assert b"still" in made["guide/other.html"]
    assert made == desk.fresh()


def test_what_is_kept_later_may_never_be(desk, runs):
    """A server keeps a chapter's new words when nobody waits. Killed before, the next one finds what is not of them."""
    put_off = []
    server = Workshop(desk.home.folder, Cache(desk.home.folder), keep=put_off.append)
    desk.home.write("content/mine.md", "# Mine\n\n## First\n\nNew words.\n")
    assert b"New words" in server.site(lambda: desk.home.edition).read("guide/mine.html")
    assert len(runs) == len(put_off) == 1
    begun_anew = Workshop(desk.home.folder, Cache(desk.home.folder))
    assert b"New words" in begun_anew.site(lambda: desk.home.edition).read("guide/mine.html")
    assert len(runs) == 2


def test_what_is_kept_later_is_found(desk, runs):
    """The control: kept in time, and MkDocs is run once."""
    put_off = []
    server = Workshop(desk.home.folder, Cache(desk.home.folder), keep=put_off.append)
    desk.home.write("content/mine.md", "# Mine\n\n## First\n\nNew words.\n")
    server.site(lambda: desk.home.edition)
    put_off.pop()()
    begun_anew = Workshop(desk.home.folder, Cache(desk.home.folder))
    assert b"New words" in begun_anew.site(lambda: desk.home.edition).read("guide/mine.html")
    assert len(runs) == 1
