"""The build: a whole site, checked, in the place of the old one; or the old one untouched."""

from dataclasses import dataclass
from pathlib import Path

from mkdocs.commands.build import build as mkdocs_build
from mkdocs.exceptions import Abort

from bothways.problems import Place, Problem, ProblemsFound
from bothways.site.check import Flaw, flaws
from bothways.site.configuration import plugin_of, read_configuration
from bothways.site.edition import ReadEdition
from bothways.site.finish import is_ours
from bothways.site.guide import Guide
from bothways.site.inputs import own_pages, read_inputs
from bothways.site.remarks import broken_anchor, broken_link, listening, other_host, problems_from
from bothways.site.swap import fresh_folder, put_right, swap

IN_WORDS = {"broken-link": broken_link, "broken-anchor": broken_anchor, "other-host": other_host}


class NotOurs(Exception):
    """The folder to write into holds something that no build of ours made."""


@dataclass(frozen=True)
class Built:
    """What a build made."""

    out: Path
    """The folder, without symbolic links in its path."""
    pages: int
    """How many pages one can open."""


def build(folder: Path, out: Path, read_edition: ReadEdition) -> Built:
    """Builds the site of `folder`, the one with `mkdocs.yml`, into `out`.

    Raises `ProblemsFound` when the workbook, the guide or `mkdocs.yml` cannot be used, and `NotOurs` when `out` is
    somebody else's folder. Whatever is raised, `out` is what it was.
    """
    out = out.resolve()
    put_right(out)
    if not is_ours(out):
        raise NotOurs(f"{out} holds files that bothways did not make. Choose an empty folder, or a new one.")
    with fresh_folder(out) as fresh:
        pages = render(folder, fresh, read_edition)
        swap(fresh, out)
    return Built(out, pages)


def render(folder: Path, site: Path, read_edition: ReadEdition) -> int:
    """Writes the site into the empty folder `site`, checks it, and gives the number of its pages."""
    with listening() as heard:
        config = read_configuration(folder, site)
        plugin = plugin_of(config)
        content = own_pages(config, plugin.workbook_of(config))
        edition, guide = plugin.inputs = read_inputs(config, content, read_edition)
        try:
            mkdocs_build(config)
        except Abort as abort:
            raise ProblemsFound(problems_from(heard, guide.chapter_at)) from abort
    problems = problems_from(heard, guide.chapter_at) or [_problem(flaw, guide) for flaw in flaws(site)]
    if problems:
        raise ProblemsFound(problems)
    return len(edition.pages) + len(guide.chapters)


def _problem(flaw: Flaw, guide: Guide) -> Problem:
    """The flaw in words, with its line where the page is a chapter."""
    chapter = guide.chapter_at(flaw.page.removesuffix(".html") + ".md")
    place = chapter.place_of(flaw.link) if chapter else Place(flaw.page)
    return IN_WORDS[flaw.kind](flaw.link, place)
