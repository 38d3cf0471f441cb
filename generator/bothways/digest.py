"""A short text for some bytes and texts: the same for the same, and only for them."""

import hashlib

SIZE = 16
"""Bytes of a digest. In text it is twice as long."""


def digest(*parts: bytes | str) -> str:
    """The digest of some bytes and texts in their order."""
    told = hashlib.blake2b(digest_size=SIZE)
    for part in parts:
        data = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        told.update(len(data).to_bytes(8, "big"))
        told.update(data)
    return told.hexdigest()
