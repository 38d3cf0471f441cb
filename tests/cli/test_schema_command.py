"""`bothways schema`: what may be written, for editors and programs."""

import json

from bothways.reading.kinds import BY_NAME


def test_it_prints_one_object_with_a_schema_for_each_kind(run):
    """The same with and without `--json`."""
    ran = run("schema")
    assert ran.code == 0
    assert list(ran.json) == list(BY_NAME)
    assert run("schema", "--json").json == ran.json


def test_out_writes_a_file_for_each_kind(run, tmp_path):
    """The files hold what is printed."""
    ran = run("schema", "--out", "to/here", cwd=tmp_path)
    assert ran.code == 0
    printed = run("schema").json
    for kind, schema in printed.items():
        assert json.loads((tmp_path / "to" / "here" / f"{kind}.schema.json").read_text()) == schema


def test_out_with_json_lists_the_files(run, tmp_path):
    """One object with the folder and its files."""
    ran = run("schema", "--out", "here", "--json", cwd=tmp_path)
    assert ran.json == {"folder": "here", "files": [f"{kind}.schema.json" for kind in BY_NAME]}
