"""The second lock finds what was taken out, in whatever form it stands; and is not alarmed by what is something else."""

import base64
import gzip
import io
import json
import unicodedata
import zipfile
import zlib
from urllib.parse import quote

import pytest
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from bothways.share.scan import Find, finds

NAME = "Zoë Quincewort"


def in_page(text: bytes) -> bytes:
    return b"<p>before</p>\n<p>" + text + b"</p>\n<p>after</p>"


def picture(**notes: str) -> bytes:
    """A PNG of noise, with remarks in it, and the same as metadata of a camera."""
    out, info = io.BytesIO(), PngInfo()
    for key, value in notes.items():
        info.add_text(key, value, zip=True)
    Image.effect_noise((40, 40), 60).save(out, "PNG", pnginfo=info)
    return out.getvalue()


def photo(artist: str) -> bytes:
    out, exif = io.BytesIO(), Image.Exif()
    exif[0x010E] = artist.encode()
    Image.effect_noise((40, 40), 60).save(out, "JPEG", exif=exif)
    return out.getvalue()


def archive(name: str, text: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as whole:
        whole.writestr(name, text)
    return out.getvalue()


RAW = NAME.encode()
FORMS = {
    "as it is": in_page(RAW),
    "in capitals": in_page(NAME.upper().encode()),
    "decomposed": in_page(unicodedata.normalize("NFD", NAME).encode()),
    "full width": in_page(
        "".join(chr(ord(sign) + 0xFEE0) if sign.isascii() and sign != " " else sign for sign in NAME).encode()
    ),
    "with a soft hyphen": in_page("Zoë Quince\u00adwort".encode()),
    "with no-break spaces": in_page("Zoë\u00a0Quincewort".encode()),
    "over the end of a line": in_page("Zoë\n      Quincewort".encode()),
    "over tags and empty lines": in_page("<b>Zoë</b>\n\n  <i>\n</i>\n<span>Quince</span>wort".encode()),
    "in an address": in_page(b'<a href="people/zoe-quincewort.html">'),
    "in an attribute": in_page("<img alt='Zoë Quincewort'>".encode()),
    "as entities": in_page(b"Zo&euml; &#81;&#x75;incewort"),
    "as entities of entities": in_page(b"Zo&amp;euml; Quincewort"),
    "percent-encoded": in_page(quote(NAME).encode()),
    "percent-encoded twice": in_page(quote(quote(NAME)).encode()),
    "in JSON": json.dumps({"location": "a.html", "text": f"see {NAME}"}).encode(),
    "in a search index": json.dumps(
        {"docs": [{"location": "a", "text": "x"}, {"location": "b", "text": NAME}]}
    ).encode(),
    "glued to another word": in_page("theZoë Quincewort".encode()),
    "gzip": gzip.compress(in_page(RAW)),
    "zlib": zlib.compress(in_page(RAW)),
    "deflate": zlib.compress(in_page(RAW))[2:-4],
    "zlib in the middle of a file": b"\0\x01\x02" * 40 + zlib.compress(in_page(RAW)),
    "gzip in Base64": in_page(base64.b64encode(gzip.compress(RAW))),
    "hexadecimal": in_page(RAW.hex().encode()),
    "UTF-16": b"\xff\xfe" + NAME.encode("utf-16-le"),
    "in a ZIP": archive("note.txt", NAME),
    "as a name in a ZIP": archive(f"{NAME}.txt", "x"),
    "in a picture's remark": picture(Comment=f"for {NAME}"),
    "in a photo's metadata": photo(f"Photo: {NAME}"),
    "a data address": in_page(b'<img src="data:image/png;base64,' + base64.b64encode(picture(Author=NAME)) + b'">'),
    **{f"Base64 after {n} bytes": in_page(base64.b64encode(b"x" * n + b" " + RAW + b" more")) for n in range(4)},
    **{
        f"Base64 inside a run, {n}": in_page(b"abc"[:n] + base64.b64encode(b"some text " + RAW + b" here"))
        for n in range(4)
    },
    "Base64 for addresses": in_page(base64.urlsafe_b64encode("ÿþ?>".encode() + b" " + RAW).rstrip(b"=")),
}


@pytest.mark.parametrize("form", FORMS)
def test_it_finds(form: str) -> None:
    """The name, in this form."""
    assert Find(NAME, "a") in finds({"a": FORMS[form]}, [NAME, "Somebody Else"])


@pytest.mark.parametrize("form", FORMS)
def test_it_does_not_find_what_is_not_there(form: str) -> None:
    """The control: the same files hold no other name."""
    assert finds({"a": FORMS[form]}, ["Yann Quarrington", "Bea", "Li", "0414 555 010"]) == ()


def test_addresses_are_looked_at_too() -> None:
    """A file may give somebody away by its name alone."""
    for address in ("files/zoe-quincewort.png", "people/ZOE_QUINCEWORT.html", f"files/{NAME}.png"):
        assert finds({address: b""}, [NAME]) == (Find(NAME, address),)


@pytest.mark.parametrize("text", ["to Bea.", "<b>BEA</b>", "bea-lin.html", "ask;bea", "“Bea’s”"])
def test_a_short_name_is_found_as_a_word(text: str) -> None:
    """Between signs, tags and in addresses."""
    assert finds({"a": text.encode()}, ["Bea"])


@pytest.mark.parametrize("text", ["a beam of light", "beads", "Beatrice", "QmVh", "abeab", "#bea123f"])
def test_a_short_name_in_another_word_is_no_alarm(text: str) -> None:
    """Every share would be stopped."""
    assert finds({"a": text.encode()}, ["Bea"]) == ()


@pytest.mark.parametrize(
    "text",
    ["0414 555 010", "0414555010", "(0414) 555-010", "0414.555.010", "+61 0414 555 010", "call 0414/555 010 now"],
)
def test_a_number_is_found_however_it_is_grouped(text: str) -> None:
    """As people write telephone numbers."""
    assert finds({"a": in_page(text.encode())}, ["0414-555-010"])


def test_an_address_is_found(subtests: pytest.Subtests) -> None:
    """E-mail, links and handles, also where a mail program would hide them."""
    for said in ("dana.okafor@marrow.example", "https://example.org/in/dana-o", "@dana_okafor_82"):
        for form in (said, quote(said, safe=""), said.replace("@", "&#64;"), said.upper()):
            with subtests.test(form):
                assert finds({"a": in_page(form.encode())}, [said])


def test_what_is_public_is_no_find() -> None:
    """Somebody may be called Baker, and the guide speak of a baker; but not on a line of the person's own."""
    guide = b"<p>Ask your baker.</p>"
    assert finds({"guide/a.html": guide}, ["Baker"], {"guide/a.html": guide}) == ()
    assert finds({"a.html": guide + b"\n<p>Met the baker</p>"}, ["Baker"], {"guide/a.html": guide}) == (
        Find("Baker", "a.html"),
    )


def test_somebody_may_be_called_like_a_part_of_a_page() -> None:
    """Names of tags and attributes that public pages have too are no finds; the same word in a text, or as a value, is."""
    public = {"empty.html": b"<button hidden data-script>Copy</button>"}
    page = b"<button hidden data-script class=x>Copy it</button>"
    assert not finds({"a.html": page}, ["Hidden", "Button", "Data Script"], public)
    assert finds({"a.html": b"<button hidden>Write to Mr Button</button>"}, ["Button"], public)
    assert finds({"a.html": b'<button title="Button" hidden>x</button>'}, ["Button"], public)
    assert finds({"a.html": b"a mail to <Dana Okafor> came"}, ["Dana Okafor"], public)


def test_chance_finds_nothing_in_pictures_and_fonts() -> None:
    """A megabyte of noise, and a thousand short names."""
    noise = b"".join(zlib.compress(bytes([n % 251, n % 7]) * 50) for n in range(20_000))
    names = [
        first + second for first in "ABCDEFGHIJKLMNOPQRSTUVWXYZ" for second in ("li", "ea", "no", "ia", "us", "an")
    ]
    assert finds({"a.woff": b"\0" + noise, "b.png": picture()}, names) == ()


def test_a_bomb_does_no_harm() -> None:
    """Layers of layers, and a file that would fill the memory."""
    layered = RAW
    for _ in range(12):
        layered = gzip.compress(layered)
    finds({"a": layered, "b": gzip.compress(b"\0" * 30_000_000), "c": b"PK\x03\x04" + b"\0" * 100}, [NAME])


def test_unseen_signs_do_not_hide_a_number() -> None:
    """Zero width, soft hyphens and the like between its digits."""
    for sign in ("\u200b", "\u00ad", "\u2060", "&#8203;", "&shy;"):
        assert finds({"a": in_page(f"07700{sign}900123".encode())}, ["07700 900123"])
