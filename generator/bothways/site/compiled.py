"""Compiles our modules, our templates and the theme's ahead of time: `python -m bothways.site.compiled`.

Then the first build after an installation is as quick as the second, also where Python may write no compiled files.
"""

import compileall
import sys
from contextlib import suppress
from pathlib import Path

from jinja2 import Environment, TemplateAssertionError
from mkdocs.theme import Theme

import bothways
from bothways.pages.compiled import FOLDER
from bothways.pages.environment import environment
from bothways.site.shell import shell_from


def compile_all() -> None:
    """Compiles what has changed since it was compiled last."""
    compileall.compile_dir(Path(bothways.__file__).parent, quiet=1)
    FOLDER.mkdir(exist_ok=True)
    sys.dont_write_bytecode = False
    for templates in (environment(), shell_from(Theme(name="material")).get_env()):
        _compile(templates)


def _compile(templates: Environment) -> None:
    for name in templates.list_templates(["html", "css"]):
        # The theme's blog has words of its own, which only its plugin knows.
        with suppress(TemplateAssertionError):
            templates.get_template(name)


if __name__ == "__main__":
    compile_all()
