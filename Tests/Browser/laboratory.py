"""The one browser, and pages in it that are watched: a page that says something on the console, fails, breaks its content security
policy, shifts what it has laid out, or asks for anything outside its site fails the test that opened it."""
from __future__ import annotations

import asyncio
import os
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.async_api import Browser, BrowserContext, Page

from built_site import BuiltSite
from case import refuse
from server import Server

#: Runs before anything of the page's own. The policy of a page does not bind it.
WATCH = """
window.__shift = [];
window.__violations = [];
window.__loaded = Infinity;
document.addEventListener('securitypolicyviolation', e => window.__violations.push(e.violatedDirective + ' ' + e.blockedURI));
// What came last is painted in the second frame from here at the latest.
addEventListener('load', () => requestAnimationFrame(() => requestAnimationFrame(() => { window.__loaded = performance.now(); })));
new PerformanceObserver(list => {
  for (const entry of list.getEntries()) if (!entry.hadRecentInput) {
    window.__shift.push({loading: entry.startTime <= window.__loaded, what: entry.value.toFixed(4) + ' of ' + entry.sources.slice(0, 3).map(s => {
      const n = s.node && (s.node.nodeType === 1 ? s.node : s.node.parentElement);
      return n ? n.tagName.toLowerCase() + (n.id ? '#' + n.id : '') + (n.classList.length ? '.' + [...n.classList].join('.') : '') : '?';
    }).join(', ')});
  }
}).observe({type: 'layout-shift', buffered: true});
"""

DESK, PHONE = 1280, 320

#: How often a page is loaded again that shifted while it was loading, to see whether it does so every time.
AGAIN = 3

#: Holds when all that the page has so far is painted.
PAINTED = "new Promise(done => requestAnimationFrame(() => setTimeout(done)))"


class Watched:
    """What a page did that it should not have done."""

    def __init__(self, allowed: str, blocked: bool):
        self.findings: list[str] = []
        self.allowed = allowed
        self.blocked = blocked

    def heard(self, message) -> None:
        # A script that the test itself has blocked is not the page's fault.
        if self.blocked and "ERR_FAILED" in message.text:
            return
        self.findings.append(f"the console says ({message.type}): {message.text}")

    def broke(self, error) -> None:
        self.findings.append(f"fails: {error}")

    def asked(self, request) -> None:
        if not (request.url.startswith(self.allowed) or request.url.startswith("data:")):
            self.findings.append(f"asks for {request.url}")

    def failed(self, request) -> None:
        if not (self.blocked and request.resource_type == "script"):
            self.findings.append(f"does not get {request.url}: {request.failure}")

    def answered(self, response) -> None:
        if response.status >= 400:
            self.findings.append(f"gets {response.status} for {response.url}")


@dataclass
class Tab:
    """A tab that shows one test's pages after another's: a tab of its own for each would cost more than most tests do. What a test
    set in it is set anew for the next one."""

    page: Page
    watch: Watched | None = None

    def listen(self) -> None:
        for event, name in (("console", "heard"), ("pageerror", "broke"), ("request", "asked"), ("requestfailed", "failed"), ("response", "answered")):
            self.page.on(event, lambda told, name=name: getattr(self.watch, name)(told) if self.watch else None)


class Laboratory:
    def __init__(self, browser: Browser, folder: Path):
        self.browser = browser
        #: Where tests may write: below .build.
        self.folder = folder
        self.servers: dict[str, Server] = {}
        #: The tabs that no test has at the moment, by whether they let scripts in.
        self.idle: dict[bool, list[Tab]] = {True: [], False: []}
        # As many pages at work at once as there are processors to speak of, and one more: each waits at times, for a frame or an answer.
        self.room = asyncio.Semaphore(1 + max(2, min(4, os.cpu_count() or 2)))

    @asynccontextmanager
    async def page(
        self, site: BuiltSite, path: str | None = None, width: int = DESK, height: int = 900, scheme: str = "light", script: bool = True,
        base: str | None = None, watched: bool = True,
    ):
        """An empty page, or one that shows a path of a site, from the disk unless a base address is given."""
        # 404.html refers to its site from the top of a server, as it may be shown at any address.
        base = base or (self.server(site).address if path == "404.html" else site.folder.as_uri() + "/")
        tab = self.idle[script].pop() if self.idle[script] else await self.tab(script)
        try:
            await tab.page.set_viewport_size({"width": width, "height": height})
            await tab.page.emulate_media(media="null", color_scheme=scheme, reduced_motion="null", forced_colors="null", contrast="null")
            tab.watch = Watched(base, blocked=not script)
            if path is not None:
                await tab.page.goto(base + path)
                # The script fits the heads of a table to its width once it has been laid out, which a busy machine does after it has loaded.
                if script:
                    await tab.page.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
            yield tab.page
            if watched:
                refuse(tab.watch.findings + await self.traces(tab.page))
            # The tab goes from here to its next page at once: over an empty page the browser would start a process anew.
            tab.watch = None
        except BaseException:
            # In what state a failed test leaves its tab nobody knows.
            await tab.page.context.close()
            raise
        self.idle[script].append(tab)

    async def tab(self, script: bool) -> Tab:
        context = await self.browser.new_context(service_workers="block", locale="en-GB", timezone_id="Pacific/Kiritimati")
        # A slow machine is no fault of the page's: these are for what never ends.
        context.set_default_timeout(60_000)
        page = await self.window(context)
        await page.add_init_script(WATCH)
        if not script:
            await context.route("**/*.js", lambda route: route.abort())
        tab = Tab(page)
        tab.listen()
        return tab

    @staticmethod
    async def window(context: BrowserContext) -> Page:
        """A window without the browser's own bars: to draw those anew at each load takes it as long as many a page."""
        opener = await context.new_page()
        async with context.expect_page() as coming:
            await opener.evaluate("void open('about:blank', '_blank', 'popup, noopener')")
        await opener.close()
        return await coming.value

    def server(self, site: BuiltSite) -> Server:
        """A server that shows a site at its top, and below a sub-path."""
        if site.name not in self.servers:
            self.servers[site.name] = Server(site.folder, site.base)
        return self.servers[site.name]

    def close(self) -> None:
        for server in self.servers.values():
            server.close()

    @staticmethod
    async def traces(page: Page) -> list[str]:
        """What the page shown broke or shifted so far.

        A shift while it was loading counts if any of a few further loads shifts too. On a busy machine the browser's parser may pause
        in the middle of a line, and what it has is painted: the rest of the line then moves what stood there, as where words from left
        to right stand in a line from right to left. No page can prevent that, and it takes a chance that does not come twice. What a
        page does wrong it does at every load; and what moves when a page comes in pieces, cut between its blocks, is refused without
        any chance, by the tests of the group `arrival`. A shift after loading counts at once."""
        broken, shifts = await page.evaluate("[window.__violations || [], window.__shift || []]")
        found = [f"breaks its policy: {line}" for line in broken] + [f"shifts its layout by {shift['what']}" for shift in shifts if not shift["loading"]]
        passing = [shift["what"] for shift in shifts if shift["loading"]]
        for _ in range(AGAIN if passing else 0):
            await page.reload()
            await page.evaluate(PAINTED)
            if again := await page.evaluate("window.__shift"):
                return found + [f"shifts its layout at every load, by {what}" for what in passing + [shift["what"] for shift in again]]
        return found
