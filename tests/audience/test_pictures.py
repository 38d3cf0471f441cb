"""Pictures: what can be seen is kept, and nothing else of the file."""

from io import BytesIO

import pytest
from PIL import Image
from PIL.ExifTags import Base
from PIL.PngImagePlugin import PngInfo

from bothways.audience.pictures import LONGEST_SIDE, NotAPicture, drawn_anew


def jpeg() -> bytes:
    """A photograph that says who took it and where."""
    picture = Image.new("RGB", (40, 20), "red")
    about = picture.getexif()
    about[Base.Artist] = "Dana Okafor"
    about[Base.Orientation] = 6
    out = BytesIO()
    picture.save(out, "JPEG", exif=about, comment=b"Dana Okafor")
    return out.getvalue()


def png() -> bytes:
    about = PngInfo()
    about.add_text("Author", "Dana Okafor")
    about.add_itxt("Comment", "Dana Okafor", zip=True)
    out = BytesIO()
    Image.new("RGBA", (10, 10), (0, 0, 255, 128)).save(out, "PNG", pnginfo=about)
    return out.getvalue()


@pytest.mark.parametrize(("data", "ending"), [(jpeg(), ".jpg"), (png(), ".png"), (png(), ".jpg"), (jpeg(), ".png")])
def test_no_metadata_is_left(data: bytes, ending: str):
    """Neither plain nor compressed."""
    assert b"Dana" in data
    drawn = drawn_anew(data, ending)
    with Image.open(BytesIO(drawn)) as picture:
        picture.load()
        assert picture.getexif() == {}
        assert not {
            key: value
            for key, value in picture.info.items()
            if key not in ("jfif", "jfif_version", "jfif_unit", "jfif_density")
        }
    assert b"Dana" not in drawn


def test_a_picture_stands_as_its_camera_meant_it():
    """The note that said so is gone."""
    with Image.open(BytesIO(drawn_anew(jpeg(), ".jpg"))) as picture:
        assert picture.size == (20, 40)


def test_what_can_be_seen_through_stays_so():
    with Image.open(BytesIO(drawn_anew(png(), ".png"))) as picture:
        assert picture.getpixel((5, 5)) == (0, 0, 255, 128)


def test_a_large_picture_becomes_as_large_as_a_screen():
    out = BytesIO()
    Image.new("RGB", (4000, 1000)).save(out, "PNG")
    with Image.open(BytesIO(drawn_anew(out.getvalue(), ".png"))) as picture:
        assert picture.size == (LONGEST_SIDE, 400)


def test_the_same_picture_gives_the_same_bytes():
    assert drawn_anew(jpeg(), ".jpg") == drawn_anew(jpeg(), ".jpg")


@pytest.mark.parametrize(
    "data", [b"", b"no picture", png()[:60], b"%PDF-1.4", b"<svg xmlns='http://www.w3.org/2000/svg'/>"]
)
def test_what_is_no_picture_is_refused(data: bytes):
    with pytest.raises(NotAPicture):
        drawn_anew(data, ".png")
