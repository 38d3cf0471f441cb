"""The same edition as a plain folder, for a host that asks for a name and password itself.

Each page tells search engines to stay away and browsers to say nothing of where a reader comes from, and carries a
policy: only the theme's scripts and ours run. Nothing tells when it was made, or on what machine.
"""

import os
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from bothways.share.locked import wanted
from bothways.share.policy import Trusted, content_policy
from bothways.site.finish import GITIGNORE, is_ours
from bothways.site.swap import fresh_folder, put_right, swap

MARK = ".gitignore"
"""Says that the folder is ours, and may be replaced by the next share."""

DAY = 315_532_800
"""1 January 1980, the first day that every file system and archive can write: the day of every file."""

HEAD = re.compile(r"<head>")
POLICY = '<meta http-equiv="Content-Security-Policy" content="{policy}">'
ROBOTS = '<meta name="robots" content="noindex, nofollow, noarchive">'
REFERRER = '<meta name="referrer" content="no-referrer">'
SAID_ALREADY = re.compile(r'\s*<meta name="(?:robots|referrer|generator)" content="[^"]*">')


class NotOurs(Exception):
    """The folder to write into holds something that no share of ours made."""


def for_a_host(files: Mapping[str, bytes], trusted: Trusted) -> dict[str, bytes]:
    """The files as they are to lie in the folder."""
    policy = content_policy(
        trusted.scripts,
        trusted.styles,
        script_src="'self'",
        style_src="'self'",
        img_src="'self' data:",
        connect_src="'self'",
        worker_src="'self'",
    )
    return {
        address: _page(data, policy) if address.endswith(".html") else data
        for address, data in wanted(files, for_a_host=True).items()
    }


def write(files: Mapping[str, bytes], out: Path) -> None:
    """Puts the files into the folder `out`, whole or not at all. Raises `NotOurs`."""
    out = out.resolve()
    put_right(out)
    if not is_ours(out):
        raise NotOurs(f"{out.name} holds files that bothways did not make. Choose an empty folder, or a new one.")
    with fresh_folder(out) as fresh:
        for address, data in {**files, MARK: GITIGNORE.encode()}.items():
            path = fresh / address
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        for path in _all_below(fresh):
            os.utime(path, (DAY, DAY))
        swap(fresh, out)


def _page(data: bytes, policy: str) -> bytes:
    head = "".join((f"<head>{POLICY.format(policy=policy)}", ROBOTS, REFERRER))
    return HEAD.sub(lambda _: head, SAID_ALREADY.sub("", data.decode()), count=1).encode()


def _all_below(folder: Path) -> Iterator[Path]:
    """Everything in a folder, and the folder itself, from the inside out."""
    for place, _, names in os.walk(folder, topdown=False):
        yield from (Path(place, name) for name in names)
        yield Path(place)
