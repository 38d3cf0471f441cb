"""The files that records name: pictures under names of their own, and nothing else.

A document may say anything, in more formats than anybody can look through; so none is in a shared copy.
"""

from pathlib import PurePosixPath

KINDS_OF_PICTURE = {".jpg": ".jpg", ".jpeg": ".jpg", ".png": ".png", ".webp": ".png", ".gif": ".png"}
"""The endings of pictures, and what each is saved as."""


class Files:
    """The files that are shown so far."""

    def __init__(self) -> None:
        self.pictures: dict[str, str] = {}
        """The names of pictures in the copy, and the owner's own."""
        self.left_out: list[str] = []

    def shown(self, name: str) -> str | None:
        """The name in the copy; None where the file is not in it."""
        ending = KINDS_OF_PICTURE.get(PurePosixPath(name).suffix.lower())
        if ending is None:
            if name not in self.left_out:
                self.left_out.append(name)
            return None
        known = next((shown for shown, own in self.pictures.items() if own == name), None)
        shown = known or f"picture-{len(self.pictures) + 1}{ending}"
        self.pictures[shown] = name
        return shown
