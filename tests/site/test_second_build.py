"""A second build does again only what has changed. Counted, not timed."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest

from bothways.housekeeping import CACHE
from bothways.pages.page import Page
from bothways.site import frame_ahead
from bothways.site.build import build
from bothways.site.cache import Cache
from bothways.site.compose import compose
from bothways.site.frame_ahead import made_ahead
from bothways.site.frame_kept import Frames
from bothways.site.outline import GUIDE_ALONE, WHOLE, as_text, from_text
from changing_home import ChangingHome
from workbooks import EXAMPLE, TODAY

LOADED = "import json, sys; sys.argv = ['bothways', *sys.argv[1:]]\ntry:\n    import bothways.__main__\nexcept SystemExit:\n    pass\n"
LOADED += "print('\\n' + json.dumps(sorted({name.partition('.')[0] for name in sys.modules} | set(sys.modules))))"


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> ChangingHome:
    """A home of four people that was built once."""
    home = ChangingHome(tmp_path_factory.mktemp("kept"), Random(3))
    for _ in range(4):
        home.change("add somebody")
    home.write()
    made(home)
    return home


class Counted:
    """What a build did."""

    def __init__(self, patch: pytest.MonkeyPatch) -> None:
        self.rendered: list[str] = []
        self.frames = 0
        body, make = Page._marked, Frames.make

        def counted_body(page: Page) -> str:
            self.rendered.append(page.address)
            return body(page)

        def counted_frame(frames, *asked):
            self.frames += 1
            return make(frames, *asked)

        patch.setattr(Page, "_marked", counted_body)
        patch.setattr(Frames, "make", counted_frame)


@pytest.fixture
def counted() -> Iterator[Counted]:
    with pytest.MonkeyPatch.context() as patch:
        yield Counted(patch)


def made(home: ChangingHome) -> Path:
    return build(home.folder, home.folder / "site", lambda: edition(home)).out


def edition(home: ChangingHome):
    return compose(home.folder / "workbook", TODAY, guide_only=False)


def files(site: Path) -> dict[str, tuple[int, int]]:
    """Every file, with what tells it from another one of the same name: which it is, and when it was written."""
    found = ((path, path.stat()) for path in site.rglob("*") if path.is_file())
    return {path.relative_to(site).as_posix(): (about.st_ino, about.st_mtime_ns) for path, about in found}


def test_nothing_is_done_where_nothing_has_changed(kept, counted):
    """No page rendered, no frame made, no file touched."""
    before = files(kept.folder / "site")
    made(kept)
    assert counted.rendered == []
    assert counted.frames == 0
    assert files(kept.folder / "site") == before


def test_a_change_writes_the_pages_that_show_it(kept, counted):
    """Somebody's notes: their own page, and what the search finds."""
    before = files(kept.folder / "site")
    who = kept.somebody()
    who["notes"] = "Something else"
    kept.write()
    after = files(made(kept))
    address = next(page.address for page in edition(kept).pages if page.title == who["name"])
    assert address in counted.rendered
    assert len(set(counted.rendered)) < 4
    changed = {name for name in after if after[name] != before[name]}
    assert changed == {address, "search/search_index.json", "search/search_index.js"}


def test_a_line_above_others_leaves_the_pages_of_those_below(kept, counted):
    """They move down in their file, and no page shows a line."""
    first = next(iter(kept.people.values()))
    text = (kept.folder / first["file"]).read_text(encoding="utf-8")
    (kept.folder / first["file"]).write_text("# a remark\n\n" + text, encoding="utf-8")
    made(kept)
    assert counted.rendered == []
    kept.write()


def test_mkdocs_is_called_for_a_chapter_and_not_for_a_person(kept, counted):
    """The guide and the theme make the frame; people are put into it."""
    kept.change("add somebody")
    kept.write()
    made(kept)
    assert counted.frames == 0
    kept.texts["content/mine.md"] = "# Mine\n"
    kept.write()
    assert "guide/mine.html" in files(made(kept))
    assert counted.frames == 1


def test_where_nothing_can_be_kept_everything_is_made_anew(kept, counted, monkeypatch):
    """A folder that is not to be written to is built all the same."""
    monkeypatch.setattr(Cache, "get", lambda *_: None)
    monkeypatch.setattr(Cache, "put", lambda *_: None)
    made(kept)
    assert counted.frames == 1
    assert "progress.html" in counted.rendered


def test_what_is_kept_keeps_itself_out_of_version_control(kept):
    """It tells of people."""
    assert (kept.folder / CACHE / ".gitignore").read_text().splitlines()[-1] == "*"


def test_a_change_in_mkdocs_yml_that_reaches_other_files_is_never_kept(kept, counted):
    """Files of the theme's that are the person's own, other plugins: what they do is not known here."""
    kept.texts["mkdocs.yml"] = "site_name: A\ntheme: {name: material, custom_dir: mine}\nplugins: [bothways]\n"
    (kept.folder / "mine").mkdir()
    kept.write()
    made(kept)
    made(kept)
    assert counted.frames == 2


def test_the_outline_is_known_before_the_workbook_is_read():
    """So that the frame can be made meanwhile. A page in a new place needs an entry in `pages.navigation`."""
    assert compose(EXAMPLE, TODAY, guide_only=False).outline == WHOLE
    assert compose(EXAMPLE, TODAY, guide_only=True).outline == GUIDE_ALONE
    assert from_text(as_text(WHOLE)) == WHOLE


def test_a_frame_made_ahead_is_found_and_not_made_again(tmp_path, counted):
    """Another process fills the cache, and the build waits for it."""
    home = ChangingHome(tmp_path, Random(4))
    home.write()
    with made_ahead(tmp_path, WHOLE) as ahead:
        assert ahead is not None
        build(tmp_path, tmp_path / "site", lambda: edition(home), ahead)
    assert counted.frames == 0
    with made_ahead(tmp_path, WHOLE) as ahead:
        assert ahead is None


def test_a_process_that_fails_to_make_it_does_not_matter(tmp_path, counted, monkeypatch):
    """The build makes its own."""
    home = ChangingHome(tmp_path, Random(5))
    home.write()
    monkeypatch.setattr(frame_ahead, "as_text", lambda _: "nonsense")
    with frame_ahead.made_ahead(tmp_path, WHOLE) as ahead:
        build(tmp_path, tmp_path / "site", lambda: edition(home), ahead)
    assert counted.frames == 1


@pytest.mark.parametrize(
    ("words", "never"),
    [
        (
            ["--help"],
            {"mkdocs", "material", "jinja2", "pydantic", "cryptography", "PIL", "markdown", "yaml", "watchdog"},
        ),
        (["today"], {"mkdocs", "material", "jinja2", "cryptography", "PIL", "markdown", "nh3", "watchdog", "werkzeug"}),
        (
            ["log", "--help"],
            {"mkdocs", "material", "jinja2", "pydantic", "cryptography", "PIL", "markdown", "watchdog"},
        ),
        (["build", "--quiet"], {"mkdocs", "material", "cryptography", "PIL", "watchdog", "werkzeug", "weasyprint"}),
    ],
    ids=["help", "today", "log", "a second build"],
)
def test_a_command_loads_only_what_it_needs(kept, words, never):
    """What is loaded costs every run. A second build needs no MkDocs."""
    kept.texts.pop("mkdocs.yml", None)
    kept.write()
    if words[0] == "build":
        subprocess.run([sys.executable, "-m", "bothways", *words], cwd=kept.folder, check=True)
    ran = subprocess.run([sys.executable, "-c", LOADED, *words], cwd=kept.folder, check=True, capture_output=True)
    loaded = set(json.loads(ran.stdout.splitlines()[-1]))
    assert "click" in loaded
    assert loaded & never == set()
