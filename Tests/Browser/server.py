"""A plain file server on the loopback, which shows a site at its top, below a sub-path, and below further ones in pieces."""
from __future__ import annotations

import itertools
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

#: Where a site stands that does not have a server to itself.
SUB_PATH = "/some/where/else/"

#: Below this and a number, pages come in pieces, as over a slow line.
ARRIVING_PATH = "/arriving/"

#: In seconds: how long a piece is held back at most, if nobody lets it go.
HELD = 60


class Arrival:
    """A page on its way: it comes in pieces, each when the one before has been let go, and its script when that is."""

    def __init__(self, base: str, pieces: list[bytes]):
        #: What the site's paths stand behind.
        self.base = base
        self.pieces = pieces
        self.let_go = threading.Semaphore(0)
        self.script_let_go = threading.Event()


class Handler(SimpleHTTPRequestHandler):
    extensions_map = {**SimpleHTTPRequestHandler.extensions_map, ".html": "text/html; charset=utf-8", ".js": "text/javascript"}

    def translate_path(self, path: str) -> str:
        if path.startswith(ARRIVING_PATH):
            path = "/" + path[len(ARRIVING_PATH):].partition("/")[2]
        for prefix in (SUB_PATH, self.server.base):
            if path.startswith(prefix):
                path = "/" + path[len(prefix):]
        return super().translate_path(path)

    def copyfile(self, source, outputfile) -> None:
        arrival = self.server.arrivals.get(self.path[len(ARRIVING_PATH):].partition("/")[0]) if self.path.startswith(ARRIVING_PATH) else None
        if arrival and self.path.endswith(".html"):
            for piece in arrival.pieces:
                outputfile.write(piece)
                outputfile.flush()
                arrival.let_go.acquire(timeout=HELD)
            return
        if arrival and self.path.endswith(".js"):
            arrival.script_let_go.wait(HELD)
        super().copyfile(source, outputfile)

    def handle(self) -> None:
        # A browser may go away from a page before it has come.
        try:
            super().handle()
        except (BrokenPipeError, ConnectionResetError):
            pass

    def log_message(self, *arguments) -> None:
        pass


class Server:
    def __init__(self, folder: Path, base: str = "/"):
        """Shows the folder; `base` is the path that its absolute links begin with, and leads to the same."""
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=str(folder)))
        self.server.base = base
        self.server.arrivals = {}
        self.numbers = itertools.count()
        self.address = f"http://127.0.0.1:{self.server.server_address[1]}/"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    @contextmanager
    def arriving(self, pieces: list[bytes]) -> Iterator[Arrival]:
        """A way to a page of the site that comes in these pieces; after that it comes whole."""
        number = str(next(self.numbers))
        self.server.arrivals[number] = Arrival(f"{self.address}{ARRIVING_PATH.lstrip('/')}{number}/", pieces)
        try:
            yield self.server.arrivals[number]
        finally:
            del self.server.arrivals[number]

    def close(self) -> None:
        self.server.shutdown()
        self.server.server_close()
