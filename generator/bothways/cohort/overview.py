"""The coach's overview: one locked file, made of the lines that lie sealed in the records. It opens no workbook."""

import os
import tempfile
from collections.abc import Iterable
from datetime import date
from pathlib import Path

from bothways.cohort import records
from bothways.cohort.kept import frames
from bothways.cohort.line import Line
from bothways.cohort.locking import line_in
from bothways.cohort.places import Store
from bothways.cohort.secrets import OVERVIEW, Secrets
from bothways.pages.overview import OVERVIEW as SECTION
from bothways.pages.overview import Shown, overview
from bothways.share.locked import lock
from bothways.share.policy import trusted_in
from bothways.site.edition import Edition
from bothways.site.looked_over import check
from bothways.site.outline import GUIDE_ROOT
from bothways.site.workshop import Workshop

NAME = "overview"


def write_overview(out: Store, names: Iterable[str], day: date, secrets: Secrets) -> str:
    """Writes the file and gives its name. `names` are the workbooks; one without a locked file is not in it."""
    read = ((name, records.read(out, records.name_of(name, is_file=True))) for name in names)
    lines = [line for name, record in read if record and (line := line_in(secrets, name, record.sealed))]
    file = f"{NAME}.html"
    out.write(file, _locked(lines, day, secrets.passphrase(OVERVIEW)))
    return file


def _locked(lines: Iterable[Line], day: date, passphrase: str) -> bytes:
    page = overview([_shown(line) for line in lines], day)
    edition = Edition("Everybody at a glance", (page,), (SECTION.tab,), GUIDE_ROOT)
    with tempfile.TemporaryDirectory(prefix="bothways-") as place:
        site = Workshop(Path(place), frames()).site(lambda: edition)
        check(site, Path(place))
        files = {address: site.read(address) or b"" for address in site.addresses()}
    trusted = trusted_in(files, (shell.text for shell in site.frame.shells.values()))
    return lock(files, page.address, trusted, [passphrase], os.urandom)


def _shown(line: Line) -> Shown:
    """By the person's own name, and the folder's, which the coach knows them by."""
    who = f"{line.who} ({line.name})" if line.who else line.name
    return Shown(who, line.session, line.stuck, line.last)
