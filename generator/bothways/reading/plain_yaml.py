"""YAML that is not ours to judge: `mkdocs.yml`, read as plain texts, lists and fields."""

from typing import Any

import yaml

_Loader: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


def plain_yaml(text: str) -> Any:
    """What is written: dicts and lists of texts, whatever type another program would take a text for.

    None where it cannot be read; the program that it is for says why.
    """
    try:
        return yaml.load(text, Loader=_Loader)  # noqa: S506  # the base loader makes texts only
    except yaml.YAMLError:
        return None
