"""The whole briefing in one file: valid, accessible, complete on paper, with a search and links that work from a disk, and nothing asked for."""
from __future__ import annotations

import os
import re
import subprocess
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote

import accessibility
import layout
import markup
import printing
from built_site import BuiltSite
from case import Case, refuse
from laboratory import DESK, PHONE, Laboratory

NAME = "whole.html"

#: Besides what is exempt on the pages: what the checker says of the file's form.
EXEMPT = [
    # Each page of the site keeps its own first heading.
    r"^Consider using the “h1” element as a top-level heading only",
    # The checker's CSS is of 2020 too; the stylesheet is that of the site.
    r"^CSS: ",
]


class Parts(HTMLParser):
    """What the file refers to, and what can be referred to in it."""

    def __init__(self, text: str):
        super().__init__()
        self.ids: list[str] = []
        self.references: list[tuple[str, str, str]] = []
        self.policy = ""
        self.inline: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        if "id" in given:
            self.ids.append(given["id"])
        self.references += [(tag, name, given[name]) for name in ("href", "src", "xlink:href", "srcset", "data", "poster", "action") if given.get(name)]
        if (given.get("http-equiv") or "").lower() == "content-security-policy":
            self.policy = given["content"]
        self.inline += [f"<{tag} {name}>" for name in given if name == "style" or name.startswith("on")]


def exported(laboratory: Laboratory, site: BuiltSite) -> Path:
    """The file, made once for each site."""
    folder = laboratory.folder / f"{site.name}-in-one-file"
    file = folder / NAME
    if not file.exists() or file.stat().st_mtime < (site.folder / "manifest.json").stat().st_mtime:
        folder.mkdir(exist_ok=True)
        done = subprocess.run(
            [os.environ["BRIEF"], "export", "--html", "--project", str(site.folder.parent), "--output", str(file)], capture_output=True, text=True)
        if done.returncode != 0:
            raise SystemExit(f"browser tests: {site.name} is not exported:\n{done.stderr}")
    return file


def holds_together(laboratory: Laboratory, site: BuiltSite) -> Case:
    async def run() -> None:
        text = exported(laboratory, site).read_text("utf-8")
        parts = Parts(text)
        findings = [f"the id {id} stands twice" for id in set(parts.ids) if parts.ids.count(id) > 1]
        findings += [f"{what} would break the policy" for what in parts.inline]
        if not re.fullmatch(r"default-src 'none'; script-src 'sha256-\S{44}' 'sha256-\S{44}'; style-src 'sha256-\S{44}'; img-src data:", parts.policy):
            findings.append(f"the policy is {parts.policy}")
        ids = set(parts.ids)
        for tag, name, value in parts.references:
            if value.startswith("#"):
                if unquote(value[1:]) not in ids and value[1:] not in ids:
                    findings.append(f"<{tag} {name}> leads to {value}, which is not there")
            elif not value.startswith("data:") and not (tag in ("a", "link") and re.match("https?:|mailto:", value)):
                findings.append(f"<{tag} {name}> leads out: {value}")
        left_out = [page for page in site.pages if page not in ids]
        for page in left_out:
            if not re.match(r"404\.html|timeline-latest|as-of/|embed/|claims/by-", page):
                findings.append(f"{page} is not in the file")
        # Every record's own text is there.
        for kind, member in (("claims", "text"), ("events", "title"), ("sources", "title")):
            for record in site.data[kind]:
                if record["page"].replace("#", ":") not in ids:
                    findings.append(f"{record['id']} is not in the file")
        refuse(findings)

    return Case("file", f"{site.name}: every page, link and id is there", run)


def valid(laboratory: Laboratory, sites: list[BuiltSite]) -> Case:
    async def run() -> None:
        messages = await markup.checked([exported(laboratory, site) for site in sites])
        refuse([
            f"{message['url'].split('/')[-2]}:{message.get('lastLine', '?')}: {message['message']} ({' '.join(message.get('extract', '').split())})"
            for message in messages
            if not markup.exempt(message["message"]) and not any(re.search(pattern, message["message"]) for pattern in EXEMPT)])

    return Case("file", f"{', '.join(site.name for site in sites)}: valid", run)


def opened(laboratory: Laboratory, site: BuiltSite) -> Case:
    """From a disk: no request but for itself, nothing too wide, a search whose hits are in the file."""

    async def run() -> None:
        file = exported(laboratory, site)
        claim = site.data["claims"][0]
        async with laboratory.page(site, NAME, width=PHONE, base=file.parent.as_uri() + "/") as page:
            findings = [f"{PHONE} px: {line}" for line in await layout.sideways(page)]
            await page.set_viewport_size({"width": DESK, "height": 900})
            findings += [f"{DESK} px: {line}" for line in await layout.sideways(page)]
            await page.keyboard.press("/")
            await page.keyboard.type(claim["text"])
            hit = page.locator(".found a").first
            await hit.wait_for()
            if await hit.get_attribute("href") != "#" + claim["page"]:
                findings.append(f"the search leads to {await hit.get_attribute('href')}")
            await page.keyboard.press("Enter")
            await page.wait_for_function("id => location.hash === '#' + id", arg=claim["page"])
            top = await page.evaluate("document.querySelector(':target').getBoundingClientRect().top")
            if not -5 < top < 200:
                findings.append(f"after the search its page stands {top} px from the top")
            # A link within a page, and one to another page.
            await page.evaluate("document.querySelector('nav a[href=\"#timeline.html\"]').click()")
            if await page.evaluate("document.querySelector(':target')?.id") != "timeline.html":
                findings.append("the navigation does not lead to the timeline")
            await page.evaluate("window.__shift = []")
        refuse(findings)

    return Case("file", f"{site.name}: opened from a disk, searched, followed", run)


def accessible(laboratory: Laboratory, site: BuiltSite, width: int, scheme: str) -> Case:
    async def run() -> None:
        file = exported(laboratory, site)
        async with laboratory.page(site, NAME, width=width, base=file.parent.as_uri() + "/") as page:
            await page.evaluate(accessibility.AXE)
            refuse(await accessibility.look(page, [width], [scheme]))

    return Case("file", f"{site.name}: axe at {width} px, {scheme}", run)


def printed(laboratory: Laboratory, site: BuiltSite) -> Case:
    async def run() -> None:
        file = exported(laboratory, site)
        async with laboratory.page(site, NAME, base=file.parent.as_uri() + "/") as page:
            sheets = await printing.printed(laboratory, site, page, NAME)
            findings = await printing.foot(page, sheets)
            for selector in ("h1", ".tl > h2", ".ev h3", ".hist p", ".srcs cite", ".prose > p"):
                findings += await printing.missing(page, sheets, selector)
            findings += ["a sheet is empty" for sheet in sheets if not sheet]
        refuse(findings)

    return Case("file", f"{site.name}: on paper", run)


def cases(laboratory: Laboratory, sites: list[BuiltSite]) -> list[Case]:
    # axe and paper take long over a large file, whose parts are looked at as pages: the small ones have all that is new in it.
    small = [site for site in sites if site.name == "harbour" or "base_url" in site.data["briefing"]]
    found = [valid(laboratory, [*small, *(site for site in sites if site.shipped)])]
    for site in sites:
        found += [holds_together(laboratory, site), opened(laboratory, site)]
    found += [accessible(laboratory, site, *way) for site, way in zip(small, [(PHONE, "light"), (DESK, "dark")])]
    return found + [printed(laboratory, site) for site in small[:1]]
