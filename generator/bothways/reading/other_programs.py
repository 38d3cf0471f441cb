"""Files of other programs that were given the name of one of ours: what each is, and what to do with it."""

import re

_BEGINNINGS = (
    (b"PK\x03\x04", "a packed file, such as a Word document or a spreadsheet"),
    (b"\xd0\xcf\x11\xe0", "a document of Word or a spreadsheet"),
    (b"{\\rtf", "a document with formatting (RTF)"),
    (b"%PDF", "a PDF"),
    (b"bplist", "a document of Apple's"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
)
_PAGE = re.compile(rb"\s*<(?:!doctype|html|\?xml|head|body)\b", re.IGNORECASE)

_COPY = "Copy its words in the program that made it, and save them as plain text (UTF-8) under this name."
_TABLE = "Take people in with bothways import; copy anything else by hand."

_DELIMITERS = ",;\t|"


def other_program(data: bytes) -> tuple[str, str] | None:
    """What a file is that another program wrote, and what to do. None for what may be text."""
    for beginning, what in _BEGINNINGS:
        if data.startswith(beginning):
            return f"This is {what}, and no plain text.", _COPY
    if _PAGE.match(data):
        return "This is a web page, and no plain text.", _COPY
    return None


def table(text: str) -> tuple[str, str] | None:
    """What to say of a text whose lines are the rows of a table."""
    lines = [line for line in text.split("\n") if line.strip()][:5]
    for delimiter in _DELIMITERS:
        cells = {line.count(delimiter) for line in lines}
        if len(lines) > 1 and len(cells) == 1 and max(cells) > 0 and not re.search(r"^\s*-\s|:\s", lines[0]):
            return "This is a table (CSV).", _TABLE
    return None
