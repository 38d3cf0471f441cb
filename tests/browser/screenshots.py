"""Takes the pictures of README.md anew, from the example workbook on its day.

make screenshots
"""

import sys
import tempfile
from datetime import datetime, time
from pathlib import Path

from playwright.sync_api import sync_playwright

sys.path.insert(0, str(Path(__file__).parents[1]))

from browser.conftest import ARGUMENTS, build_site, serve
from browser.find import here
from workbooks import EXAMPLE, REPOSITORY, TODAY

PICTURES = REPOSITORY / "pictures"

SHOTS = (
    ("today", "index.html", 1280, 1040, "light"),
    ("person", "people/dana-okafor.html", 1280, 1040, "light"),
    ("introductions", "introductions.html", 1280, 1040, "light"),
    ("today-dark-phone", "index.html", 390, 844, "dark"),
)


def main() -> None:
    """Builds the example and takes each picture."""
    PICTURES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as home, sync_playwright() as playwright:
        server, address = serve(build_site(EXAMPLE, Path(home) / "site"))
        browser = playwright.chromium.launch(executable_path=next(here()), args=ARGUMENTS)
        for name, page_name, width, height, scheme in SHOTS:
            page = browser.new_page(viewport={"width": width, "height": height}, color_scheme=scheme)
            page.clock.set_fixed_time(datetime.combine(TODAY, time(9, 30)))
            page.goto(f"{address}/{page_name}", wait_until="networkidle")
            page.screenshot(path=PICTURES / f"{name}.png")
        browser.close()
        server.shutdown()
        server.server_close()


if __name__ == "__main__":
    main()
