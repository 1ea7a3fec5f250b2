"""What other sites show in a frame works there: the code to copy, in a page of another origin, narrow and wide, light and dark; oEmbed."""
from __future__ import annotations

import html
import json
import re
from html.parser import HTMLParser

import accessibility
from built_site import BuiltSite
from case import Case, refuse
from laboratory import Laboratory
from server import Server

NARROWEST = 280

#: What the policy of a frame has to allow, and nothing beyond it.
POLICY = "default-src 'none'; style-src 'self'; img-src data:"

STATE = """() => ({
  sideways: document.scrollingElement.scrollWidth - innerWidth, width: innerWidth, ground: getComputedStyle(document.body).backgroundColor,
  styled: getComputedStyle(document.body).marginTop === '0px', scripts: document.scripts.length, navigation: document.querySelectorAll('nav').length,
  policy: document.querySelector('meta[http-equiv]').content, robots: document.querySelector('meta[name=robots]')?.content,
  canonical: document.querySelector('link[rel=canonical]')?.href, text: document.body.innerText,
  small: [...document.querySelectorAll('main *')].filter(e => e.childNodes.length && parseFloat(getComputedStyle(e).fontSize) < 13).length,
})"""


class Offer(HTMLParser):
    """What a page offers to other sites: the code to copy, and where oEmbed describes it."""

    def __init__(self, text: str):
        super().__init__()
        self.code = ""
        self.described: str | None = None
        self.inside = False
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        self.inside = given.get("id") == "embed-code"
        if tag == "link" and given.get("type") == "application/json+oembed" and given.get("rel") == "alternate":
            self.described = given["href"]

    def handle_endtag(self, tag):
        self.inside = False

    def handle_data(self, data):
        if self.inside:
            self.code += data


def other_origin(laboratory: Laboratory) -> Server:
    """A server on another port: to a browser another origin."""
    if "another origin" not in laboratory.servers:
        folder = laboratory.folder / "another-origin"
        folder.mkdir(exist_ok=True)
        laboratory.servers["another origin"] = Server(folder)
    return laboratory.servers["another origin"]


def framed(laboratory: Laboratory, site: BuiltSite, path: str) -> Case:
    async def run() -> None:
        address = laboratory.server(site).address + site.base.lstrip("/")
        base = site.data["briefing"]["base_url"]
        offer = Offer((site.folder / path).read_text("utf-8"))
        frame_path = "embed/" + path
        findings = []
        if f'src="{base}{frame_path}"' not in offer.code:
            findings.append(f"the code does not show {base}{frame_path}: {offer.code}")
        host = other_origin(laboratory)
        name = re.sub("[^a-z-]", "-", path) + ".html"
        (laboratory.folder / "another-origin" / name).write_text(
            '<!DOCTYPE html><html lang="en"><meta charset="utf-8"><title>Another site</title><link rel="icon" href="data:,"><body style="margin: 0">'
            + offer.code.replace(base, address), "utf-8")
        assert host.address != laboratory.server(site).address
        async with laboratory.page(site, width=NARROWEST, base="http://127.0.0.1:") as page:
            grounds = []
            for scheme in ("light", "dark"):
                await page.emulate_media(color_scheme=scheme)
                for width in (NARROWEST, 600):
                    await page.set_viewport_size({"width": width, "height": 900})
                    await page.goto(host.address + name)
                    frame = next(frame for frame in page.frames if frame != page.main_frame)
                    await frame.wait_for_load_state()
                    state = await frame.evaluate(STATE)
                    where = f"at {width} px, {scheme}"
                    if state["sideways"] > 0:
                        findings.append(f"{where}: {state['sideways']} px too wide")
                    if not state["styled"] or state["small"]:
                        findings.append(f"{where}: without its stylesheet, or too small")
                    if state["scripts"] or state["navigation"]:
                        findings.append(f"{where}: has scripts or a navigation")
                    if state["policy"] != POLICY or state["robots"] != "noindex" or state["canonical"] != base + path:
                        findings.append(f"{where}: {state['policy']}, {state['robots']}, {state['canonical']}")
                    await frame.evaluate(accessibility.AXE)
                    findings += [f"{where}: {line}" for line in await accessibility.violations(frame)]
                    grounds.append(state["ground"])
            if grounds[0] != grounds[1] or grounds[2] != grounds[3] or grounds[0] == grounds[2]:
                findings.append(f"the grounds are {grounds}")
            # Each link leaves the frame.
            await frame.locator("h1 a").click()
            await page.wait_for_url(address + path)
            home = site.data["briefing"]["title"]
            await page.goto(host.address + name)
            await page.frame_locator("iframe").get_by_role("link", name=home, exact=True).click()
            await page.wait_for_url(address + "index.html")
            await page.evaluate("window.__shift = []")
        refuse(findings)

    return Case("frames", f"{site.name}: {path} in a page of another origin", run)


def described(site: BuiltSite) -> Case:
    """oEmbed 1.0: what its section 2.3.4 wants of a rich answer, at the address that each page names."""

    async def run() -> None:
        base = site.data["briefing"]["base_url"]
        findings = []
        pages = ["timeline.html", *(claim["page"] for claim in site.data["claims"])]
        for path in pages:
            offer = Offer((site.folder / path).read_text("utf-8"))
            if offer.described != f"{base}oembed/{path.removesuffix('.html')}.json":
                findings.append(f"{path} names {offer.described}")
                continue
            told = json.loads((site.folder / offer.described.removeprefix(base)).read_text("utf-8"))
            if (told["version"], told["type"], told["provider_url"]) != ("1.0", "rich", base) or not told["title"]:
                findings.append(f"{path}: {told}")
            if not (isinstance(told["width"], int) and isinstance(told["height"], int)):
                findings.append(f"{path}: the size is no number")
            frame = re.fullmatch(r'<iframe src="([^"]*)" title="([^"]*)" width="(\d+)" height="(\d+)" loading="lazy" style="[^"]*"></iframe>', told["html"])
            if not frame or html.unescape(frame[1]) != f"{base}embed/{path}" or (int(frame[3]), int(frame[4])) != (told["width"], told["height"]):
                findings.append(f"{path}: {told['html']}")
            if told["html"].replace(f'width="{told["width"]}"', 'width="100%"') != offer.code:
                findings.append(f"{path}: oEmbed and the code to copy differ")
        listed = (site.folder / "search-index.js").read_text("utf-8")
        if "embed/" in listed:
            findings.append("the search leads to frames")
        refuse(findings)

    return Case("frames", f"{site.name}: oEmbed describes every frame", run)


def absent(site: BuiltSite) -> Case:
    async def run() -> None:
        found = [path for path in ("embed", "oembed") if (site.folder / path).exists()]
        found += [page for page in site.pages if "oembed" in (site.folder / page).read_text("utf-8")]
        refuse(found)

    return Case("frames", f"{site.name}: a site without an address has no frames", run)


def cases(laboratory: Laboratory, sites: list[BuiltSite]) -> list[Case]:
    found = []
    for site in sites:
        if "base_url" not in site.data["briefing"]:
            found.append(absent(site))
            continue
        found += [framed(laboratory, site, path) for path in ["timeline.html", *site.claims.values()]]
        found.append(described(site))
    return found
