"""Compiles our modules, our templates and the theme's ahead of time, and renders the guide's chapters:
`python -m bothways.site.compiled`.

Then the first build after an installation is as quick as the second, also where Python may write no compiled files.
"""

import compileall
import sys
import tempfile
from contextlib import suppress
from pathlib import Path

from jinja2 import Environment, TemplateAssertionError
from mkdocs.theme import Theme

import bothways
from bothways.pages.compiled import FOLDER
from bothways.pages.environment import environment
from bothways.site.cache import Cache
from bothways.site.frame_kept import Frames
from bothways.site.guide import files_of_guide
from bothways.site.home import read_settings
from bothways.site.outline import GUIDE_ALONE, WHOLE
from bothways.site.shell import shell_from


def compile_all() -> None:
    """Compiles what has changed since it was compiled last."""
    compileall.compile_dir(Path(bothways.__file__).parent, quiet=1)
    FOLDER.mkdir(exist_ok=True)
    sys.dont_write_bytecode = False
    for templates in (environment(), shell_from(Theme(name="material")).get_env()):
        _compile(templates)
    _render_chapters()


def _render_chapters() -> None:
    """Renders the guide in an empty folder, beside a workbook and alone: what is new is kept."""
    with tempfile.TemporaryDirectory(prefix="bothways-") as place:
        settings = read_settings(Path(place))
        for outline in (WHOLE, GUIDE_ALONE):
            Frames(Path(place), Cache(None)).make(outline, files_of_guide(settings.content), settings)


def _compile(templates: Environment) -> None:
    for name in templates.list_templates(["html", "css"]):
        # The theme's blog has words of its own, which only its plugin knows.
        with suppress(TemplateAssertionError):
            templates.get_template(name)


if __name__ == "__main__":
    compile_all()
