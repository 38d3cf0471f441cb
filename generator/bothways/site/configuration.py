"""The person's `mkdocs.yml`, read so that its slips are problems with a line, like those of the workbook."""

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import ConfigurationError

from bothways.problems import Place, Problem, ProblemsFound
from bothways.site.home import FILE, PLUGIN, Settings, docs_folder, own_pages
from bothways.site.plugin import BothwaysPlugin, folder_of
from bothways.site.remarks import listening

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
    config.load_dict({"docs_dir": str(docs_folder(path.parent, str(config["docs_dir"]))), "strict": False})
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


def settings_by_mkdocs(folder: Path) -> Settings:
    """The settings, read as MkDocs reads them. Raises `ProblemsFound` for a `mkdocs.yml` that cannot be used."""
    with listening():
        config = read_configuration(folder)
    plugin = plugin_of(config)
    workbook = folder_of(config) / plugin.config.workbook
    return Settings(
        workbook=workbook,
        content=own_pages(folder_of(config), Path(config.docs_dir), workbook),
        site=Path(config.site_dir),
        today=plugin.config.today,
        guide_only=plugin.config.guide_only,
        sharing=plugin.config.sharing,
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


def _slip(key: str, message: str, text: str) -> Problem:
    lines = text.splitlines()
    line = next((number for number, line in enumerate(lines, 1) if line.startswith(f"{key}:")), 1)
    return Problem(Place(FILE, line), "mkdocs-yml", f"{key}: {message}", field=key)
