"""Small messages, written by hand as their programs would."""

from base64 import encodebytes


def message(
    body: str | bytes = "",
    *attached: bytes,
    kind: str = "text/plain; charset=utf-8",
    subject: str = "Brief",
    boundary: str = "edge",
) -> bytes:
    """A message with this body, and with parts below it."""
    words = body if isinstance(body, bytes) else body.encode()
    head = (
        f"From: Ana Silva <ana@district.example>\nTo: offers@vendor.example\nSubject: {subject}\nMIME-Version: 1.0\n".encode()
    )
    own = f"Content-Type: {kind}\n\n".encode() + words
    return head + (multipart(own, *attached, boundary=boundary) if attached else own)


def multipart(*parts: bytes, kind: str = "mixed", boundary: str = "edge") -> bytes:
    """Parts of one message."""
    edge = f"--{boundary}".encode()
    inside = b"".join(edge + b"\n" + part + b"\n" for part in parts)
    return f'Content-Type: multipart/{kind}; boundary="{boundary}"\n\n'.encode() + inside + edge + b"--\n"


def part(kind: str, content: str | bytes = "") -> bytes:
    """A part that has no name."""
    return f"Content-Type: {kind}\n\n".encode() + (content if isinstance(content, bytes) else content.encode())


def attachment(name: str, content: str | bytes, kind: str = "application/octet-stream") -> bytes:
    """A file that is attached."""
    data = content if isinstance(content, bytes) else content.encode()
    head = (
        f'Content-Type: {kind}; name="{name}"\nContent-Transfer-Encoding: base64\n'
        f'Content-Disposition: attachment; filename="{name}"\n\n'
    )
    return head.encode() + encodebytes(data)
