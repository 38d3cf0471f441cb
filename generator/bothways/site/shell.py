"""The shell: Material's theme with our few files laid over it."""

import os
from pathlib import Path

from jinja2 import Environment, FileSystemLoader
from mkdocs.theme import Theme

from bothways.pages.compiled import CompiledTemplates

OUR_FILES = Path(__file__).parent / "theme"

NEVER = {
    "navigation.instant",
    "navigation.instant.prefetch",
    "navigation.instant.preview",
    "navigation.instant.progress",
    "search.suggest",
}
"""Features that do not work when a page is opened as a file."""

FEATURES = (
    "navigation.tabs",
    "navigation.sections",
    "navigation.indexes",
    "navigation.footer",
    # The guide's chapters are listed on guide pages only: 30 lines less on each of 2,000 people.
    "navigation.prune",
    "search.highlight",
    "toc.follow",
)

PALETTE = [
    {
        "media": "(prefers-color-scheme)",
        "scheme": "default",
        "primary": "custom",
        "accent": "custom",
        "toggle": {"icon": "material/brightness-auto", "name": "Switch to light"},
    },
    {
        "media": "(prefers-color-scheme: light)",
        "scheme": "default",
        "primary": "custom",
        "accent": "custom",
        "toggle": {"icon": "material/weather-sunny", "name": "Switch to dark"},
    },
    {
        "media": "(prefers-color-scheme: dark)",
        "scheme": "slate",
        "primary": "custom",
        "accent": "custom",
        "toggle": {"icon": "material/weather-night", "name": "Follow the system"},
    },
]


class Shell(Theme):
    """Material, found without a walk over its ten thousand icon files."""

    _environment: Environment | None = None

    def get_env(self) -> Environment:
        """The theme's templates, compiled once a build: the search plugin asks three times for them."""
        if self._environment is None:
            self._environment = super().get_env()
            self._environment.loader = _ThemeFiles(self.dirs)
            self._environment.bytecode_cache = CompiledTemplates()
        return self._environment


def shell_from(theme: Theme) -> Shell:
    """Our shell, with what the person set for Material kept where it can be. Any other theme is replaced."""
    wishes = dict(theme) if theme.name == "material" else {}
    for ours in ("name", "locale", "font"):
        wishes.pop(ours, None)
    wanted = [*FEATURES, *wishes.pop("features", [])]
    icons = {"logo": "bothways/both"} | (wishes.pop("icon", None) or {})
    palette = wishes.pop("palette", None) or PALETTE
    custom = theme.custom_dir if theme.name == "material" else None
    shell = Shell(
        name="material",
        custom_dir=custom,
        **wishes,
        # Material would ask Google for its fonts.
        font=False,
        features=[feature for feature in dict.fromkeys(wanted) if feature not in NEVER],
        palette=palette,
        icon=icons,
    )
    shell["favicon"] = "assets/bothways/mark.svg"
    shell.dirs.insert(1 if custom else 0, str(OUR_FILES))
    # MkDocs' own templates, last of all: a site map, which lists every page with the day of the build.
    shell.dirs.pop()
    shell.static_templates.discard("sitemap.xml")
    return shell


class _ThemeFiles(FileSystemLoader):
    def list_templates(self) -> list[str]:
        found: set[str] = set()
        for top in self.searchpath:
            for folder, folders, names in os.walk(top):
                folders[:] = [name for name in folders if not name.startswith(".")]
                found.update(Path(folder, name).relative_to(top).as_posix() for name in names)
        return sorted(found)
