"""The corridor of the preview: briefings as they would be printed now, for one person.

Nothing is written and nothing is issued. Each briefing is made when somebody looks at
it, and anew once a template, a style, the settings or what the store tells of it has
changed; a page that is open then loads itself again.
"""

import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit

import msgspec
from watchfiles import watch

from reports.errors import ReportsError
from reports.places import TEMPLATES
from reports.publish import composed, listed, texts
from reports.publish.editions import Edition, edition
from reports.render import filled, forget
from reports.store import open_store
from reports.text.periods import period_fa, read_period
from reports.theme import Look

#: What an answer is, by the ending of its address.
KINDS = {
    "html": "text/html; charset=utf-8",
    "pdf": "application/pdf",
    "json": "application/json",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}
#: Milliseconds between two looks at what the store tells.
PAUSE = 2000

#: Only this machine is answered, under the names it calls itself by.
LOOPBACK = "127.0.0.1"
NAMES = {LOOPBACK, "localhost"}


class Answer(msgspec.Struct, frozen=True):
    """What a browser gets."""

    status: HTTPStatus
    kind: str
    body: bytes


class Preview:
    """The briefings of one period, made when they are asked for."""

    def __init__(
        self,
        store_url: str,
        *,
        period: str,
        subjects: Sequence[str] = (),
        look: Callable[[], Look],
    ) -> None:
        """Begin with nothing made; `look` reads the settings."""
        self.version = 1
        self._store_url = store_url
        self._period = read_period(period)
        self._subjects = subjects
        self._look = look
        self._lock = threading.RLock()
        self._made: dict[str, Edition] = {}
        #: The subject looked at last, and the digest of what the store told of it.
        self._open: tuple[str, str] | None = None

    def change(self) -> None:
        """Forget what was made: something that it was made from is another."""
        with self._lock:
            self._made.clear()
            forget()
            self.version += 1

    def check(self) -> None:
        """See whether the store tells something else of what was looked at last."""
        with self._lock:
            if self._open is None:
                return
            subject, digest = self._open
            with open_store(self._store_url, new=False) as store:
                (one,) = listed(store, [subject])
                _, now = composed(store, one, self._period)
            if now != digest:
                self._open = (subject, now)
                self.change()

    def answer(self, path: str) -> Answer:
        """Return what is at `path`; a fault of the user's is a page that tells it."""
        if path == "/version":
            return Answer(HTTPStatus.OK, "text/plain", str(self.version).encode())
        with self._lock:
            try:
                return self._index() if path == "/" else self._file(path.lstrip("/"))
            except ReportsError as problem:
                page = self._page("preview.html", problem=problem, groups={})
                return Answer(HTTPStatus.INTERNAL_SERVER_ERROR, KINDS["html"], page)

    def _index(self) -> Answer:
        """Return the list of briefings."""
        groups: dict[str, list[object]] = {}
        with open_store(self._store_url, new=False) as store:
            for one in listed(store, self._subjects):
                groups.setdefault(one.kind, []).append(one)
        page = self._page("preview.html", problem=None, groups=groups)
        return Answer(HTTPStatus.OK, KINDS["html"], page)

    def _file(self, path: str) -> Answer:
        """Return one briefing in one format."""
        subject, _, format_ = path.rpartition(".")
        if format_ not in KINDS:
            return Answer(HTTPStatus.NOT_FOUND, "text/plain", b"not found")
        if path not in self._made:
            with open_store(self._store_url, new=False) as store:
                (one,) = listed(store, [subject])
                briefing, digest = composed(store, one, self._period)
                self._made[path] = edition(
                    briefing,
                    formats=[format_],
                    text_of=texts(store),
                    look=self._look(),
                )
            self._open = (subject, digest)
        made = self._made[path]
        body = made.files[format_]
        if format_ == "html":
            live = self._page("live.html", refused=made.objections)
            body = body.replace(b"</body>", live + b"</body>")
        return Answer(HTTPStatus.OK, KINDS[format_], body)

    def _page(self, name: str, **values: object) -> bytes:
        """Return a page of the preview itself."""
        label = period_fa(self._period)
        page = filled(
            name,
            None,
            version=self.version,
            period=label,
            formats=tuple(KINDS),
            **values,
        )
        return page.encode()


@contextmanager
def served(preview: Preview, *, port: int = 0) -> Iterator[str]:
    """Serve a preview to this machine, and yield its address; port 0 is a free one."""

    class Handler(BaseHTTPRequestHandler):
        """Answers a browser."""

        def do_GET(self) -> None:
            """Answer, unless the question came by another name than ours."""
            named = urlsplit(f"//{self.headers.get('Host', '')}").hostname
            answer = Answer(HTTPStatus.FORBIDDEN, "text/plain", b"not for you")
            if named in NAMES:
                answer = preview.answer(urlsplit(self.path).path)
            with suppress(ConnectionError):  # who asked has gone away
                self.send_response(answer.status)
                self.send_header("Content-Type", answer.kind)
                self.send_header("Content-Length", str(len(answer.body)))
                self.send_header("Cache-Control", "no-store")
                self.send_header("X-Content-Type-Options", "nosniff")
                self.end_headers()
                self.wfile.write(answer.body)

        def log_message(self, *_: object) -> None:
            """Say nothing: a browser that asks for the version says it all day."""

    with ThreadingHTTPServer((LOOPBACK, port), Handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield f"http://{LOOPBACK}:{server.server_port}/"
        finally:
            server.shutdown()


def keep_up(
    preview: Preview, *, templates: Path | None = None, settings: Path | None = None
) -> None:
    """Tell the preview of every change, until the person who looks at it has enough."""
    sources = {TEMPLATES, *([templates.absolute()] if templates else ())}
    file = settings.absolute() if settings else None

    def concerns(_: object, path: str) -> bool:
        return Path(path).parent in sources or Path(path) == file

    for changes in watch(
        *sources,
        *([file.parent] if file else ()),
        watch_filter=concerns,
        recursive=False,
        rust_timeout=PAUSE,
        yield_on_timeout=True,
    ):
        if changes:
            preview.change()
        else:
            preview.check()
