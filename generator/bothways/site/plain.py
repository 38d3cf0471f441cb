"""What plain `mkdocs build` and `mkdocs serve` need beside the frame: the workbook, read and filled in."""

from datetime import date
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.utils import clean_directory

from bothways.problems import ProblemsFound
from bothways.site.compose import compose
from bothways.site.edition import Edition
from bothways.site.frame import Frame
from bothways.site.guide import Guide
from bothways.site.inputs import read_inputs
from bothways.site.whole import Site
from bothways.site.written import write


def read(folder: Path, workbook: Path, content: Path | None, day: date, *, guide_only: bool) -> tuple[Edition, Guide]:
    """The edition, and the guide. Raises MkDocs' own error, so that MkDocs says what is wrong and stops."""
    try:
        return read_inputs(folder, content, lambda: compose(workbook, day, guide_only))
    except ProblemsFound as found:
        raise PluginError(f"\n{found}") from found


def fill(config: MkDocsConfig, edition: Edition, guide: Guide, frame: Frame) -> None:
    """Puts the whole site in the place of what MkDocs has written."""
    clean_directory(config.site_dir)
    write(Site(edition, guide.pictures, frame), Path(config.site_dir))
