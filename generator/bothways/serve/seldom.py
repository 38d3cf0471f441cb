"""Those who answer what is seldom asked: they bring much that takes a while to load, and no page needs it."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from bothways.serve.importing import Importing
from bothways.serve.pen import Pen
from bothways.serve.reader import Reader
from bothways.serve.removing import Removing
from bothways.serve.replying import Replying
from bothways.serve.sender import Sender
from bothways.serve.sharing import Sharing
from bothways.serve.shown import Shown
from bothways.serve.sitting import Sitting

if TYPE_CHECKING:
    from bothways.serve.answers import Answer
    from bothways.serve.serving import Home


def seldom_asked(  # noqa: PLR0917
    home: "Home", reader: Reader, shown: Shown, sender: Sender, sitting: Sitting, pen: Pen
) -> "Sequence[Answer]":
    """All of them."""
    return (
        Removing(home.folder, home.site, reader, shown, sender, sitting, pen),
        Sharing(home.folder, reader, sender, sitting, home.sharing),
        Replying(home.folder, reader, sender, sitting, pen),
        Importing(reader, sender, sitting, pen),
    )
