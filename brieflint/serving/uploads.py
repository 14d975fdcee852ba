"""What a visitor sends, taken in within bounds and kept in memory only."""

import asyncio
import re
from collections.abc import AsyncGenerator
from contextlib import suppress
from dataclasses import dataclass

from starlette.datastructures import FormData, UploadFile
from starlette.formparsers import MultiPartException, MultiPartParser
from starlette.requests import ClientDisconnect, Request

from brieflint.knowledge.vocabulary import READERS, Reader
from brieflint.serving.limits import MOST_BYTES, MOST_FILES, MOST_NAME, MOST_UPLOAD_SECONDS, PATIENCE
from brieflint.serving.refusals import Refusal, nothing_sent, too_large, too_many, too_slow, unreadable_form, wrong_kind
from brieflint.signs import printable

FORM = "multipart/form-data"
PASTED = "pasted text"
MOST_FIELDS = 40
FOLDERS = re.compile(r"[/\\]")


@dataclass(frozen=True, slots=True)
class File:
    """A file by its name, without any folder."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Upload:
    """Files in the order of the form, what was pasted last; `reader` None: whoever reads such a text."""

    files: tuple[File, ...]
    reader: Reader | None = None


class _InMemory(MultiPartParser):
    spool_max_size = MOST_BYTES + 1
    """Never rolled over to a file on disk."""


async def receive_upload(request: Request) -> Upload:
    """The upload of a request. Raises `Refusal`."""
    form = await receive_form(request)
    files = [
        File(clean_name(entry.filename or ""), await entry.read())
        for entry in form.getlist("files")
        if isinstance(entry, UploadFile) and (entry.filename or entry.size)
    ]
    text = form.get("text")
    if isinstance(text, str) and text.strip():
        files.append(File(PASTED, text.encode()))
    if not files:
        raise nothing_sent()
    reader = form.get("reader")
    return Upload(tuple(files), next((known for known in READERS if known == reader), None))


async def receive_form(request: Request, most: int = MOST_BYTES) -> FormData:
    """The fields of a form. Raises `Refusal` when it is too large, too slow, or no form."""
    if not request.headers.get("content-type", "").lower().startswith(FORM):
        raise wrong_kind()
    parser = _InMemory(request.headers, _bound(request, most), max_files=MOST_FILES, max_fields=MOST_FIELDS, max_part_size=most)
    try:
        async with asyncio.timeout(MOST_UPLOAD_SECONDS):
            return await parser.parse()
    except TimeoutError:
        raise too_slow() from None
    except MultiPartException as error:
        await drain(request)
        raise (too_many() if error.message.startswith("Too many files") else unreadable_form()) from None
    except ClientDisconnect:
        raise unreadable_form() from None


async def _bound(request: Request, most: int) -> AsyncGenerator[bytes, None]:
    """What arrives, up to the bound: its length may be untold or a lie."""
    arrived = 0
    async for chunk in request.stream():
        arrived += len(chunk)
        if arrived > PATIENCE * most:
            break
        if arrived <= most:
            yield chunk
    if arrived > most:
        raise too_large()


async def drain(request: Request) -> None:
    """Throw away what still arrives: a browser looks for the answer only when it has sent everything."""
    with suppress(ClientDisconnect, TimeoutError, Refusal, RuntimeError):  # the last: all has arrived already
        async with asyncio.timeout(MOST_UPLOAD_SECONDS):
            async for _ in _bound(request, MOST_BYTES):
                pass


def clean_name(name: str) -> str:
    """A name to show and to know the format by: without folders and unprintable characters, and not too long."""
    bare = printable(FOLDERS.split(name)[-1]) or "unnamed"
    stem, dot, suffix = bare.rpartition(".")
    most = MOST_NAME - len(suffix) - 1
    return f"{stem[:most]}.{suffix}" if dot and len(bare) > MOST_NAME and most > 0 else bare[:MOST_NAME]
