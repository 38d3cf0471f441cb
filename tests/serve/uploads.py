"""A form with a file as a browser sends it, made by hand: a test client would put a large one on the disk."""

BOUNDARY = "----bothways"


def multipart(values: dict[str, object], data: bytes, name: str = "file.txt", field: str = "file") -> bytes:
    """The body of the form."""
    parts = [f'{_head(key)}"\r\n\r\n{value}\r\n'.encode() for key, value in values.items()]
    head = f'{_head(field)}"; filename="{name}"\r\nContent-Type: application/octet-stream\r\n\r\n'.encode()
    return b"".join([*parts, head, data, f"\r\n--{BOUNDARY}--\r\n".encode()])


def type_of_body() -> dict[str, str]:
    """The header that says how it is made."""
    return {"Content-Type": f"multipart/form-data; boundary={BOUNDARY}"}


def _head(name: str) -> str:
    return f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="{name}'
