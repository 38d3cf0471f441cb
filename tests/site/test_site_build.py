"""A build is whole, or it never happened."""

import pytest

from bothways.problems import Place, Problem, ProblemsFound
from bothways.site.build import NotOurs, build
from bothways.site.swap import put_right
from folders import contents


def problems_of(home) -> tuple[Problem, ...]:
    """Builds, and gives what stopped it."""
    with pytest.raises(ProblemsFound) as found:
        home.build()
    return found.value.problems


def leftovers(home) -> list[str]:
    """The temporary folders beside the site."""
    return [path.name for path in home.folder.glob(".site*")]


def test_the_same_input_gives_the_same_bytes(home):
    """Twice, into two folders."""
    home.build()
    home.build(home.folder / "again")
    assert contents(home.out) == contents(home.folder / "again")


def test_a_build_says_how_many_pages_it_made(home):
    """Three of the workbook and four chapters."""
    assert home.build().pages == 7


def test_a_failed_build_leaves_the_old_site_to_the_byte(home):
    """Whatever goes wrong; and the new site takes its place once it is right."""
    home.build()
    old = contents(home.out)
    home.with_page('<h1>Extra</h1><p><a href="nowhere.html">there</a></p>')
    problems_of(home)
    assert contents(home.out) == old
    assert leftovers(home) == []
    home.with_page('<h1>Extra</h1><p><a href="people/index.html">there</a></p>')
    home.build()
    assert contents(home.out) != old
    assert leftovers(home) == []


def test_a_workbook_with_problems_leaves_the_old_site(home):
    """The problems come out as they are, together with those of the guide."""
    home.build()
    old = contents(home.out)
    slip = Problem(Place("workbook/people.yaml", 2), "unknown-field", "nots is not a field of a person.")
    home.write("content/mine.md", "---\n: :\n  - [\n---\n# Mine\n")

    def read():
        raise ProblemsFound([slip])

    with pytest.raises(ProblemsFound) as found:
        build(home.folder, home.out, read)
    assert [problem.code for problem in found.value.problems] == ["front-matter", "unknown-field"]
    assert contents(home.out) == old


def test_what_a_file_of_the_old_site_was_is_gone(home):
    """The new site holds only what it was made of."""
    home.with_page("<h1>Extra</h1>")
    home.build()
    assert "extra.html" in home.files()
    home.edition = type(home)(home.folder, home.guide).edition
    home.build()
    assert "extra.html" not in home.files()


def test_a_build_that_was_killed_between_the_renames_is_put_right(home):
    """The old site comes back at the next run, even if that run fails."""
    home.build()
    old = contents(home.out)
    home.out.rename(home.folder / ".site.bothways-old")
    (home.folder / ".site.bothways-new-1").mkdir()
    home.with_page('<h1>Extra</h1><a href="nowhere.html">x</a>')
    problems_of(home)
    assert contents(home.out) == old
    assert leftovers(home) == []


def test_what_is_left_of_the_old_site_is_cleared_away(home):
    """A process that is killed after the second rename leaves it beside the new one."""
    home.build()
    (home.folder / ".site.bothways-old").mkdir()
    put_right(home.out)
    assert home.out.is_dir()
    assert leftovers(home) == []


def test_a_folder_of_somebody_elses_is_never_replaced(home):
    """A home directory as --out keeps every file."""
    home.write("precious/letter.txt", "Dear Dana")
    home.write("precious/.gitignore", "*\n")
    with pytest.raises(NotOurs):
        home.build(home.folder / "precious")
    assert (home.folder / "precious" / "letter.txt").read_text() == "Dear Dana"


def test_a_file_is_never_replaced(home):
    """Neither is a folder with the workbook in it."""
    with pytest.raises(NotOurs):
        home.build(home.write("site", "a file"))
    with pytest.raises(NotOurs):
        home.build(home.folder)


def test_an_empty_folder_and_one_with_only_a_gitignore_are_filled(home):
    """The repository's own site/ holds just that."""
    home.write("site/.gitignore", "*\n")
    home.build()
    (home.folder / "empty").mkdir()
    home.build(home.folder / "empty")
    assert (home.folder / "empty" / "index.html").is_file()
    assert (home.out / "index.html").is_file()


def test_an_own_page_joins_the_guide_and_one_of_the_same_name_replaces_it(home):
    """content/ is optional."""
    home.write("content/why.md", "# My own why\n")
    home.write("content/my-town.md", "# My town\n\nSee [why](why.md).\n")
    home.build()
    assert "My own why" in home.page("guide/why.html")
    assert "Back to" not in home.page("guide/why.html")
    assert "guide/my-town.html" in home.files()
    assert "My town" in home.page("guide/asking.html")


def test_what_was_never_meant_to_be_shown_is_not(home):
    """Links out of the folder, hidden files, editor backups, data; but a link inside the folder is fine."""
    secret = home.write("secret.md", "# Secret\n")
    page = home.write("content/page.md", "# Page\n")
    for name, target in (("leak.md", secret), ("inside.md", page), ("folder", home.folder / "workbook")):
        (home.folder / "content" / name).symlink_to(target)
    for name in (".hidden.md", "page.md~", "#page.md#", "data.yaml", "questions/raw.md", "page.md.bak", ".git/x.md"):
        home.write(f"content/{name}", "# No\n")
    home.build()
    mine = {name for name in home.files() if name.startswith("guide/")}
    assert {"guide/page.html", "guide/inside.html"} <= mine
    assert [name for name in mine if "leak" in name or "people" in name or "hidden" in name or "raw" in name] == []
    assert [name for name in mine if not name.endswith((".html", ".png"))] == []


@pytest.mark.parametrize(
    ("link", "code"),
    [
        ("nowhere.md", "broken-link"),
        ("asking.md#no-such-heading", "broken-anchor"),
        ("#no-such-heading", "broken-anchor"),
        ("/guide/asking.html", "broken-link"),
        ("asking", "broken-link"),
    ],
)
def test_a_broken_link_in_a_chapter_is_a_problem_with_its_place(home, link, code):
    """With file, line and column."""
    home.write("content/mine.md", f"# Mine\n\nWords, and [a link]({link}).\n")
    [problem] = problems_of(home)
    assert (problem.code, problem.place) == (code, Place("content/mine.md", 3, 21))
    assert link in str(problem) or link.split("#")[1] in str(problem)


def test_a_link_that_is_right_is_no_problem(home):
    """The control for the test above."""
    home.write("content/mine.md", "# Mine\n\n[One](asking.md), [two](asking.md#the-message), [three](#mine).\n")
    home.build()


@pytest.mark.parametrize(
    "picture", ['<img src="https://example.org/p.png" alt="x">', "![x](https://example.org/p.png)"]
)
def test_a_page_that_would_ask_another_host_is_not_built(home, picture):
    """A link to another host is fine: nothing is asked before it is followed."""
    home.write("content/mine.md", "# Mine\n\n[Elsewhere](https://example.org/)\n")
    home.build()
    home.write("content/mine.md", f"# Mine\n\n{picture}\n")
    [problem] = problems_of(home)
    assert (problem.code, problem.place.file, problem.place.line) == ("other-host", "content/mine.md", 3)


@pytest.mark.parametrize("text", ["---\ntitle: a: b\n---\n# Mine\n", "---\ntitle: Mine\n# Mine\n"])
def test_front_matter_that_cannot_be_read_is_a_problem(home, text):
    """MkDocs alone would publish it as text."""
    home.write("content/mine.md", text)
    [problem] = problems_of(home)
    assert (problem.code, problem.place.file) == ("front-matter", "content/mine.md")


def test_a_first_line_with_a_colon_is_shown(home):
    """MkDocs alone would take it for data, and it would vanish."""
    home.write("content/mine.md", "Note: this is text.\n\n# Mine\n")
    home.build()
    assert "Note: this is text." in home.page("guide/mine.html")


def test_a_chapter_that_is_not_utf_8_is_a_problem(home):
    """And not a traceback."""
    home.write("content/mine.md", "").write_bytes(b"# M\xfcnchen\n")
    [problem] = problems_of(home)
    assert problem.code == "not-utf-8"


@pytest.mark.parametrize(
    ("text", "line"),
    [("site_name: A\nplugins: [bothways\n", 3), ("site_name: A\nplugins:\n  - nowhere\n", 2)],
)
def test_a_slip_in_mkdocs_yml_is_a_problem_with_its_line(home, text, line):
    """Like any other."""
    home.write("mkdocs.yml", text)
    [problem] = problems_of(home)
    assert (problem.place.file, problem.place.line) == ("mkdocs.yml", line)


def test_what_the_person_chose_stays(home):
    """Their own style comes after ours, their features beside ours."""
    home.write("content/own.css", "p { color: green }")
    home.write(
        "mkdocs.yml",
        "site_name: Mine\ntheme:\n  name: material\n  features: [navigation.top, navigation.instant]\n"
        "extra_css: [guide/own.css]\nplugins: [search, bothways]\n",
    )
    home.build()
    html = home.page("index.html")
    assert html.index("assets/bothways.css") < html.index("guide/own.css")
    assert '"navigation.top"' in html
    assert "navigation.instant" not in html


def test_what_reads_other_languages_comes_along_where_the_search_is_to_read_one(home):
    """It is a megabyte, which a search in English never asks for."""
    home.build()
    assert not (home.out / "assets/javascripts/lunr").exists()
    plugins = "[{material/search: {lang: [en, de]}}, bothways]"
    home.write("mkdocs.yml", f"site_name: Mine\ntheme: material\nplugins: {plugins}\n")
    home.build()
    assert (home.out / "assets/javascripts/lunr/min/lunr.de.min.js").is_file()


def test_a_build_prints_nothing_and_stays_where_it_is(home, capfd, monkeypatch):
    """The command line says what there is to say."""
    monkeypatch.chdir(home.folder.parent)
    home.build()
    assert capfd.readouterr() == ("", "")
