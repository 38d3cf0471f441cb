"""`bothways new`: a folder ready to fill in."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from bothways.cli.starter import example_folder
from bothways.reading.kinds import BY_NAME, KINDS


@pytest.fixture
def fresh(run, tmp_path) -> Path:
    """A folder as `bothways new` makes it."""
    assert run("new", "mine", cwd=tmp_path).code == 0
    return tmp_path / "mine"


def test_it_ends_with_the_three_next_things_to_do(run, tmp_path):
    """Go there, write, look; the folder's name is quoted where it holds a space."""
    lines = run("new", "My way", cwd=tmp_path).out.splitlines()
    assert [line[:5] for line in lines[1:]] == ["  1. ", "  2. ", "  3. "]
    assert "My way" in lines[1]
    assert "bothways serve" in lines[3]


def test_json_lists_what_was_made(run, tmp_path):
    """One object with the folder and its files."""
    made = run("new", "mine", "--json", cwd=tmp_path).json
    assert made["folder"] == "mine"
    assert {"mkdocs.yml", "workbook/people.yaml", ".gitignore", "site/.gitignore"} <= set(made["files"])
    assert all((tmp_path / "mine" / file).is_file() for file in made["files"])


def test_every_kind_has_a_file(fresh):
    """A starter file for every kind, and one message."""
    for kind in KINDS:
        assert (fresh / "workbook" / f"{kind.name}.yaml").is_file()
    assert len(list((fresh / "workbook" / "messages").glob("*.md"))) == 1


def test_it_is_well_and_builds_as_it_is(run, fresh):
    """The starter files have not one hint, and make a site."""
    assert run("check", "--strict", cwd=fresh).out == "All is well.\n"
    ran = run("build", cwd=fresh)
    assert (ran.code, ran.err) == (0, "")
    assert "Nothing is due" in run("today", cwd=fresh).out


def test_plain_mkdocs_builds_it_too(fresh, tmp_path):
    """`mkdocs build` in the same folder works."""
    site = tmp_path / "plain"
    ran = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", str(site)],
        cwd=fresh, capture_output=True, text=True, env=os.environ | {"NO_MKDOCS_2_WARNING": "1"}, check=False,
    )  # fmt: skip
    assert ran.returncode == 0, ran.stderr
    assert (site / "index.html").is_file()


def test_the_examples_in_the_remarks_are_a_workbook(run, fresh):
    """Whoever takes the # away from all the examples has a workbook with nothing wrong in it."""
    changed = 0
    for path in (fresh / "workbook").glob("*.yaml"):
        text = path.read_text(encoding="utf-8")
        path.write_text(uncommented(text), encoding="utf-8")
        changed += uncommented(text) != text
    assert changed == len(KINDS)
    ran = run("check", cwd=fresh)
    assert (ran.code, "to look at" in ran.out) == (0, False), ran.out
    assert "Dana Okafor" in run("today", "--today", "2026-12-01", "--json", cwd=fresh).out


def test_the_remarks_speak_of_every_field(fresh):
    """The remarks are the documentation: each field of each kind is in its file; what all have is told once."""
    common = {"id", "tags", "notes", "private_notes", "private", "share", "files"}
    for kind in KINDS:
        text = (fresh / "workbook" / f"{kind.name}.yaml").read_text(encoding="utf-8")
        fields = set(kind.record.model_json_schema()["properties"])
        missing = [field for field in fields - common if not re.search(rf"\b{field}\b", text)]
        assert not missing, f"{kind.name}.yaml says nothing of {missing}"
    everybody = (fresh / "workbook" / "people.yaml").read_text(encoding="utf-8")
    assert all(re.search(rf"\b{field}\b", everybody) for field in common)


def test_every_file_points_the_editor_at_its_schema(fresh):
    """The first two lines, for two families of editors, name a schema that is there."""
    for kind in KINDS:
        first, second = (fresh / "workbook" / f"{kind.name}.yaml").read_text(encoding="utf-8").splitlines()[:2]
        where = f"../.bothways/schema/{kind.name}.schema.json"
        assert first == f"# yaml-language-server: $schema={where}"
        assert second == f"# $schema: {where}"
        assert (fresh / "workbook" / where).resolve().is_file()


def test_the_editor_settings_cover_every_kind(fresh):
    """The settings name the schema of every kind of YAML file, and each file is there."""
    schemas = json.loads((fresh / ".vscode" / "settings.json").read_text())["yaml.schemas"]
    assert [Path(path).name for path in schemas] == [f"{kind.name}.schema.json" for kind in KINDS]
    assert all((fresh / path).is_file() for path in schemas)
    for kind in KINDS:
        assert f"workbook/{kind.name}.yaml" in schemas[f"./.bothways/schema/{kind.name}.schema.json"]


def test_schemas_are_those_of_this_version(fresh):
    """One for each kind, messages included."""
    names = {path.name.removesuffix(".schema.json") for path in (fresh / ".bothways" / "schema").iterdir()}
    assert names == set(BY_NAME)


def test_a_site_cannot_be_committed_by_accident(fresh):
    """Git ignores the site in two ways, and what is there for the editor."""
    assert (fresh / "site" / ".gitignore").read_text().splitlines()[-1] == "*"
    assert {"/site/", "/.bothways/"} <= set((fresh / ".gitignore").read_text().splitlines())


def test_the_example_is_copied_whole(run, tmp_path, files_below):
    """`--example` gives the example workbook, file by file, well and ready to build."""
    run("new", "look", "--example", cwd=tmp_path)
    copied = files_below(tmp_path / "look" / "workbook")
    assert len(copied) > 20
    assert copied == {name: data for name, data in files_below(example_folder()).items() if name in copied}
    assert run("check", cwd=tmp_path / "look").code == 0
    ran = run("build", cwd=tmp_path / "look")
    assert (ran.code, ran.err) == (0, "")
    assert run("today", "--json", cwd=tmp_path / "look").json["today"] == "2026-12-01"


@pytest.mark.parametrize("left", ["letter.txt", ".hidden"])
def test_a_folder_that_is_not_empty_is_refused(run, tmp_path, left):
    """Nothing is ever written among somebody's files."""
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / left).write_text("keep")
    ran = run("new", "mine", cwd=tmp_path)
    assert (ran.code, ran.out) == (2, "")
    assert "is not empty" in ran.err
    assert [path.name for path in (tmp_path / "mine").iterdir()] == [left]


def test_an_empty_folder_will_do(run, tmp_path):
    """`bothways new .` in an empty folder, which then says nothing of going there."""
    ran = run("new", ".", cwd=tmp_path)
    assert ran.code == 0
    assert "cd " not in ran.out
    assert (tmp_path / "mkdocs.yml").is_file()


def test_a_file_in_the_way_is_refused(run, tmp_path):
    """A file of that name stays what it was."""
    (tmp_path / "mine").write_text("keep")
    assert run("new", "mine", cwd=tmp_path).code == 2
    assert run("new", "mine/below", cwd=tmp_path).code == 2
    assert (tmp_path / "mine").read_text() == "keep"


def test_any_name_will_do(run, tmp_path):
    """Spaces and letters of any script, and folders that are not there yet."""
    name = "Wege/Żółć und 名前"
    assert run("new", name, cwd=tmp_path).code == 0
    assert run("build", cwd=tmp_path / name).code == 0


def uncommented(text: str) -> str:
    """The file with the # taken away from every block that is an example."""
    blocks = text.split("\n\n")
    return "\n\n".join(
        _without_marks(block) if re.match(r"(# )?(- )?({)?[a-z_]+:", block) else block for block in blocks
    )


def _without_marks(block: str) -> str:
    return "\n".join(line.removeprefix("# ") for line in block.split("\n"))
