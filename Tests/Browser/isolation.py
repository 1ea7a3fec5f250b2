"""Every page works from a disk and from a sub-path, asks for nothing outside the site, keeps its policy, and says nothing on the console."""
from __future__ import annotations

import posixpath
from html.parser import HTMLParser
from urllib.parse import unquote, urlsplit

import framing
from built_site import BuiltSite
from case import Case, refuse
from laboratory import PHONE, Laboratory
from server import SUB_PATH

#: What the policy has to allow, and nothing beyond it.
POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:"

#: What a page that works has: its own stylesheet, read and in force.
STYLED = "[...document.styleSheets].length > 0 && getComputedStyle(document.body).marginTop === '0px'"


class Ends(HTMLParser):
    """What a page refers to, and what can be referred to in it."""

    def __init__(self):
        super().__init__()
        self.ids: set[str] = set()
        self.references: list[str] = []
        self.policy: str | None = None
        self.inline: list[str] = []

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        if "id" in given:
            self.ids.add(given["id"])
        for name in ("href", "src"):
            if given.get(name):
                self.references.append(given[name])
        if tag == "meta" and (given.get("http-equiv") or "").lower() == "content-security-policy":
            self.policy = given.get("content")
        self.inline += [f"<{tag} {name}>" for name in given if name == "style" or name.startswith("on")]
        if tag == "style":
            self.inline.append("<style>")


def loads(laboratory: Laboratory, site: BuiltSite, name: str, paths: list[str], sub_path: str | None) -> Case:
    """Pages one after the other in one tab, at the narrowest width; the laboratory refuses what they must not do."""

    async def run() -> None:
        base = site.folder.as_uri() + "/" if sub_path is None else laboratory.server(site).address + sub_path.lstrip("/")
        findings = []
        async with laboratory.page(site, width=PHONE, base=base) as page:
            for path in paths:
                await page.goto(base + path)
                state = await page.evaluate(f"[{STYLED}, innerWidth, document.scrollingElement.scrollWidth]")
                if not state[0]:
                    findings.append(f"{path} is without its stylesheet")
                if state[2] > state[1]:
                    findings.append(f"{path} is {state[2]} px wide in a window of {state[1]} px")
                findings += [f"{path} {line}" for line in await laboratory.traces(page)]
        refuse(findings)

    return Case("isolation", f"{site.name}: {len(paths)} pages {name}, at {PHONE} px", run)


def resolves(site: BuiltSite) -> Case:
    async def run() -> None:
        pages: dict[str, Ends] = {}
        for path in site.pages:
            pages[path] = Ends()
            pages[path].feed((site.folder / path).read_text("utf-8"))
        findings = []
        for path, ends in pages.items():
            if ends.policy != (framing.POLICY if path.startswith("embed/") else POLICY):
                findings.append(f"{path}: the policy is {ends.policy}")
            findings += [f"{path}: {what} would break the policy" for what in ends.inline]
            for reference in ends.references:
                parts = urlsplit(reference)
                if parts.scheme or parts.netloc:
                    continue
                # An absolute link counts from where the site is to stand.
                if parts.path.startswith(site.base) and site.base != "/":
                    parts = parts._replace(path="/" + parts.path.removeprefix(site.base))
                target = posixpath.normpath(posixpath.join(posixpath.dirname("/" + path), unquote(parts.path))).lstrip("/") if parts.path else path
                if not (site.folder / target).is_file():
                    findings.append(f"{path}: there is no {reference}")
                elif parts.fragment and target in pages and unquote(parts.fragment) not in pages[target].ids:
                    findings.append(f"{path}: there is no {reference}")
        refuse(findings)

    return Case("isolation", f"{site.name}: every link, anchor and asset is there, under the policy of the site", run)


def cases(laboratory: Laboratory, sites: list[BuiltSite]) -> list[Case]:
    found = []
    for site in sites:
        found.append(resolves(site))
        anywhere = [path for path in site.pages if path != "404.html"]
        found.append(loads(laboratory, site, "from the disk", anywhere, None))
        if site.shipped:
            kinds = list(site.kinds.values())
            found.append(loads(laboratory, site, "from the top of a server", kinds, "/"))
            found.append(loads(laboratory, site, "from a sub-path of a server", [path for path in kinds if path != "404.html"], SUB_PATH))
    return found
