"""Who may ask: pages of this very server in a browser on this machine, and nobody else.

Why: any web page may point a name of its own at 127.0.0.1 and would then be let in to read the site (DNS rebinding). A
browser that does so still sends that other name as `Host`. And a page of another site may ask for ours as a script, a
picture or a frame; browsers say so in `Sec-Fetch-Site`.
"""

from werkzeug.exceptions import Forbidden, HTTPException
from werkzeug.wrappers import Request

NAMES = ("127.0.0.1", "localhost", "[::1]")
"""What this machine calls itself."""

HTTP_PORT = 80
"""The port that browsers leave out."""


class MisdirectedRequest(HTTPException):
    """The request was meant for another name."""

    code = 421
    description = "This site answers to 127.0.0.1 and localhost only."


def own_hosts(port: int) -> frozenset[str]:
    """Every `Host` that means this server."""
    hosts = {f"{name}:{port}" for name in NAMES}
    return frozenset(hosts | set(NAMES) if port == HTTP_PORT else hosts)


def let_in(request: Request, hosts: frozenset[str]) -> None:
    """Nothing, for a request that may be answered; else raises what to answer instead."""
    if request.headers.get("Host", "").lower() not in hosts:
        raise MisdirectedRequest
    is_from_elsewhere = request.headers.get("Sec-Fetch-Site", "none") not in ("none", "same-origin")
    is_link = request.headers.get("Sec-Fetch-Mode") == "navigate" and request.method in ("GET", "HEAD")
    is_page = request.headers.get("Sec-Fetch-Dest") == "document"
    if is_from_elsewhere and not (is_link and is_page):
        raise Forbidden("Another site may lead here, but not read what is here.")
