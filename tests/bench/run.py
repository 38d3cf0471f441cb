"""How long a build takes, beside plain MkDocs with Material on the same number of pages, in one run.

    python tests/bench/run.py [PEOPLE ...]

Whole processes, cold, the median of three. Writes RESULTS.md beside this file. A benchmark, not a test: nothing here can fail a run.
"""

import platform
import random
import statistics
import subprocess
import sys
import tempfile
import time
from importlib.metadata import version
from pathlib import Path

SIZES = (50, 500)
RUNS = 3
GUIDE_PAGES = 40
BIN = Path(sys.executable).parent
WORDS = (
    "kitchen menu bread garden ward supper morning market river bakery recipe harvest table neighbour school lesson "
    "friend letter visit season onion oven shift plan question answer"
).split()


def main(sizes: tuple[int, ...]) -> None:
    """Times both builds at every size and writes the table."""
    rows = []
    with tempfile.TemporaryDirectory() as home:
        for people in sizes:
            ours, pages = Path(home, f"ours-{people}"), Path(home, f"plain-{people}")
            write_workbook(ours, people)
            took = median([str(BIN / "bothways"), "build", "--quiet", "--today", "2026-12-01"], ours)
            count = sum(1 for _ in (ours / "site").rglob("*.html"))
            write_plain(pages, count)
            plain = median([str(BIN / "mkdocs"), "build", "--quiet"], pages)
            rows.append((people, count, took, plain, took / plain))
            print(f"{people} people, {count} pages: {took:.2f} s; plain MkDocs {plain:.2f} s; ratio {took / plain:.2f}")
    write_results(rows)


def median(command: list[str], folder: Path) -> float:
    """Seconds of the whole process, the median of several."""
    times = []
    for _ in range(RUNS):
        start = time.perf_counter()
        subprocess.run(command, cwd=folder, check=True, capture_output=True)
        times.append(time.perf_counter() - start)
    return statistics.median(times)


def write_workbook(folder: Path, people: int) -> None:
    """A workbook of so many people, each with notes, a log line or two, and every fourth with a talk."""
    chance = random.Random(people)
    workbook = folder / "workbook"
    workbook.mkdir(parents=True)
    (folder / "mkdocs.yml").write_text("site_name: Bench\ndocs_dir: workbook\nplugins: [bothways]\n", encoding="utf-8")
    names = [f"{chance.choice(WORDS).title()} {chance.choice(WORDS).title()} {number}" for number in range(people)]
    records, log, talks = [], [], []
    for number, name in enumerate(names):
        by = f"\n  introduced_by: {names[chance.randrange(number)]}" if number and chance.random() < 0.7 else ""
        records.append(
            f"- name: {name}\n  role: {words(chance, 3)}\n  tie: loose\n  interests: [{words(chance, 1)}, {words(chance, 1)}]"
            f"{by}\n  notes: |\n    {words(chance, 60)}\n\n    {words(chance, 60)}"
        )
        day = f"2026-{chance.randint(1, 11):02}-{chance.randint(1, 28):02}"
        log.append(f"- {{date: {day}, who: {name}, did: wrote, via: email, about: {words(chance, 4)}}}")
        log.append(f"- {{date: {day}, who: {name}, did: heard}}")
        if number % 4 == 0:
            talks.append(f"- with: {name}\n  date: {day}\n  thanked: {day}\n  learned: [{words(chance, 8)}]")
    for kind, entries in (("people", records), ("log", log), ("conversations", talks)):
        (workbook / f"{kind}.yaml").write_text("\n".join(entries) + "\n", encoding="utf-8")


def write_plain(folder: Path, pages: int) -> None:
    """As many plain Markdown pages: 150 words, a table, a list and three links each; the guide's are longer."""
    chance = random.Random(pages)
    docs = folder / "docs"
    (docs / "people").mkdir(parents=True)
    (docs / "guide").mkdir()
    (folder / "mkdocs.yml").write_text(
        "site_name: Bench\ntheme: {name: material, font: false}\nplugins: [search]\nuse_directory_urls: false\n"
        "nav: [index.md, Guide: [" + ", ".join(f"guide/{n}.md" for n in range(GUIDE_PAGES)) + "]]\n"
        "not_in_nav: /people/\nmarkdown_extensions: [attr_list, tables]\n",
        encoding="utf-8",
    )
    (docs / "index.md").write_text("# Start\n", encoding="utf-8")
    for number in range(GUIDE_PAGES):
        text = "\n\n".join(f"## {words(chance, 4)}\n\n{words(chance, 80)}" for _ in range(10))
        (docs / "guide" / f"{number}.md").write_text(f"# {words(chance, 3)}\n\n{text}\n", encoding="utf-8")
    count = pages - GUIDE_PAGES - 1
    for number in range(count):
        links = " ".join(f"[{words(chance, 2)}]({chance.randrange(count)}.md)" for _ in range(3))
        table = "| when | what |\n|---|---|\n" + "\n".join(
            f"| {words(chance, 1)} | {words(chance, 4)} |" for _ in range(4)
        )
        text = f"# {words(chance, 2)}\n\n{words(chance, 150)}\n\n{table}\n\n- {words(chance, 5)}\n- {words(chance, 5)}\n\n{links}\n"
        (docs / "people" / f"{number}.md").write_text(text, encoding="utf-8")


def words(chance: random.Random, count: int) -> str:
    """So many words."""
    return " ".join(chance.choice(WORDS) for _ in range(count))


def write_results(rows: list[tuple[int, int, float, float, float]]) -> None:
    """The table, with the versions and the machine."""
    lines = [
        "# How long a build takes",
        "",
        f"`make bench`, Python {platform.python_version()}, {platform.machine()}, MkDocs {version('mkdocs')}, "
        f"Material {version('mkdocs-material')}. Whole processes, cold, seconds, the median of {RUNS}. "
        "Plain MkDocs with Material builds as many pages of Markdown, with people out of the navigation.",
        "",
        "| people | pages | bothways | plain MkDocs | ratio |",
        "|---|---|---|---|---|",
        *(
            f"| {people} | {count} | {took:.2f} | {plain:.2f} | {ratio:.2f} |"
            for people, count, took, plain, ratio in rows
        ),
    ]
    Path(__file__).with_name("RESULTS.md").write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(tuple(map(int, sys.argv[1:])) or SIZES)
