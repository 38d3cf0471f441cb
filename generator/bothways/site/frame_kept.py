"""Frames that were made before, kept by what they were made of; a new one where there is none."""

from collections.abc import Sequence
from pathlib import Path

from bothways.site.cache import Cache
from bothways.site.frame import Frame
from bothways.site.frame_ahead import frame_name, made_of_all
from bothways.site.frame_file import packed, unpacked
from bothways.site.guide import read_guide
from bothways.site.guide_files import GuideFile
from bothways.site.home import Settings
from bothways.site.outline import Outline


class Frames:
    """The frames of one folder, the one with `mkdocs.yml`."""

    def __init__(self, folder: Path, cache: Cache) -> None:
        self._folder, self._cache = folder, cache
        self._last: dict[str, Frame] = {}

    def kept(self, outline: Outline, files: Sequence[GuideFile], settings: Settings) -> Frame | None:
        """The frame for editions of this outline, if it was made before. `files`: the guide's."""
        if settings.made_of is None:
            return None
        made_of = made_of_all(outline, files, settings.made_of)
        if made_of not in self._last:
            data = self._cache.get(frame_name(outline), made_of)
            self._last = {made_of: unpacked(data)} if data else {}
        return self._last.get(made_of)

    def make(self, outline: Outline, files: Sequence[GuideFile], settings: Settings) -> Frame:
        """A new one. Raises `ProblemsFound` for what is wrong in `mkdocs.yml` or a chapter."""
        # They bring MkDocs, which takes longer to load than a second build takes in all.
        from bothways.site.configuration import read_configuration  # noqa: PLC0415
        from bothways.site.framing import make_frame  # noqa: PLC0415

        guide = read_guide(self._folder, settings.content)
        frame = make_frame(read_configuration(self._folder), outline, guide)
        if settings.made_of is not None:
            made_of = made_of_all(outline, files, settings.made_of)
            self._cache.put(frame_name(outline), made_of, packed(frame))
            self._last = {made_of: frame}
        return frame
