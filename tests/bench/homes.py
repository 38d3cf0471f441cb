"""The content as each tool wants it: a workbook for bothways, Markdown for MkDocs and Zensical, and for Hugo."""

from collections.abc import Mapping
from itertools import cycle
from pathlib import Path

from bench.content import MARK, PERSON, Content, Person

TALK = "2026-11-20-a-talk"
"""The conversation that is edited: bothways alone has one, and the message."""
MESSAGE, STYLE = "our-own", "own.css"

MATERIAL = """
site_name: Bench
theme: {name: material, font: false}
use_directory_urls: false
plugins: [search]
nav:
  - index.md
  - Guide: [GUIDE]
not_in_nav: /people/
markdown_extensions: [admonition, attr_list, def_list, footnotes, md_in_html, sane_lists, tables, toc, pymdownx.tasklist]
"""
"""The same for both that use Material. People are not in the navigation: with them, MkDocs takes minutes."""

HUGO = """
title = "Bench"
uglyURLs = true
disableKinds = ["taxonomy", "term", "rss", "sitemap", "section"]
[outputs]
home = ["html", "json"]
"""
HUGO_PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>{{ .Title }}</title></head>
<body>{{ partialCached "nav.html" . }}<main>{{ .TableOfContents }}{{ .Content }}</main></body></html>
"""
HUGO_NAV = """<nav>{{ range where site.RegularPages "Section" "guide" }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>
{{ end }}</nav>"""
HUGO_INDEX = """[{{ range $number, $page := site.RegularPages }}{{ if $number }},{{ end }}
{{ dict "title" .Title "address" .RelPermalink "text" .Plain | jsonify }}{{ end }}]"""


def write_for_bothways(content: Content, folder: Path) -> None:
    """A folder with a workbook, pages of one's own and a style."""
    files = {
        **workbook_files(content),
        "mkdocs.yml": "site_name: Bench\ndocs_dir: content\ntheme: material\nplugins: [bothways]\n"
        f"extra_css: [guide/{STYLE}]\n",
        f"content/{STYLE}": f"/* {MARK} */\n",
        **{f"content/{file}": text for file, text in content.own_chapters.items()},
    }
    write(files, folder)


def workbook_files(content: Content) -> dict[str, str]:
    """A workbook; beside the people it has one conversation and one message."""
    edited = content.people[PERSON].name
    return {
        "workbook/me.yaml": "name: Ruth Abara\n",
        "workbook/people.yaml": "\n".join(map(_record, content.people)),
        "workbook/log.yaml": "\n".join(line for person in content.people for line in _log(person)) + "\n",
        f"workbook/conversations/{TALK}.yaml": f"with: {edited}\ndate: 2026-11-20\nid: {TALK}\nnotes: {MARK}\n",
        f"workbook/messages/{MESSAGE}.md": f"---\ntitle: Of our own\nfor: catch-up\nvia: email\nsubject: Hello\n---\n{MARK}\n",
    }


def write_for_material(content: Content, folder: Path) -> None:
    """A folder for MkDocs with Material, or for Zensical."""
    pages = {f"guide/{file}": text for file, text in content.chapters.items()}
    files = {
        "mkdocs.yml": MATERIAL.replace("GUIDE", ", ".join(pages)).lstrip(),
        "docs/index.md": "# Bench\n",
        **{f"docs/{file}": text for file, text in (pages | _people(content, "{}.md")).items()},
    }
    write(files, folder)


def write_for_hugo(content: Content, folder: Path) -> None:
    """A folder for Hugo, with the least of a theme: a navigation, a list of headings, an index for a search."""
    # A file called index.md would make all of its folder one page.
    pages = {f"guide/{file.replace('index.md', 'front.md')}": text for file, text in content.chapters.items()}
    pages |= _people(content, "{}.html")
    layouts = {"page.html": HUGO_PAGE, "home.html": HUGO_PAGE, "home.json": HUGO_INDEX, "_partials/nav.html": HUGO_NAV}
    files = {
        "hugo.toml": HUGO.lstrip(),
        **{f"layouts/{name}": text for name, text in layouts.items()},
        **{f"content/{file}": _with_title(text) for file, text in pages.items()},
    }
    write(files, folder)


def write(files: Mapping[str, str], folder: Path) -> None:
    """These texts as files in a folder."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")


def _record(person: Person) -> str:
    text = "\n\n".join(f"    {paragraph}" for paragraph in person.text)
    return (
        f"- name: {person.name}\n  knows: [{', '.join(person.knows)}]\n"
        f"  steps:\n    - do: {person.done}\n      done: 2026-11-01\n    - {person.to_do}\n  notes: |\n{text}\n"
    )


def _log(person: Person) -> list[str]:
    did = cycle(("wrote", "heard"))
    return [
        f"- {{date: {day}, who: {person.name}, did: {next(did)}, via: email, about: {what}}}"
        for day, what in person.happened
    ]


def _people(content: Content, address: str) -> dict[str, str]:
    """Everybody's page in Markdown."""
    pages = {person.name: person.page for person in content.people}
    return {
        f"people/{person.page}.md": _page(person, {name: address.format(pages[name]) for name in person.knows})
        for person in content.people
    }


def _page(person: Person, links: Mapping[str, str]) -> str:
    rows = "\n".join(f"| {day} | {what} |" for day, what in person.happened)
    return "\n\n".join(
        (
            f"# {person.name}",
            *person.text,
            f"| when | what |\n|---|---|\n{rows}",
            f"- [x] {person.done}\n- [ ] {person.to_do}",
            ", ".join(f"[{name}]({address})" for name, address in links.items()) + "\n",
        )
    )


def _with_title(text: str) -> str:
    """Hugo takes a page's title from what stands before it."""
    title, _, rest = text.removeprefix("# ").partition("\n")
    return f'---\ntitle: "{title.partition(" {")[0]}"\n---\n{rest}'
