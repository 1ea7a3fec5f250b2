"""The one browser, and pages in it that are watched: a page that says something on the console, fails, breaks its content security
policy, shifts what it has laid out, or asks for anything outside its site fails the test that opened it."""
from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from pathlib import Path

from playwright.async_api import Browser, Page

from built_site import BuiltSite
from case import refuse
from server import Server

#: Runs before anything of the page's own. The policy of a page does not bind it.
WATCH = """
window.__shift = [];
window.__violations = [];
document.addEventListener('securitypolicyviolation', e => window.__violations.push(e.violatedDirective + ' ' + e.blockedURI));
new PerformanceObserver(list => {
  for (const entry of list.getEntries()) if (!entry.hadRecentInput) {
    window.__shift.push(entry.value.toFixed(4) + ' of ' + entry.sources.slice(0, 3).map(s => {
      const n = s.node && (s.node.nodeType === 1 ? s.node : s.node.parentElement);
      return n ? n.tagName.toLowerCase() + (n.id ? '#' + n.id : '') + (n.classList.length ? '.' + [...n.classList].join('.') : '') : '?';
    }).join(', '));
  }
}).observe({type: 'layout-shift', buffered: true});
"""

DESK, PHONE = 1280, 320


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

    def asked(self, request) -> None:
        if not (request.url.startswith(self.allowed) or request.url.startswith("data:")):
            self.findings.append(f"asks for {request.url}")

    def failed(self, request) -> None:
        if not (self.blocked and request.resource_type == "script"):
            self.findings.append(f"does not get {request.url}: {request.failure}")

    def answered(self, response) -> None:
        if response.status >= 400:
            self.findings.append(f"gets {response.status} for {response.url}")


class Laboratory:
    def __init__(self, browser: Browser, folder: Path):
        self.browser = browser
        #: Where tests may write: below .build.
        self.folder = folder
        self.servers: dict[str, Server] = {}
        # As many pages at work at once as there are processors to speak of.
        self.room = asyncio.Semaphore(2)

    @asynccontextmanager
    async def page(
        self, site: BuiltSite, path: str | None = None, width: int = DESK, height: int = 900, scheme: str = "light", script: bool = True,
        base: str | None = None, watched: bool = True, **options,
    ):
        """An empty page, or one that shows a path of a site, from the disk unless a base address is given."""
        # 404.html refers to its site from the top of a server, as it may be shown at any address.
        base = base or (self.server(site).address if path == "404.html" else site.folder.as_uri() + "/")
        context = await self.browser.new_context(
            viewport={"width": width, "height": height}, color_scheme=scheme, service_workers="block", locale="en-GB",
            timezone_id="Pacific/Kiritimati", **options)
        try:
            context.set_default_timeout(20_000)
            page = await context.new_page()
            await page.add_init_script(WATCH)
            if not script:
                await context.route("**/*.js", lambda route: route.abort())
            watch = Watched(base, blocked=not script)
            page.on("console", watch.heard)
            page.on("pageerror", lambda error: watch.findings.append(f"fails: {error}"))
            page.on("request", watch.asked)
            page.on("requestfailed", watch.failed)
            page.on("response", watch.answered)
            if path is not None:
                await page.goto(base + path)
            yield page
            if watched:
                refuse(watch.findings + await self.traces(page))
        finally:
            await context.close()

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
        """What the page shown broke or shifted so far."""
        found = await page.evaluate("[window.__violations || [], window.__shift || []]")
        return [f"breaks its policy: {line}" for line in found[0]] + [f"shifts its layout by {line}" for line in found[1]]
