"""The page of all fields is what the model says, and its examples are read as they stand."""

from bothways.model.base import Record
from bothways.reading.kinds import BY_NAME
from content.chapters import CHAPTERS
from content.write_format import format_page
from workbooks import GUIDE


def test_the_page_is_what_the_model_says(update_testdata):
    """Not stale: `--update-testdata` writes it anew."""
    path = GUIDE / "format.md"
    if update_testdata:
        path.write_text(format_page(), encoding="utf-8", newline="\n")
    assert path.read_text(encoding="utf-8") == format_page()


def test_every_file_and_every_field_is_on_it():
    """Each file has its part, and each field of each record its row."""
    page = CHAPTERS["format.md"]
    for kind in BY_NAME.values():
        section = page.section(kind.name)
        assert section, kind.name
        for name, info in kind.record.model_fields.items():
            if name not in Record.model_fields and name != "body":
                assert f"| `{info.alias or name}` |" in section


def test_no_field_is_without_words():
    """Every row says what it means, and what to write."""
    rows = [line for line in format_page().splitlines() if line.startswith("| `")]
    assert len(rows) > 130
    for row in rows:
        cells = [cell.strip() for cell in row.replace("\\|", "/").strip("|").split("|")]
        assert len(cells) == 3
        assert all(cells), row


def test_the_control_another_description_would_be_noticed():
    """The page is not compared with itself."""
    assert (GUIDE / "format.md").read_text(encoding="utf-8") != format_page().replace("Their name.", "Her name.")
