"""The workshop: makes the site of one folder, again and again, and keeps what stays the same."""

from pathlib import Path

from bothways.problems import ProblemsFound
from bothways.site.cache import Cache
from bothways.site.edition import Edition, ReadEdition
from bothways.site.frame_ahead import Ahead
from bothways.site.frame_kept import Frames, Keep, at_once
from bothways.site.gists import Gists
from bothways.site.guide import files_of_guide
from bothways.site.home import Settings, read_settings
from bothways.site.inputs import read_inputs
from bothways.site.whole import Site


class Workshop:
    """Makes the site of one folder."""

    def __init__(self, folder: Path, cache: Cache | None = None, keep: Keep = at_once) -> None:
        """`folder`: the one with `mkdocs.yml`. What is kept from build to build lies beside it; `keep` says when."""
        self._folder = folder
        cache = cache or Cache(folder)
        self._frames, self._gists = Frames(folder, cache, keep), Gists(cache)
        self._last: Site | None = None

    def site(self, read_edition: ReadEdition, ahead: Ahead | None = None) -> Site:
        """The site as the files are now. Its pages are rendered when they are read.

        `ahead`: a process that makes the frame. Raises `ProblemsFound` when the workbook, the guide or `mkdocs.yml`
        cannot be used.
        """
        settings = read_settings(self._folder)
        edition = self._edition(read_edition, settings)
        if ahead:
            _render_while(ahead, edition)
        files = files_of_guide(settings.content)
        asked = edition.outline, files, settings
        frame = self._frames.kept(*asked) or self._frames.make(*asked)
        pictures = [file for file in files if not file.is_chapter]
        last = self._last
        if last is None or last.edition is not edition or last.frame is not frame or last.pictures != pictures:
            self._last = last = Site(edition, pictures, frame, self._gists)
        return last

    def _edition(self, read_edition: ReadEdition, settings: Settings) -> Edition:
        try:
            return read_edition()
        except ProblemsFound as found:
            slips = found

        def slipped() -> Edition:
            raise slips

        # Together with the problems of the guide.
        return read_inputs(self._folder, settings.content, slipped)[0]


def _render_while(ahead: Ahead, edition: Edition) -> None:
    """Renders bodies, which need no frame, until the frame is there."""
    for page in edition.pages:
        if ahead.poll() is not None:
            return
        page.html  # noqa: B018  # it is made now, and kept
    ahead.wait()
