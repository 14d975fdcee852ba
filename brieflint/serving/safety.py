"""Around every answer: whose requests are answered, and under which headers."""

from collections.abc import Awaitable, Callable, Iterable

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from brieflint.serving.refusals import Refusal, foreign_form, foreign_host

LOOPBACK = frozenset({"127.0.0.1", "localhost", "[::1]"})
ANYWHERE = frozenset({"0.0.0.0", "::", ""})  # noqa: S104 - not bound to, but asked about
HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; "
        "frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",  # with no-referrer, browsers would not tell the origin of our own forms
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Cache-Control": "no-store",
    "X-Accel-Buffering": "no",  # a proxy that collects the lines would hide that a brief is being read
}
SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
OURS = frozenset({"same-origin", "none"})
"""Where a browser says that a form comes from: from us, or from the person's own hand."""

Refuse = Callable[[Scope, Refusal], Response]


class Guard:
    """Refuses foreign hosts (DNS rebinding) and foreign forms (CSRF), takes the sub-path off, and sets the headers."""

    def __init__(self, app: ASGIApp, hosts: Iterable[str], root: str, refuse: Refuse) -> None:
        self._app = app
        self._hosts = frozenset(host.lower() for host in hosts)
        self._root = root.rstrip("/")
        self._refuse = refuse

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request; what is no request, such as the start of the server, is passed on."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        await self._choose(scope)(scope, receive, _with_headers(send))

    def _choose(self, scope: Scope) -> ASGIApp:
        headers, path = Headers(scope=scope), scope["path"]
        if bare_host(headers.get("host", "")) not in self._hosts or len(headers.getlist("host")) != 1:
            return self._refuse(scope, foreign_host())
        if scope["method"] not in SAFE and not is_ours(headers):
            return self._refuse(scope, foreign_form())
        if self._root and path == self._root:
            return RedirectResponse(f"{self._root.rpartition('/')[2]}/", status_code=308)
        if self._root and path.startswith(f"{self._root}/"):
            scope["path"] = path.removeprefix(self._root)
        return self._app


def _with_headers(send: Send) -> Callable[[Message], Awaitable[None]]:
    async def send_on(message: Message) -> None:
        if message["type"] == "http.response.start":
            MutableHeaders(scope=message).update(HEADERS)
        await send(message)

    return send_on


def bare_host(host: str) -> str:
    """A host as requests name it, without its port: "brief.example:8000" → "brief.example", "[::1]:80" → "[::1]"."""
    name, colon, port = host.lower().rpartition(":")
    return (name if colon and (port.isdecimal() or not port) and not name.endswith(":") else host.lower()).removesuffix(".")


def is_ours(headers: Headers) -> bool:
    """Whether a form comes from one of our own pages; what tells neither site nor origin is no browser."""
    if site := headers.get("sec-fetch-site"):
        return site in OURS
    origin = headers.get("origin")
    return origin is None or origin.partition("://")[2].lower() == headers.get("host", "").lower()


def find_hosts(host: str, allowed: Iterable[str]) -> frozenset[str]:
    """The names to answer to: those allowed, this machine's own for itself, and the address that is listened on."""
    own = frozenset() if host in ANYWHERE else frozenset({f"[{host}]" if ":" in host else host})
    return LOOPBACK | own | frozenset(allowed)
