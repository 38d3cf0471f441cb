"""The policy trusts the theme's scripts, and nothing that a page's body brings."""

import base64
import hashlib

from bothways.share.policy import content_policy, hashes, trusted_in

SHELL = """<html><head><link rel="stylesheet" href="../assets/a.css"><script>scope=new URL("..",location)</script></head>
<body><script src="../assets/a.js" defer></script><script src="https://example.org/b.js"></script>
<script id="__config" type="application/json">{"a": 1}</script></body></html>"""
FILES = {
    "assets/a.css": b"p {}",
    "assets/a.js": b"run()",
    "files/evil.js": b"evil()",
    "x.html": b"<body><script>evil()</script>",
}


def test_what_is_trusted() -> None:
    """The scripts and styles that the shell names, and its own lines of script at every depth."""
    trusted = trusted_in(FILES, [SHELL])
    assert trusted.script_files == {"assets/a.js": "run()"}
    assert trusted.style_files == {"assets/a.css": "p {}"}
    assert 'scope=new URL("../..",location)' in trusted.scripts
    assert not any("evil" in script for script in trusted.scripts)


def test_the_style_of_a_paper_is_trusted_from_its_head_only() -> None:
    """A paper brings its style; a style in a body is somebody's text."""
    files = {"sheet.html": b"<html><head><style>h1 {}</style></head><body><style>h2 {}</style></body>"}
    assert trusted_in(files, []).styles == ("h1 {}",)


def test_a_policy_forbids_all_that_it_does_not_name() -> None:
    """Nothing is loaded, sent, framed or run but for what is listed."""
    policy = content_policy(["run()"], ["p {}"], img_src="blob:")
    digest = base64.b64encode(hashlib.sha256(b"run()").digest()).decode()
    assert f"script-src 'sha256-{digest}';" in policy
    assert "default-src 'none'" in policy
    assert "base-uri 'none'" in policy
    assert "form-action 'none'" in policy
    assert "unsafe" not in policy
    assert list(hashes(["a", "a"])) == list(hashes(["a"]))


def test_none_stands_alone() -> None:
    """Beside a source, browsers ignore it and say so on the console, on every page."""
    policy = content_policy([], [], style_src="'self'")
    assert "style-src 'self';" in policy
    assert "script-src 'none';" in policy
