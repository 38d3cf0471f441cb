"""What every answer tells the browser: what kind of thing it is, and what may be done with it."""

import base64
import hashlib
import mimetypes
import posixpath
import re
from collections.abc import Iterable
from functools import lru_cache

from werkzeug.wrappers import Response

from bothways.pages.environment import paper_style
from bothways.pages.paper import KINDS

ALWAYS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}

POLICY = {
    "default-src": "'none'",
    "connect-src": "'self'",
    "font-src": "'self'",
    "form-action": "'self'",
    "frame-ancestors": "'none'",
    "base-uri": "'none'",
    # The theme's style file draws its signs from addresses that hold the picture itself.
    "img-src": "'self' data:",
    "worker-src": "'self'",
}

UNKNOWN = "application/octet-stream"
RUNS = ("text/html", "image/svg+xml", "application/xml", "text/xml", "application/xhtml+xml")
"""What a browser might run when it is opened by itself."""

_TYPES = mimetypes.MimeTypes(filenames=())
"""Python's own list: the machine's may call a script plain text."""
_TYPES.add_type("text/javascript", ".js")
_ROOT = re.compile(r'new URL\("[./]*",location\)')
_ROOTS = (".", "..", "../..", "../../..")
_INLINE_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)


def type_of(address: str) -> str:
    """The type by the ending: `text/html; charset=utf-8`."""
    found, packed = _TYPES.guess_type(posixpath.basename(address))
    if found is None or packed:
        return UNKNOWN
    is_text = found.startswith("text/") or found in ("application/json", "image/svg+xml")
    return f"{found}; charset=utf-8" if is_text else found


@lru_cache(maxsize=4)
def _inline_scripts(shells: tuple[str, ...]) -> frozenset[str]:
    scripts = {script for shell in shells for script in _INLINE_SCRIPT.findall(shell)}
    at_depths = {_ROOT.sub(f'new URL("{root}",location)', script) for script in scripts for root in _ROOTS}
    return frozenset(map(_hash, at_depths))


def inline_scripts(shells: Iterable[str]) -> frozenset[str]:
    """The theme's scripts that stand in its pages, as a content security policy names them.

    `shells` are pages without a word of the person's: what only their own pages hold is not to run. One script says how
    deep in the site its page lies; it is named for every depth.
    """
    return _inline_scripts(tuple(shells))


def _hash(script: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'"


@lru_cache(maxsize=1)
def _paper_styles() -> str:
    """The styles that stand in pages for paper."""
    return " ".join(sorted(_hash(paper_style(kind)) for kind in KINDS))


def protect(response: Response, scripts: Iterable[str] = ()) -> None:
    """Sets what holds for every answer. `scripts`: those that a page may run beside our files."""
    allowed = " ".join(["'self'", *sorted(scripts)])
    policy = POLICY | {"style-src": f"'self' {_paper_styles()}", "script-src": allowed}
    response.headers.extend(ALWAYS)
    response.headers["Content-Security-Policy"] = "; ".join(f"{name} {value}" for name, value in policy.items())


def protect_attachment(response: Response) -> None:
    """Keeps a file of the person's from running anything, should it be a page."""
    response.headers.extend(ALWAYS)
    if response.mimetype in RUNS:
        response.headers["Content-Security-Policy"] = "default-src 'none'; style-src 'unsafe-inline'; sandbox"
