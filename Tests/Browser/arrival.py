"""Nothing moves while a page arrives piece by piece, and its script last."""
from __future__ import annotations

import re
from html.parser import HTMLParser

from built_site import BuiltSite
from case import Case, refuse
from laboratory import AGAIN, DESK, PHONE, Laboratory
from server import Server

#: So tall that what moves far down is seen to move too.
HEIGHT = 4000

#: Where a page is cut: at the ends of blocks. The site's navigation stands in one line that ends where the window does, and the columns of
#: tables that fit what stands in them are known with their last row: these are taken whole. So are the cells of a row.
ENDS = re.compile(
    rb'<header class="mast">.*?</header>|<table(?: class="chart-table"| role="table" class="fig")?>.*?</table>'
    rb"|</(?:header|nav|section|article|p|ul|ol|li|dl|dt|dd|div|h[1-4]|table|thead|tr|figure|details|form|blockquote|pre)>", re.DOTALL)


#: What has moved, when so many elements have come and are painted.
MOVED = """
async count => {
  do await new Promise(done => requestAnimationFrame(() => setTimeout(done)));
  while (document.getElementsByTagName('*').length < count);
  return window.__shift.splice(0).map(shift => shift.what).join('; ');
}
"""


class Elements(HTMLParser):
    """How many elements a page has up to some place of it."""

    def __init__(self):
        super().__init__()
        self.count = 0

    def handle_starttag(self, tag, attributes):
        self.count += 1


def pieces(page: bytes, width: int) -> list[bytes]:
    """A page, cut once for each kind of block: on a phone behind the first of the kind, at a desk behind the one in the middle of them."""
    ends: dict[bytes, list[int]] = {}
    for end in ENDS.finditer(page, page.index(b"<body")):
        ends.setdefault(end.group()[-12:].rpartition(b"<")[2], []).append(end.end())
    cuts = sorted(places[0 if width == PHONE else len(places) // 2] for places in ends.values())
    return [page[start:end] for start, end in zip([0, *cuts], [*cuts, len(page)])]


async def moved(page, server: Server, path: str, parts: list[bytes]) -> dict[int, str]:
    """What moves when a page comes in these pieces, by the number of the piece that moves it; the last is the script."""
    found = {}
    elements = Elements()
    with server.arriving(parts) as way:
        await page.goto(way.base + path, wait_until="commit")
        for number, piece in enumerate(parts):
            elements.feed(piece.decode("utf-8"))
            if shifts := await page.evaluate(MOVED, elements.count):
                found[number] = f"{' '.join(piece.decode('utf-8').split())[-80:]} moves {shifts}"
            way.let_go.release()
        way.script_let_go.set()
        await page.wait_for_load_state()
        if shifts := await page.evaluate(MOVED, 0):
            found[len(parts)] = f"the script moves {shifts}"
    return found


def arrives(laboratory: Laboratory, site: BuiltSite, kind: str, path: str, width: int) -> Case:
    async def run() -> None:
        server = laboratory.server(site)
        parts = pieces((site.folder / path).read_bytes(), width)
        async with laboratory.page(site, width=width, height=HEIGHT, base=server.address) as page:
            found = await moved(page, server, path, parts)
            # Within a piece too the browser may pause and paint, wherever it likes: what the page does wrong comes again.
            for _ in range(AGAIN):
                if found:
                    again = await moved(page, server, path, parts)
                    found = {number: what for number, what in found.items() if number in again}
        refuse(list(found.values()))

    return Case("arrival", f"{site.name}: {kind} ({path}) at {width} px", run)


def cases(laboratory: Laboratory, sites: list[BuiltSite]) -> list[Case]:
    return [
        arrives(laboratory, site, kind, path, width)
        for site in sites if site.shipped or site.name == "harbour-from-the-right"
        for kind, path in site.kinds.items() if path != "404.html"
        for width in ((PHONE, DESK) if site.shipped else (PHONE,))
    ]
