"""The making of a frame: MkDocs and Material, run once, with stand-ins for the workbook's pages."""

import tempfile

from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort

from bothways.problems import ProblemsFound
from bothways.site.configuration import plugin_of
from bothways.site.frame import Frame
from bothways.site.guide import Guide
from bothways.site.outline import Outline
from bothways.site.remarks import listening, problems_from


def make_frame(config: MkDocsConfig, outline: Outline, guide: Guide) -> Frame:
    """The frame for editions of this outline. Raises `ProblemsFound` for what is wrong in a chapter."""
    plugin = plugin_of(config)
    plugin.wanted = outline, guide
    with listening() as heard, tempfile.TemporaryDirectory(prefix="bothways-") as place:
        config.site_dir = place
        try:
            mkdocs_build(config)
        except Abort as abort:
            raise ProblemsFound(problems_from(heard, guide.chapter_at)) from abort
    if problems := problems_from(heard, guide.chapter_at):
        raise ProblemsFound(problems)
    assert plugin.frame is not None
    return plugin.frame
