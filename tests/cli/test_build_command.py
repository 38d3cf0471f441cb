"""`bothways build`: the site, whole or not at all."""

GOOD = {"people.yaml": "- name: Dana Okafor"}


def test_a_build_makes_the_site_beside_mkdocs_yml(run, home):
    """The site is in `site/`, and the words say where to open it."""
    folder = home(GOOD)
    ran = run("build", "--today", "2026-12-01", cwd=folder)
    assert (ran.code, ran.err) == (0, "")
    assert "Open site" in ran.out
    assert (folder / "site" / "people" / "dana-okafor.html").is_file()
    assert (folder / "site" / ".gitignore").read_text().splitlines()[-1] == "*"


def test_a_failed_build_leaves_the_old_site_as_it_was(run, home, files_below):
    """To the byte; and the problems are on standard error."""
    folder = home(GOOD)
    run("build", "--quiet", cwd=folder)
    before = files_below(folder / "site")
    assert "index.html" in before
    (folder / "workbook" / "people.yaml").write_text("- nam: Dana Okafor\n")
    ran = run("build", cwd=folder)
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.startswith("workbook/people.yaml:1:")
    assert files_below(folder / "site") == before
    assert sorted(path.name for path in folder.iterdir()) == [".bothways", "mkdocs.yml", "site", "workbook"]


def test_a_note_from_another_program_stops_no_build(run, home):
    """Its links lead nowhere from here. What `check` lets pass, a build makes; the hint says what is not shown."""
    folder = home(
        {"people.yaml": "- name: Dana Okafor\n  notes: See [the plan](../plans/may.md) and [above](#top-of-it)."}
    )
    ran = run("check", "--json", cwd=folder)
    assert (ran.code, [p["code"] for p in ran.json["problems"]]) == (0, ["not-a-link"])
    assert run("build", cwd=folder).code == 0
    page = (folder / "site" / "people" / "dana-okafor.html").read_text()
    assert "the plan" in page
    assert "may.md" not in page


def test_a_good_build_replaces_the_old_site(run, home):
    """The control: what is no longer in the workbook is no longer in the site."""
    folder = home(GOOD)
    run("build", cwd=folder)
    (folder / "workbook" / "people.yaml").write_text("- name: Piet Sandoval\n")
    assert run("build", cwd=folder).code == 0
    assert (folder / "site" / "people" / "piet-sandoval.html").is_file()
    assert not (folder / "site" / "people" / "dana-okafor.html").exists()


def test_json_is_the_list_of_problems(run, home):
    """An empty list when all is well, and nothing else on standard output."""
    folder = home(GOOD)
    assert run("build", "--json", cwd=folder).json == {"problems": []}
    (folder / "workbook" / "people.yaml").write_text("- nam: Dana Okafor\n")
    ran = run("build", "--json", cwd=folder)
    assert ran.code == 1
    assert [problem["code"] for problem in ran.json["problems"]] == ["unknown-field"]


def test_quiet_says_nothing(run, home):
    """With `--quiet`, a good build gives no word."""
    ran = run("build", "--quiet", cwd=home(GOOD))
    assert (ran.code, ran.out, ran.err) == (0, "", "")


def test_the_guide_alone_needs_no_workbook(run, tmp_path):
    """`--guide-only` works anywhere."""
    ran = run("build", "--guide-only", "--out", "guide", cwd=tmp_path)
    assert (ran.code, ran.err) == (0, "")
    assert (tmp_path / "guide" / "index.html").is_file()


def test_the_guide_alone_has_nothing_personal(run, home, files_below):
    """Nobody of the workbook is in it; in the whole site they are."""
    folder = home({"people.yaml": "- name: Zebedee Quillfeather"})

    def is_there() -> bool:
        return any(b"Quillfeather" in data for data in files_below(folder / "site").values())

    assert run("build", "--guide-only", cwd=folder).code == 0
    assert not is_there()
    assert run("build", cwd=folder).code == 0
    assert is_there()


def test_somebody_elses_folder_is_left_alone(run, home, tmp_path):
    """A folder with files that we did not make is never replaced."""
    mine = tmp_path / "mine"
    mine.mkdir()
    (mine / "letter.txt").write_text("keep")
    ran = run("build", "--out", str(mine), cwd=home(GOOD))
    assert ran.code == 2
    assert "did not make" in ran.err
    assert [path.name for path in mine.iterdir()] == ["letter.txt"]


def test_schemas_follow_the_version(run, home):
    """Where a folder has schemas for its editor, a build brings them up to this version; where not, it makes none."""
    folder = home(GOOD)
    run("build", cwd=folder)
    assert not (folder / ".bothways" / "schema").exists()
    (folder / ".bothways" / "schema").mkdir(parents=True)
    (folder / ".bothways" / "schema" / "people.schema.json").write_text("{}")
    run("build", cwd=folder)
    assert "also_known_as" in (folder / ".bothways" / "schema" / "people.schema.json").read_text()


def test_a_fixed_day_gives_the_same_bytes(run, home, files_below, tmp_path):
    """Two builds of the same files for the same day are the same site."""
    folder = home(GOOD)
    for name in ("one", "two"):
        run("build", "--today", "2026-12-01", "--out", str(tmp_path / name), cwd=folder)
    assert files_below(tmp_path / "one") == files_below(tmp_path / "two")
