"""How long the small commands take with 500 people, and what the first view of Today weighs."""

from pathlib import Path

from audit.compressed import serve
from bench.content import DAY, content
from bench.homes import write_for_bothways
from bench.measures import Failed, ran
from bench.table import HELP, LOG, TODAY, WEIGHT, Results
from bench.tools import BIN, OURS, bothways
from browser.conftest import ARGUMENTS
from browser.find import CHROMIUM, here
from workbooks import GUIDE

PEOPLE = 500
TIMES = 9


def commands(results: Results, folder: Path) -> None:
    """Whole processes: the median of several."""
    made = content(PEOPLE, GUIDE)
    write_for_bothways(made, folder)
    someone = made.people[0].name
    program = str(BIN / "bothways")
    asked = {
        HELP: ("--help",),
        LOG: ("log", someone, "wrote", "--about", "the menu", "--quiet", "--today", str(DAY)),
        TODAY: ("today", "--today", str(DAY)),
    }
    for what, words in asked.items():
        took = sorted(ran((program, *words), folder) for _ in range(TIMES))
        results.add(what, OURS, PEOPLE, took[TIMES // 2])


def weight(results: Results, folder: Path) -> None:
    """What a browser fetches for the first view of Today, from a server that compresses, but for the search index."""
    browser = next(here(), None)
    if browser is None:
        raise Failed(CHROMIUM.none)
    write_for_bothways(content(PEOPLE, GUIDE), folder)
    ran(bothways().build, folder)
    sent: dict[str, int] = {}
    server, address = serve(folder / "site", lambda path, size: sent.update({path: size}))
    _look(browser, f"{address}/index.html")
    server.shutdown()
    index = {path for path in sent if "search_index" in path}
    results.add(WEIGHT, OURS, PEOPLE, sum(size for path, size in sent.items() if path not in index))
    if index:
        results.remarks.append("The first view of Today fetches the search index, which nobody has asked for yet.")


def _look(browser: str, address: str) -> None:
    """Opens a page in a browser that knows nothing yet, until it asks for nothing more."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=browser, args=ARGUMENTS)
        page = chromium.new_page()
        page.goto(address, wait_until="networkidle")
        chromium.close()
