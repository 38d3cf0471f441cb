"""A picture, drawn anew: nothing of its file is kept but what can be seen.

Cameras write the place and the day into a picture, and programs the name of whoever saved it.
"""

from io import BytesIO

from PIL import Image, ImageOps, UnidentifiedImageError

LONGEST_SIDE = 1600
"""Pixels: as much as a large screen shows of it, and a file of about 200 kB. Ours."""
MOST_PIXELS = 80_000_000
"""A picture of more is taken for a trap."""


class NotAPicture(Exception):
    """The file cannot be read as a picture."""


def drawn_anew(data: bytes, ending: str) -> bytes:
    """The picture as a new file: a JPEG for the ending `.jpg`, else a PNG. Raises `NotAPicture`."""
    try:
        with Image.open(BytesIO(data)) as opened:
            if opened.width * opened.height > MOST_PIXELS:
                raise NotAPicture
            picture = ImageOps.exif_transpose(opened)
            picture.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
            is_photo = ending == ".jpg"
            pixels = picture.convert("RGB" if is_photo else "RGBA")
    except (OSError, ValueError, SyntaxError, UnidentifiedImageError, Image.DecompressionBombError) as error:
        raise NotAPicture from error
    clean = Image.frombytes(pixels.mode, pixels.size, pixels.tobytes())
    out = BytesIO()
    clean.save(out, "JPEG", quality=85) if is_photo else clean.save(out, "PNG")
    return out.getvalue()
