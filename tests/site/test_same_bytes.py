"""A site made with what was kept from earlier builds is, byte for byte, the site that is made without."""

import tempfile
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bothways.pages.page import Page
from bothways.site.build import build
from bothways.site.cache import FOLDER, HOME, Cache
from bothways.site.compose import compose
from bothways.site.edition import Edition
from bothways.site.finish import GITIGNORE
from bothways.site.frame import Frame
from bothways.site.frame_kept import Frames
from bothways.site.workshop import Workshop
from folders import contents
from changing_home import WAYS, ChangingHome
from workbooks import TODAY

FIRST = ("add somebody", "add somebody", "add a line to the log", "add a talk", "change a chapter")


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
        beside = {path: data for path, data in contents(self._folder).items() if path.startswith(("content/", "mkdocs"))}
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
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.integers(0, 10_000), st.lists(st.lists(st.sampled_from(sorted(WAYS)), min_size=1, max_size=4), min_size=1, max_size=4))
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
