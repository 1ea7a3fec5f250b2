"""On paper: every evidence note, table heads repeated, nothing folded away, the day in the foot of each sheet."""
from __future__ import annotations

import asyncio
import unicodedata
from pathlib import Path

from built_site import BuiltSite
from case import Case, refuse
from laboratory import Laboratory


def bare(text: str) -> str:
    """A text without its spaces and ligatures: lines break anywhere on paper."""
    return "".join(unicodedata.normalize("NFKC", text).replace("\u00ad", "").split())


async def printed(laboratory: Laboratory, site: BuiltSite, page, path: str) -> list[str]:
    """The text of each sheet, bare. From here on the window shows the page as paper does, so that its texts are those to be found there."""
    file = laboratory.folder / f"print-{site.name}-{path.replace('/', '-')}.pdf"
    await page.pdf(path=str(file), prefer_css_page_size=True, print_background=False)
    await page.emulate_media(media="print")
    # A4 without its margins.
    await page.set_viewport_size({"width": 673, "height": 900})
    await page.evaluate("window.__shift = []")
    process = await asyncio.create_subprocess_exec("pdftotext", "-raw", "-enc", "UTF-8", str(file), "-", stdout=asyncio.subprocess.PIPE)
    told, _ = await process.communicate()
    return [bare(sheet) for sheet in told.decode("utf-8").split("\f")[:-1]]


def texts(selector: str) -> str:
    return f"[...document.querySelectorAll('{selector}')].map(e => e.innerText)"


async def foot(page, sheets: list[str]) -> list[str]:
    as_of = bare(await page.evaluate("document.documentElement.dataset.asOf"))
    findings = [f"sheet {number} does not say {as_of}" for number, sheet in enumerate(sheets, 1) if as_of not in sheet]
    findings += [f"sheet {number} does not say which it is" for number, sheet in enumerate(sheets, 1) if f"{number}/{len(sheets)}" not in sheet]
    return findings


async def missing(page, sheets: list[str], selector: str) -> list[str]:
    """What a selector finds on the page and is not on paper. A piece may go over the edge of a sheet: then both its ends count."""
    whole, found = "".join(sheets), await page.evaluate(texts(selector))
    lost = [text for text in found if (piece := bare(text)) and piece not in whole and not (piece[:30] in whole and piece[-30:] in whole)]
    return [f"is not on paper ({selector}): {' '.join(text.split())[:100]}" for text in lost]


def sheet_case(laboratory: Laboratory, site: BuiltSite, path: str, selectors: list[str], at_least: int = 1) -> Case:
    async def run() -> None:
        async with laboratory.page(site, path) as page:
            sheets = await printed(laboratory, site, page, path)
            findings = await foot(page, sheets)
            for selector in selectors:
                if len(await page.evaluate(texts(selector))) < at_least:
                    findings.append(f"the page has no {selector}")
                findings += await missing(page, sheets, selector)
            if any(not sheet for sheet in sheets):
                findings.append("a sheet is empty")
        refuse(findings)

    return Case("print", f"{site.name}: {path}", run)


def heads(laboratory: Laboratory, site: BuiltSite) -> Case:
    async def run() -> None:
        async with laboratory.page(site, "claims.html") as page:
            sheets = await printed(laboratory, site, page, "claims.html")
            head = [bare(word) for word in await page.evaluate(texts("table.claims thead th"))]
            head = [word.rstrip("▲▼↑↓") for word in head]
            rows = [bare(text) for text in await page.evaluate(texts("table.claims tbody th > a"))]
            findings, seen = await foot(page, sheets), set()
            for number, sheet in enumerate(sheets, 1):
                here = {row for row in rows if row in sheet}
                seen |= here
                # The words of the head stand one after the other, as they do nowhere else.
                if here and "".join(head[:4]) not in sheet:
                    findings.append(f"sheet {number} has {len(here)} rows and no head")
            findings += [f"a row is not on paper or broken over two sheets: {row}" for row in rows if row not in seen]
            if len(sheets) < 2:
                findings.append("the table is on one sheet: nothing is repeated")
        refuse(findings)

    return Case("print", f"{site.name}: the head of the claims table is on each of its sheets", run)


def cases(laboratory: Laboratory, sites: list[BuiltSite]) -> list[Case]:
    site = next(site for site in sites if site.shipped)
    found = [
        sheet_case(laboratory, site, "index.html", ["h1", "h2:not(.vh)", ".answer", ".keys li > p", ".prose > p", "table.short tbody th", "table.pos tbody td > span:last-child"]),
        sheet_case(laboratory, site, "timeline.html", ["h1", ".tl > h2", ".ev h3", ".ev > p:not(.when)"]),
        sheet_case(laboratory, site, "positions.html", ["h1", ".steps > li > p"]),
        sheet_case(laboratory, site, "sources.html", ["h1", ".srcs cite"]),
        heads(laboratory, site),
    ]
    found += [sheet_case(laboratory, site, path, ["h1", "#evidence ~ * .pair li", ".hist p"]) for path in site.claims.values()]
    return found
