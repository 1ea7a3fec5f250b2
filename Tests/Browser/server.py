"""A plain file server on the loopback, which shows a site at its top, below a sub-path, and below another one in small pieces."""
from __future__ import annotations

import threading
import time
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

#: Where a site stands that does not have a server to itself.
SUB_PATH = "/some/where/else/"

#: Below this a page comes in pieces, as over a slow line: what is laid out before the last piece has come must not move.
SLOW_PATH = "/slowly/"


class Handler(SimpleHTTPRequestHandler):
    extensions_map = {**SimpleHTTPRequestHandler.extensions_map, ".html": "text/html; charset=utf-8", ".js": "text/javascript"}

    def translate_path(self, path: str) -> str:
        for prefix in (SUB_PATH, SLOW_PATH, self.server.base):
            if path.startswith(prefix):
                path = "/" + path[len(prefix):]
        return super().translate_path(path)

    def copyfile(self, source, outputfile) -> None:
        if not (self.path.startswith(SLOW_PATH) and ".html" in self.path):
            super().copyfile(source, outputfile)
            return
        while piece := source.read(4 * 1024):
            outputfile.write(piece)
            outputfile.flush()
            time.sleep(0.02)

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
        self.address = f"http://127.0.0.1:{self.server.server_address[1]}/"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def close(self) -> None:
        self.server.shutdown()
        self.server.server_close()
