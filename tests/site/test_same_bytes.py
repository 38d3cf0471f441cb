"""A site made with what was kept from earlier builds is, byte for byte, the site that is made without."""

import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from bothways.housekeeping import CACHE, HOUSEKEEPING
from bothways.pages.page import Page
from bothways.site import cache
from bothways.site.build import build
from bothways.site.cache import Cache
from bothways.site.compose import compose
from bothways.site.edition import Edition
from bothways.site.finish import GITIGNORE
from bothways.site.frame import Frame
from bothways.site.frame_kept import Frames
from bothways.site.workshop import Workshop
from changing_home import WAYS, ChangingHome
from folders import contents
from workbooks import TODAY

FIRST = ("add somebody", "add somebody", "add a line to the log", "add a talk", "change a chapter")

CHANGES = st.lists(st.sampled_from(sorted(WAYS)), min_size=1, max_size=4)


@pytest.fixture(scope="module")
def fresh_frames() -> Iterator[None]:
    """Makes each frame once for all sites that are made fresh.

    They are told apart by every byte that a home has beside its workbook, and not by anything of ours.
    """
    made: dict[object, Frame] = {}
    make = Frames.make

    def make_once(self: Frames, outline, files, settings) -> Frame:
        if self._cache._home is not None:
            return make(self, outline, files, settings)
        beside = {
            path: data for path, data in contents(self._folder).items() if path.startswith(("content/", "mkdocs"))
        }
        key = outline, tuple(sorted(beside.items()))
        if key not in made:
            made[key] = make(self, outline, files, settings)
        return made[key]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Frames, "make", make_once)
        yield


def edition(home: Path) -> Edition:
    return compose(home / "workbook", TODAY, guide_only=False)


def built(home: Path) -> dict[str, bytes]:
    """The site, with whatever is kept."""
    return contents(build(home, home / "site", lambda: edition(home)).out)


def fresh(home: Path) -> dict[str, bytes]:
    """The site, with nothing kept."""
    site = Workshop(home, Cache(None)).site(lambda: edition(home))
    return {address: site.read(address) or b"" for address in site.addresses()} | {".gitignore": GITIGNORE.encode()}


def different(one: dict[str, bytes], other: dict[str, bytes]) -> list[str]:
    """The addresses at which two sites are not the same."""
    return sorted(address for address in one.keys() | other.keys() if one.get(address) != other.get(address))


@pytest.mark.usefixtures("fresh_frames")
@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.too_slow], phases=[Phase.generate])
@given(st.integers(0, 10_000), st.lists(CHANGES, min_size=1, max_size=3))
def test_whatever_is_changed_a_build_is_the_one_that_knows_nothing_of_earlier_ones(seed, builds):
    """Any changes, in any order, with a build now and then."""
    with tempfile.TemporaryDirectory() as place:
        home = ChangingHome(Path(place), Random(seed))
        for ways in (FIRST, *builds):
            for way in ways:
                home.change(way)
            home.write()
            made = built(home.folder)
            assert "people/index.html" in made
        assert different(made, fresh(home.folder)) == []


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home that was built once, with all that was kept."""
    home = ChangingHome(tmp_path_factory.mktemp("kept"), Random(1))
    for way in FIRST:
        home.change(way)
    home.write()
    built(home.folder)
    return home.folder


@pytest.fixture
def home(kept: Path, tmp_path: Path) -> Path:
    """The same, to change. With a change in it already, so that there is something to build."""
    shutil.copytree(kept, tmp_path / "home")
    people = tmp_path / "home" / "workbook" / "people.yaml"
    people.write_text(people.read_text(encoding="utf-8") + "- name: Ada New\n", encoding="utf-8")
    return tmp_path / "home"


@pytest.mark.usefixtures("fresh_frames")
def test_a_page_whose_change_is_not_noticed_makes_another_site(home, monkeypatch):
    """The control: pages that tell nothing of what they are made of but where they are."""
    monkeypatch.setattr(Page, "digest", lambda self, _: self.address)
    built(home)
    people = home / "workbook" / "people.yaml"
    people.write_text(people.read_text(encoding="utf-8") + "  role: pilot\n", encoding="utf-8")
    assert "people/ada-new.html" in different(built(home), fresh(home))


DAMAGES: dict[str, Callable[[bytes], bytes]] = {
    "cut short": lambda data: data[: len(data) // 2],
    "empty": lambda _: b"",
    "one byte another": lambda data: data[:-9] + bytes([data[-9] ^ 1]) + data[-8:],
    "a letter put for another": lambda data: data.replace(b"Dana", b"Dora").replace(b"Okafor", b"Okafur"),
    "another version's": lambda data: data.replace(b"cache 1", b"cache 0", 1),
    "somebody else's": lambda _: b"{}",
}


@pytest.mark.parametrize("damage", DAMAGES)
@pytest.mark.usefixtures("fresh_frames")
def test_what_is_damaged_is_thrown_away(home, damage):
    """Every file of the cache at once; the site is as if there were none, and the next one finds whole files again."""
    files = [path for path in (home / CACHE).iterdir() if path.name != ".gitignore"]
    assert len(files) >= 3
    for path in files:
        path.write_bytes(DAMAGES[damage](path.read_bytes()))
    assert different(built(home), fresh(home)) == []
    assert different(built(home), fresh(home)) == []


@pytest.mark.usefixtures("fresh_frames")
def test_what_another_program_kept_is_thrown_away(home, monkeypatch):
    """Another version of bothways, of Python or of a library may make other pages of the same words."""
    made = []
    make = Frames.make
    monkeypatch.setattr(Frames, "make", lambda self, *asked: made.append(1) or make(self, *asked))
    monkeypatch.setattr(cache, "program", lambda: "another")
    built(home)
    assert made == [1]


@pytest.mark.usefixtures("fresh_frames")
def test_the_cache_of_another_home_is_of_no_use(home, kept, tmp_path):
    """Copied by mistake: what it says of pages holds only for pages made of the same."""
    other = ChangingHome(tmp_path / "other", Random(2))
    for way in FIRST[:2]:
        other.change(way)
    other.write()
    shutil.copytree(kept / HOUSEKEEPING, other.folder / HOUSEKEEPING)
    assert different(built(other.folder), fresh(other.folder)) == []


@pytest.mark.usefixtures("fresh_frames")
def test_a_file_that_somebody_changed_in_the_site_is_made_anew(home):
    """Or took away, or put beside."""
    whole = built(home)
    (home / "site" / "people" / "index.html").write_text("mine", encoding="utf-8")
    (home / "site" / "progress.html").unlink()
    (home / "site" / "mine.html").write_text("mine", encoding="utf-8")
    assert built(home) == whole
