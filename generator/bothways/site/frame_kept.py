"""Frames that were made before, kept by what they were made of; a new one where there is none."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from bothways.site.cache import Cache
from bothways.site.frame import Frame
from bothways.site.frame_file import packed, unpacked
from bothways.site.guide import read_guide
from bothways.site.guide_files import GuideFile
from bothways.site.home import Settings
from bothways.site.outline import Outline, as_text, frame_made_of, frame_name

if TYPE_CHECKING:
    from bothways.site.framing import Framing


Keep = Callable[[Callable[[], None]], None]
"""Says when something is kept."""


def at_once(job: Callable[[], None]) -> None:
    """It is kept now."""
    job()


class Frames:
    """The frames of one folder, the one with `mkdocs.yml`."""

    def __init__(self, folder: Path, cache: Cache, keep: Keep = at_once) -> None:
        """`keep` is given what puts a new frame into the cache: now, or when nobody waits."""
        self._folder, self._cache, self._keep = folder, cache, keep
        self._last: dict[str, Frame] = {}
        self._framing: Framing | None = None
        self._asked: tuple[str, str | None] = ("", None)
        """What MkDocs was last run for."""

    def kept(self, outline: Outline, files: Sequence[GuideFile], settings: Settings) -> Frame | None:
        """The frame for editions of this outline, if it was made before. `files`: the guide's."""
        if settings.made_of is None:
            return None
        made_of = frame_made_of(outline, files, settings.made_of)
        # Who has made one here makes the next from it: it is sooner made than looked for.
        if made_of not in self._last and self._framing is None:
            data = self._cache.get(frame_name(outline), made_of)
            self._last = {made_of: unpacked(data)} if data else {}
        return self._last.get(made_of)

    def make(self, outline: Outline, files: Sequence[GuideFile], settings: Settings) -> Frame:
        """A new one. Raises `ProblemsFound` for what is wrong in `mkdocs.yml` or a chapter."""
        # They bring MkDocs, which takes longer to load than a second build takes in all.
        from bothways.site.chapters_kept import KeptChapters  # noqa: PLC0415
        from bothways.site.configuration import read_configuration  # noqa: PLC0415
        from bothways.site.framing import Framing  # noqa: PLC0415

        guide = read_guide(self._folder, settings.content)
        asked = as_text(outline), settings.made_of
        if self._framing is None or self._asked != asked or settings.made_of is None or not self._framing.follow(guide):
            self._framing = None
            config = read_configuration(self._folder)
            kept = KeptChapters(outline, config) if settings.made_of is not None else None
            self._framing, self._asked = Framing(config, outline, guide, kept), asked
        frame = self._framing.frame
        if settings.made_of is not None:
            made_of = frame_made_of(outline, files, settings.made_of)
            self._keep(lambda: self._cache.put(frame_name(outline), made_of, packed(frame)))
            self._last = {made_of: frame}
        return frame
