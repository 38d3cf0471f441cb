"""The plain folder, for a host with its own log-in."""

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from bothways.share.folder import NotOurs, for_a_host, write
from folders import contents
from shared import Shared, share
from workbooks import EXAMPLE


@pytest.fixture(scope="module")
def edition() -> Shared:
    """The example's edition."""
    return share(EXAMPLE)


def test_every_page_keeps_to_itself(edition: Shared) -> None:
    """Each says: not for search engines, tell nobody where a reader comes from, and run nothing but these scripts."""
    pages = {name: data for name, data in for_a_host(edition.files, edition.trusted).items() if name.endswith(".html")}
    assert len(pages) > 150
    for data in pages.values():
        head = data[: data.index(b"</head>")]
        assert head.count(b'<meta name="robots" content="noindex') == 1
        assert head.count(b'<meta name="referrer" content="no-referrer">') == 1
        assert head.index(b"Content-Security-Policy") < min(head.find(b"<script") % 10**6, head.find(b"<style") % 10**6)
        assert b"unsafe" not in head
        assert b'name="generator"' not in head


def test_nothing_tells_when_or_how_it_was_made(edition: Shared, tmp_path: Path) -> None:
    """No source maps, no remarks in pictures, the same day on every file, and the same bytes twice."""
    files = for_a_host(edition.files, edition.trusted)
    write(files, tmp_path / "one")
    write(files, tmp_path / "one")
    write(files, tmp_path / "other")
    assert contents(tmp_path / "one") == contents(tmp_path / "other")
    assert {path.stat().st_mtime for path in (tmp_path / "one").rglob("*")} == {315_532_800}
    for name, data in files.items():
        assert not name.endswith(".map")
        assert b"sourceMappingURL" not in data
        if name.endswith(".png"):
            with Image.open(BytesIO(data)) as picture:
                assert not picture.getexif()
                assert not {"date:create", "Software", "Author", "Comment"} & picture.info.keys()


def test_somebody_elses_folder_is_left_alone(edition: Shared, tmp_path: Path) -> None:
    """A folder with files that are not ours is not written to."""
    (tmp_path / "letter.txt").write_text("mine")
    with pytest.raises(NotOurs):
        write(for_a_host(edition.files, edition.trusted), tmp_path)
    assert contents(tmp_path) == {"letter.txt": b"mine"}


def test_what_only_a_reply_needs_stays_out(edition: Shared) -> None:
    """The marks of pages are for the locked file alone."""
    assert "reply.json" not in for_a_host(edition.files, edition.trusted)
