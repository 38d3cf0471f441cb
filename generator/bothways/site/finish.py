"""The mark that a build leaves in its folder: it keeps a private site out of version control, and tells it is ours."""

from pathlib import Path

MARK = "# A site that bothways made. The next build replaces everything in this folder."
GITIGNORE = f"{MARK}\n*\n"


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
