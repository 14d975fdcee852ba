"""The server: its paths, and what is done on each."""

import asyncio
import os
import socket
from collections.abc import AsyncIterator, Callable, Iterable
from contextlib import asynccontextmanager

import uvicorn
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, RedirectResponse, Response, StreamingResponse
from starlette.routing import Route
from starlette.types import ASGIApp, Scope

from brieflint.choosing.ballot import open_ballot
from brieflint.configuration.settings import Options
from brieflint.knowledge.artefact import load_knowledge
from brieflint.serving.ballots import receive_ballot
from brieflint.serving.limits import MOST_CONNECTIONS, MOST_SECONDS, MOST_WAITING
from brieflint.serving.pages import (
    ASSETS,
    read_page_asset,
    render_broken,
    render_choice,
    render_opening,
    render_refusal,
    render_start,
    render_step,
)
from brieflint.serving.reading import Progress, Result
from brieflint.serving.refusals import Refusal, busy, failure, plain_refusal
from brieflint.serving.safety import Guard, find_hosts
from brieflint.serving.uploads import drain, receive_upload
from brieflint.serving.workers import GaveUp, Readers

Told = Progress | Result | BaseException | None


class Site:
    """The pages and the readers behind them."""

    def __init__(self, options: Options, readers: int, seconds: float, waiting: int, announce: Callable[[], None]) -> None:
        self._options = options
        self._number = readers
        self._seconds = seconds
        self._most = waiting
        self._announce = announce
        self._waiting = 0
        self._readers: Readers

    def make_app(self) -> Starlette:
        """The application."""
        return Starlette(
            routes=[
                Route("/", self.start),
                Route("/check", self.go_back, methods=["GET"]),
                Route("/check", self.check, methods=["POST"]),
                Route("/choose", self.choose, methods=["GET", "POST"]),
                Route("/healthz", self.tell_health),
                *(Route(f"/{name}", self.give_asset) for name in ASSETS),
            ],
            exception_handlers={Refusal: _refuse, HTTPException: _refuse, Exception: _fail},
            lifespan=self._live,
        )

    @asynccontextmanager
    async def _live(self, app: Starlette) -> AsyncIterator[None]:
        del app
        self._readers = await asyncio.to_thread(Readers, self._options, self._number, self._seconds)
        try:
            await asyncio.to_thread(self._readers.warm_up)
            self._announce()
            yield
        finally:
            self._readers.close()

    async def start(self, request: Request) -> Response:
        """The form."""
        return HTMLResponse(render_start(find_base(request.scope)))

    async def go_back(self, request: Request) -> Response:
        """To the form, for an address of a report that somebody kept: there is no report to come back to."""
        return RedirectResponse(find_base(request.scope), status_code=303)

    async def check(self, request: Request) -> Response:
        """A report, sent line by line while it is made. Raises `Refusal`."""
        if self._waiting >= self._most:
            await drain(request)
            raise busy()
        self._waiting += 1
        told: asyncio.Queue[Told] = asyncio.Queue()
        loop = asyncio.get_running_loop()

        def tell(found: Progress | Result) -> None:
            loop.call_soon_threadsafe(told.put_nowait, found)

        try:
            upload = await receive_upload(request)
            ahead = self._waiting - 1
            reading = asyncio.wrap_future(self._readers.submit(upload, tell))
        except BaseException:
            self._waiting -= 1
            raise

        def end(done: "asyncio.Future[None]") -> None:
            self._waiting -= 1
            told.put_nowait(None if done.cancelled() else done.exception())

        # Whoever leaves early does not end the reading: the reader is free when it is done, which is soon.
        reading.add_done_callback(end)
        return StreamingResponse(_stream(find_base(request.scope), told, ahead), media_type="text/html")

    async def choose(self, request: Request) -> Response:
        """The five questions, and what the answers of a form come to. Raises `Refusal`."""
        guide = load_knowledge().guide
        ballot, of = (open_ballot(guide), "") if request.method != "POST" else await receive_ballot(request, guide)
        return HTMLResponse(render_choice(find_base(request.scope), ballot, of))

    async def tell_health(self, request: Request) -> Response:
        """For whoever watches over the server."""
        del request
        return PlainTextResponse("ok\n")

    async def give_asset(self, request: Request) -> Response:
        """Style sheets, the script of the filters, the icon."""
        name = request.url.path.rpartition("/")[2]
        return Response(read_page_asset(name), media_type=ASSETS[name])


async def _stream(base: str, told: "asyncio.Queue[Told]", ahead: int) -> AsyncIterator[str]:
    yield render_opening(base)
    if ahead > 0:
        yield render_step(f"Waiting for {ahead} other{'s' if ahead > 1 else ''} …")
    while True:
        found = await told.get()
        if isinstance(found, Progress):
            yield render_step(f"Reading {found.name} ({found.number} of {found.of}) …")
        elif isinstance(found, Result):
            yield found.html
            return
        else:
            yield render_broken(str(found) if isinstance(found, GaveUp) else failure().advice)
            return


async def _refuse(request: Request, error: Exception) -> Response:
    refusal = error if isinstance(error, Refusal) else plain_refusal(getattr(error, "status_code", 500))
    return make_refusal(request.scope, refusal)


async def _fail(request: Request, error: Exception) -> Response:
    del error  # told on the server's own terminal
    return make_refusal(request.scope, failure())


def make_refusal(scope: Scope, refusal: Refusal) -> Response:
    """The page of a refusal."""
    return HTMLResponse(render_refusal(find_base(scope), refusal), refusal.status, headers=refusal.headers)


def find_base(scope: Scope) -> str:
    """The way from a page to the first one: links are relative, and so hold below any path of a proxy."""
    path: str = scope["path"]
    return "../" * (path.count("/") - 1) or "./"


def make_app(
    options: Options,
    hosts: Iterable[str],
    root: str = "",
    *,
    readers: int | None = None,
    seconds: float = MOST_SECONDS,
    waiting: int = MOST_WAITING,
    announce: Callable[[], None] = lambda: None,
) -> ASGIApp:
    """The application behind its guard. `readers` is the number of processes, one for each core by default."""
    site = Site(options, readers or os.cpu_count() or 1, seconds, waiting, announce)
    return Guard(site.make_app(), hosts, root, make_refusal)


def serve(host: str, port: int, allowed: Iterable[str], root: str, options: Options, say: Callable[[str], None]) -> None:
    """Serve until a signal ends it; `say` is told the address when it is ready, port 0 is any that is free.

    Raises `OSError` when the address cannot be had.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.create_server((host, port), family=family) as listening:
        shown = f"[{host}]" if family == socket.AF_INET6 else host
        address = f"http://{shown}:{listening.getsockname()[1]}{root}/"
        app = make_app(options, find_hosts(host, allowed), root, announce=lambda: say(address))
        config = uvicorn.Config(
            app,
            access_log=False,  # what people send is nobody's business
            log_level="warning",
            server_header=False,
            proxy_headers=False,  # who asks and by which scheme makes no difference here
            limit_concurrency=MOST_CONNECTIONS,
            timeout_graceful_shutdown=5,
        )
        uvicorn.Server(config).run(sockets=[listening])
