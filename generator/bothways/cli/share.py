"""`bothways share`: a copy for a coach, as one locked file or as a plain folder."""

import os
from collections.abc import Sequence
from difflib import get_close_matches
from pathlib import Path

import click

from bothways.audience.edition import Cut, edition
from bothways.audience.profiles import NoSuchProfile, Profile, profile, written_by
from bothways.cli.changing import can_ask
from bothways.cli.command import bothways_command
from bothways.cli.everywhere import Asked
from bothways.cli.home import Home, find_home
from bothways.cli.out_file import refuse_wrong_place
from bothways.cli.passphrases import passphrase_in
from bothways.cli.program import PROBLEMS, RefusedError
from bothways.cli.terminal import Terminal
from bothways.model.sharing import BUILT_IN
from bothways.model.workbook import Workbook
from bothways.problems import Place
from bothways.reading.library import Library, read_library
from bothways.reading.sharing import profiles_of
from bothways.reading.workbook import read_workbook
from bothways.share import pseudonyms
from bothways.share.folder import NotOurs
from bothways.share.keyed import keyed
from bothways.share.making import Made, StillThere, make
from bothways.share.parcel import Parcel, deliver, laid_out_parcel, locked_parcel
from bothways.share.passphrase import Weak, generated, refuse_if_weak
from bothways.share.shares import Unreadable
from bothways.share.words import found_in_words, in_words, to_look_at
from bothways.site.cache import Cache
from bothways.site.guide_files import guide_folder
from bothways.site.home import FILE

MOST_READERS = 20
SHOWN = 20
"""Lines to look at that the terminal shows; `--json` has all."""


@bothways_command
@click.option("--for", "reader", default=BUILT_IN, metavar="PROFILE", help="For whom: a profile of yours, or coach.")
@click.option("--out", type=click.Path(path_type=Path), metavar="FILE", help="The locked file to write.")
@click.option(
    "--folder",
    type=click.Path(file_okay=False, path_type=Path),
    metavar="DIR",
    help="A plain folder instead, for a host with its own log-in.",
)
@click.option(
    "--passphrase-file",
    "passphrase_files",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    multiple=True,
    metavar="FILE",
    help="A file with a passphrase of your own; once for each reader. Left out: six words are chosen.",
)
@click.option(
    "--readers", type=click.IntRange(1, MOST_READERS), default=1, metavar="N", help="Choose words for so many readers."
)
@click.option("--yes", is_flag=True, help="Write it without asking.")
def command(
    asked: Asked,
    terminal: Terminal,
    *,
    reader: str,
    out: Path | None,
    folder: Path | None,
    passphrase_files: Sequence[Path],
    readers: int,
    yes: bool,
) -> int:
    """Make a copy for your coach: one locked file, or a plain folder.

    It shows what is in it before anything is written. Nothing is sent.
    """
    if (out is None) == (folder is None):
        raise RefusedError("Say where it goes: --out FILE.html for a locked file, or --folder DIR.")
    if folder and passphrase_files:
        raise RefusedError("A plain folder has no lock, and so no passphrase. For a locked file, name it with --out.")
    chosen = _chosen(passphrase_files)
    words = [] if chosen or folder else [generated(os.urandom) for _ in range(readers)]
    home = find_home(asked)
    place = _place(out, folder, home)
    key = keyed(home.folder, os.urandom)
    with terminal.working("Making the copy"):
        library = read_library(guide_folder())
        workbook = read_workbook(home.workbook, library, home.shown_as).workbook
        cut = edition(workbook, _profile(reader, workbook, home), pseudonyms.numbers(home.folder, key))
        made = _made(cut, library, home)
        if isinstance(made, StillThere):
            return _stopped(made, terminal)
        parcel = (
            locked_parcel(cut, made, home.day, passphrases=chosen or words, keyed=key, randomness=os.urandom)
            if out
            else laid_out_parcel(cut, made, home.day, keyed=key, randomness=os.urandom)
        )
    _tell(parcel, terminal)
    if not (yes or terminal.quiet) and can_ask(terminal) and not click.confirm(f"Write {place}?", err=True):
        terminal.remark("Nothing was written.")
        return 0
    _deliver(parcel, place, home)
    _done(parcel, place, words, terminal)
    return 0


def _chosen(files: Sequence[Path]) -> list[str]:
    """The passphrases that the person chose. Raises `RefusedError` for one that is easy to guess."""
    found = [passphrase_in(path) for path in files]
    for said in found:
        try:
            refuse_if_weak(said)
        except Weak as error:
            raise RefusedError(str(error)) from error
    return found


def _place(out: Path | None, folder: Path | None, home: Home) -> Path:
    """Where it goes. Raises `RefusedError` where it would be in the way."""
    if home.is_guide_only or not home.workbook.is_dir():
        raise RefusedError("There is no workbook here to share. Name it with --workbook DIR.")
    if out:
        refuse_wrong_place(out, home.workbook)
        return out
    assert folder
    whole = folder.resolve()
    if home.folder.resolve().is_relative_to(whole) or whole.is_relative_to(home.workbook.resolve()):
        raise RefusedError(f"{folder} holds your own files. Choose an empty folder, or a new one.")
    return folder


def _profile(name: str, workbook: Workbook, home: Home) -> Profile:
    try:
        return profile(name, written_by(workbook, profiles_of(home.sharing, Place(FILE))))
    except NoSuchProfile as error:
        near = get_close_matches(error.name, error.known, n=1, cutoff=0.5)
        advice = f"Did you mean {near[0]}?" if near else f"There is {', '.join(error.known)}."
        raise RefusedError(f"There is no profile {error.name}. {advice}") from error


def _made(cut: Cut, library: Library, home: Home) -> Made | StillThere:
    try:
        return make(cut, library, home.workbook, home.day, cache=Cache(home.folder), shown_as=home.shown_as)
    except StillThere as found:
        return found


def _stopped(stopped: StillThere, terminal: Terminal) -> int:
    if terminal.json:
        finds = [{"words": find.string, "address": find.address} for find in stopped.found]
        terminal.give({"written": False, "still_there": finds})
        return PROBLEMS
    for line in found_in_words(stopped.found):
        terminal.say(line, to_err=True)
    return PROBLEMS


def _tell(parcel: Parcel, terminal: Terminal) -> None:
    """The report, before anything is written."""
    if terminal.json:
        return
    terminal.remark(f"The copy for {parcel.share.profile}:")
    for line in in_words(parcel.cut.report, parcel.share):
        terminal.remark(f"  {line}")
    look_at = list(to_look_at(parcel.cut.report))
    if look_at:
        terminal.remark("Look at these before you send it. If one should not be there, change your text.")
    for line in look_at[:SHOWN]:
        terminal.remark(f"  {line}")
    if len(look_at) > SHOWN:
        terminal.remark(f"  And {len(look_at) - SHOWN} more: --json lists them all.")


def _deliver(parcel: Parcel, place: Path, home: Home) -> None:
    place.parent.mkdir(parents=True, exist_ok=True)
    try:
        deliver(parcel, place, home.folder)
    except (Unreadable, NotOurs) as error:
        raise RefusedError(str(error)) from error


def _done(parcel: Parcel, place: Path, words: Sequence[str], terminal: Terminal) -> None:
    """Where it is, and the words that open it: here and nowhere else."""
    share = parcel.share
    if terminal.json:
        terminal.give(
            {
                "written": True,
                share.how: str(place),
                "share": share.id,
                "pages": share.pages,
                "bytes": share.bytes,
                "fingerprint": share.fingerprint,
                "passphrases": list(words),
                "report": parcel.cut.report.as_json(),
            }
        )
        return
    terminal.remark(f"{place} is ready. Open it yourself before you send it.", to_err=False)
    if words:
        each = ", a line for each reader" if len(words) > 1 else ""
        terminal.remark(f"These words open it{each}. They are shown this once, and kept nowhere:", to_err=False)
    for said in words:
        terminal.say(said)
