"""What strangers' tools say of the example's site: Lighthouse on a phone, html-validate on every page.

    python tests/audit/run.py [PAGE ...]

Prints a line a page and ends with 1 where something is below what we ask. An audit, not a test: Lighthouse measures time.
"""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from audit.compressed import serve
from browser.conftest import ARGUMENTS, build_site
from browser.find import CHROMIUM, here
from npm import NODE, installed
from workbooks import EXAMPLE

TOOLS = Path(__file__).parent / "tools"

PAGES = ("index.html", "people/dana-okafor.html", "introductions.html", "guide/why.html")
"""Today, a person, the map, a page of the guide."""

WANTED = {"performance": 95, "accessibility": 100, "best-practices": 100}
"""Points of 100 that Lighthouse must give."""

OF_THE_THEME = {
    ("valid-autocomplete", 'autocomplete attribute cannot be used on <input type="checkbox">'),
    ("attribute-allowed-values", 'Attribute "tabindex" has invalid value ""'),
}
"""Two remarks on Material's own drawer and navigation, which are not ours to change."""

RUNS = 3
"""Of Lighthouse, a page: the best counts, as a busy machine only ever takes points away."""


def main(pages: tuple[str, ...]) -> int:
    """Builds the example, audits it, and says whether all is well."""
    browser = next(here(), None)
    if browser is None:
        sys.exit(CHROMIUM.none)
    tools = installed(TOOLS, "audit-tools")
    with tempfile.TemporaryDirectory() as home:
        site = build_site(EXAMPLE, Path(home, "site"))
        well = validate(site, tools)
        server, address = serve(site)
        short = [page for page in pages if not lighthouse(f"{address}/{page}", tools, browser)]
        server.shutdown()
    return 0 if well and not short else 1


def lighthouse(address: str, tools: Path, browser: str) -> bool:
    """Lighthouse's points for a page on a phone, in a line, and what took points away below it."""
    reports = [report for _ in range(RUNS) if (report := _lighthouse(address, tools, browser))]
    if not reports:
        return False
    best = max(reports, key=lambda report: report["categories"]["performance"]["score"] or 0)
    points = {name: round(100 * (category["score"] or 0)) for name, category in best["categories"].items()}
    print(address, ", ".join(f"{name} {value}" for name, value in points.items()), flush=True)
    short = {name for name, least in WANTED.items() if points[name] < least}
    for name in short:
        for audit in best["categories"][name]["auditRefs"]:
            found = best["audits"][audit["id"]]
            if audit["weight"] and (found["score"] or 0) < 0.9:
                print(f"    {found['title']} {found.get('displayValue', '')}")
    return not short


def _lighthouse(address: str, tools: Path, browser: str) -> dict | None:
    """One report. Nothing, and Lighthouse's own words, where it could not make one."""
    program = tools / "node_modules" / "lighthouse" / "cli" / "index.js"
    flags = " ".join(["--headless=new", *ARGUMENTS])
    ran = subprocess.run(
        [
            *(NODE, program, address, "--quiet", "--output=json", f"--only-categories={','.join(WANTED)}"),
            *("--form-factor=mobile", "--throttling-method=simulate", f"--chrome-flags={flags}"),
        ],
        capture_output=True,
        text=True,
        check=False,
        env=os.environ | {"CHROME_PATH": browser},
    )
    if ran.returncode:
        print(address, (ran.stderr.strip().splitlines() or ["Lighthouse did not say why it stopped"])[-1])
        return None
    return json.loads(ran.stdout)


def validate(site: Path, tools: Path) -> bool:
    """Says what html-validate finds in the pages."""
    program = tools / "node_modules" / "html-validate" / "bin" / "html-validate.mjs"
    with tempfile.TemporaryDirectory() as home:
        report = Path(home, "report.json")
        command = [NODE, program, "--config", TOOLS / "html-validate.json", "--formatter", f"json={report}"]
        ran = subprocess.run([*command, f"{site}/**/*.html"], capture_output=True, text=True, check=False)
        if not report.exists():
            sys.exit(ran.stderr)
        pages = json.loads(report.read_text(encoding="utf-8"))
    ours = [
        f"{Path(page['filePath']).relative_to(site)}:{said['line']}:{said['column']} {said['ruleId']}: {said['message']}"
        for page in pages
        for said in page["messages"]
        if (said["ruleId"], said["message"]) not in OF_THE_THEME
    ]
    print(*ours, f"html-validate: {len(ours)} remarks on {sum(1 for _ in site.rglob('*.html'))} pages", sep="\n")
    return not ours


if __name__ == "__main__":
    sys.exit(main(tuple(sys.argv[1:]) or PAGES))
