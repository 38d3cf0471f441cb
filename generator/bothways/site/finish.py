"""The last touches to a site that has just been written."""

from pathlib import Path

MARK = "# A site that bothways made. The next build replaces everything in this folder."
GITIGNORE = f"{MARK}\n*\n"


def finish(site: Path) -> None:
    """Makes search work without a server, and keeps a private site out of version control."""
    index = site / "search" / "search_index.json"
    if index.is_file():
        # A page that was opened as a file may load a script, but not a JSON file.
        text = index.read_text(encoding="utf-8")
        index.with_suffix(".js").write_text(f"var __index = {text}", encoding="utf-8", newline="\n")
    (site / ".gitignore").write_text(GITIGNORE, encoding="utf-8", newline="\n")


def is_ours(site: Path) -> bool:
    """Whether a build may replace this folder: it does not exist, is empty, or was made by us."""
    if not site.exists():
        return True
    if not site.is_dir():
        return False
    if {path.name for path in site.iterdir()} <= {".gitignore"}:
        return True
    gitignore = site / ".gitignore"
    return gitignore.is_file() and gitignore.read_text(encoding="utf-8", errors="replace").startswith(MARK)
