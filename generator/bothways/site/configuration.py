"""The person's `mkdocs.yml`, read so that its slips are problems with a line, like those of the workbook."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import ConfigurationError

from bothways.problems import Place, Problem, ProblemsFound
from bothways.site.guide_files import guide_folder
from bothways.site.inputs import OWN_PAGES, own_pages
from bothways.site.plugin import BothwaysPlugin
from bothways.site.remarks import listening

FILE = "mkdocs.yml"
PLUGIN = "bothways"
DEFAULT_NAME = "bothways"


def read_configuration(folder: Path, site: Path | None = None) -> MkDocsConfig:
    """The configuration for a build of `folder` into `site`. A folder without `mkdocs.yml` is taken as it is.

    Raises `ProblemsFound`.
    """
    path = folder.resolve() / FILE
    config = MkDocsConfig(config_file_path=str(path))
    config["site_name"] = DEFAULT_NAME
    if path.is_file():
        _load(path, config)
    config.load_dict({"docs_dir": str(_docs_dir(config, path.parent)), "strict": False})
    if site is not None:
        config.load_dict({"site_dir": str(site.resolve())})
    failed, _ = config.validate()
    if failed:
        text = path.read_text(encoding="utf-8") if path.is_file() else ""
        raise ProblemsFound(_slip(str(key), str(error), text) for key, error in failed)
    if PLUGIN not in config.plugins:
        plugin = BothwaysPlugin()
        plugin.load_config({}, config.config_file_path)
        config.plugins[PLUGIN] = plugin
    return config


@dataclass(frozen=True)
class Settings:
    """What `mkdocs.yml` says about the folders and the day; a command's options come before it."""

    workbook: Path
    content: Path | None
    """The folder of the person's own guide pages, if there is one."""
    site: Path
    """Where the site goes."""
    today: date | None
    """Nothing: the clock's day."""
    guide_only: bool


def read_settings(folder: Path) -> Settings:
    """The settings of the site in `folder`. Raises `ProblemsFound` for a `mkdocs.yml` that cannot be used."""
    with listening():
        config = read_configuration(folder)
    plugin = plugin_of(config)
    workbook = plugin.workbook_of(config)
    return Settings(
        workbook=workbook,
        content=own_pages(config, workbook),
        site=Path(config.site_dir),
        today=plugin.config.today,
        guide_only=plugin.config.guide_only,
    )


def plugin_of(config: MkDocsConfig) -> BothwaysPlugin:
    """Our plugin in it."""
    plugin = config.plugins[PLUGIN]
    assert isinstance(plugin, BothwaysPlugin)
    return plugin


def _load(path: Path, config: MkDocsConfig) -> None:
    try:
        with path.open("rb") as file:
            config.load_file(file)
    except ConfigurationError as error:
        mark = getattr(error.__context__, "problem_mark", None)
        place = Place(FILE, mark.line + 1, mark.column + 1) if mark else Place(FILE)
        message = "This file cannot be read as YAML."
        raise ProblemsFound([Problem(place, "yaml", message, "Look at the spaces at the line's beginning.")]) from error


def _docs_dir(config: MkDocsConfig, folder: Path) -> Path:
    """A folder that exists, as MkDocs insists: the one that is named, else `content/`, else the guide's own."""
    named = folder / str(config["docs_dir"])
    return next((place for place in (named, folder / OWN_PAGES) if place.is_dir()), guide_folder())


def _slip(key: str, message: str, text: str) -> Problem:
    lines = text.splitlines()
    line = next((number for number, line in enumerate(lines, 1) if line.startswith(f"{key}:")), 1)
    return Problem(Place(FILE, line), "mkdocs-yml", f"{key}: {message}", field=key)
