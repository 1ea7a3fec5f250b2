"""Timelines of ten events and of three hundred, of a week and of two thousand years, and two thousand claims: all stay of use."""
from __future__ import annotations

import asyncio
import os
import re
from dataclasses import dataclass

import accessibility
import layout
from built_site import BuiltSite, build
from case import Case, refuse
from enhancement import ENTRIES, SHOWN, STATUS, until
from fixtures import FIXTURES
from laboratory import DESK, PHONE, Laboratory

MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"]


@dataclass(frozen=True)
class Expected:
    """What the timeline of a fixture has to show."""

    headings: list[str]
    breaks: int
    #: Whether it is long: then axe looks at it at a desk alone, and leaves out colours, which are those of every timeline and take it longest.
    long: bool = False


TIMELINES = {
    "ten-events": Expected([f"{MONTHS[month]} 2023" for month in (0, 1, 2, 3, 4, 6, 7, 8, 9, 11)], breaks=0),
    "one-week": Expected(["August 2025"], breaks=0),
    "three-hundred-events": Expected(
        [*(f"{month} 2023" for month in MONTHS[:10]), "June 2024", *(f"{MONTHS[month]} 2025" for month in (1, 4, 5, 7, 8))], breaks=0, long=True),
    "two-thousand-years": Expected(["100 BCE to 1 BCE", "1 CE to 99 CE", "100 CE to 199 CE", "1700 to 1799", "1800 to 1899", "1900 to 1999", "2000 to 2099"], breaks=1),
}

#: The strip as it shows at this width: names that lie over each other or run over its edge, the marks of each event by their shapes, the
#: events that are counted and not drawn, and the breaks of the line.
STRIP = """
() => {
  const strip = document.querySelector('.strip > svg'), edge = strip.getBoundingClientRect(), wrong = [];
  const shown = selector => [...strip.querySelectorAll(selector)].filter(e => e.checkVisibility());
  const texts = shown('text').map(e => [e.textContent, e.getBoundingClientRect()]);
  texts.forEach(([text, box], place) => {
    if (box.left < edge.left - 1 || box.right > edge.right + 1 || box.top < edge.top - 1 || box.bottom > edge.bottom + 1) wrong.push(text + ' runs over the edge');
    for (const [other, its] of texts.slice(place + 1)) {
      const across = Math.min(box.right, its.right) - Math.max(box.left, its.left), down = Math.min(box.bottom, its.bottom) - Math.max(box.top, its.top);
      if (across > 1 && down > 2) wrong.push(text + ' lies over ' + other);
    }
  });
  const marks = {};
  for (const mark of shown('a:not(:has(text))')) {
    const shapes = [...mark.querySelectorAll('circle, rect')].filter(e => e.checkVisibility());
    (marks[mark.getAttribute('href').slice(1)] ??= []).push(...shapes.map(e => ['pt', 'bar', 'hat'].find(name => e.classList.contains(name))));
  }
  return {
    wrong, marks, counted: shown('.t-more').reduce((sum, e) => sum + Number(e.textContent.replace(/\\D/g, '')), 0),
    breaks: shown('svg:has(> title)').length, names: shown('.t-key').length,
    events: [...document.querySelectorAll('.ev')].map(e => [e.id, ['day', 'period', 'uncertain'].find(name => e.classList.contains('is-' + name))]),
  };
}
"""

#: The shape that tells how well a date is known.
SHAPES = {"day": "pt", "period": "bar", "uncertain": "hat"}


class Sizes:
    """The sites of the fixtures, each built when the first test asks for it."""

    def __init__(self, laboratory: Laboratory, brief: str):
        self.laboratory = laboratory
        self.brief = brief
        self.locks = {name: asyncio.Lock() for name in FIXTURES}
        self.built: dict[str, BuiltSite] = {}

    async def site(self, name: str) -> BuiltSite:
        async with self.locks[name]:
            if name not in self.built:
                self.built[name] = await asyncio.to_thread(build, name, FIXTURES[name], self.brief, self.laboratory.folder)
        return self.built[name]


def strip_findings(strip: dict, expected: Expected) -> list[str]:
    findings = list(strip["wrong"])
    drawn = 0
    for event, precision in strip["events"]:
        shapes = strip["marks"].get(event, [])
        drawn += bool(shapes)
        if shapes and SHAPES[precision] not in shapes:
            findings.append(f"{event}, a date that is {precision}, is drawn as {shapes}")
        if precision == "uncertain" and "pt" in shapes:
            findings.append(f"{event} is drawn as if its day were known")
    if drawn + strip["counted"] != len(strip["events"]):
        findings.append(f"{drawn} events are drawn and {strip['counted']} counted, of {len(strip['events'])}")
    if strip["breaks"] != expected.breaks:
        findings.append(f"the line breaks {strip['breaks']} times, not {expected.breaks}")
    if not strip["names"]:
        findings.append("no key event is named")
    return findings


def timeline(sizes: Sizes, name: str, expected: Expected, width: int) -> Case:
    async def run() -> None:
        site = await sizes.site(name)
        async with sizes.laboratory.page(site, "timeline.html", width=width) as page:
            findings = await layout.sideways(page)
            findings += strip_findings(await page.evaluate(STRIP), expected)
            headings = await page.evaluate("[...document.querySelectorAll('.tl > h2')].map(e => e.textContent.trim())")
            if headings != expected.headings:
                findings.append(f"the headings are {headings}")
            if await page.evaluate("[...document.querySelectorAll('.tl')].some(group => !group.querySelector('.ev'))"):
                findings.append("a heading stands over nothing")
            if width == DESK or not expected.long:
                await page.evaluate(accessibility.AXE)
                findings += await accessibility.look(page, [width], ["light"], accessibility.COLOURS if expected.long else [])
        refuse(findings)

    return Case("sizes", f"{name}: the timeline at {width} px", run)


#: What a page of the table has: the claims of its rows, its words, what it is called among the pages, and the pages before and after it.
PART = """
() => [
  [...document.querySelectorAll('table.claims tbody th > a')].map(a => a.getAttribute('href')), document.querySelector('main').innerText,
  document.querySelector('.paging [aria-current=page]')?.innerText,
  ...['prev', 'next'].map(way => document.querySelector(`.paging [rel=${way}]`)?.getAttribute('href') ?? null),
]
"""


def parts(sizes: Sizes) -> Case:
    """The pages of the table lead on to one another, are of the size that they state, and hold every claim once, at each width."""

    async def run() -> None:
        site = await sizes.site("two-thousand-claims")
        path, before, seen, findings, widths = "claims.html", None, [], [], (PHONE, DESK)
        async with sizes.laboratory.page(site, width=PHONE) as page:
            while path:
                await page.goto((site.folder / path).as_uri())
                findings += [f"{path} at {widths[0]} px {line}" for line in await sizes.laboratory.traces(page)]
                told = []
                for width in widths:
                    await page.set_viewport_size({"width": width, "height": 900})
                    rows, said, current, previous, path_on = await page.evaluate(PART)
                    told.append((rows, current, previous, path_on))
                    where = f"{path} at {width} px"
                    size = re.search(r"(\d+) claims on a page", said)
                    if not size or len(rows) > int(size[1]) or (path_on and len(rows) != int(size[1])):
                        findings.append(f"{where} has {len(rows)} claims and says {size and size[0]}")
                    first, last = (f"{number:,}" for number in (len(seen) + 1, len(seen) + len(rows)))
                    if current != f"{first} to {last}" or f"Claims {first} to {last} of 2,000" not in said:
                        findings.append(f"{where} is called {current}, and holds {first} to {last}")
                    if previous != before:
                        findings.append(f"{where} leads back to {previous}, not to {before}")
                    findings += [f"{where}: {line}" for line in await layout.sideways(page)]
                if told[0] != told[1]:
                    findings.append(f"{path} is another page at another width")
                # The next page is loaded at the width at which this one was seen last.
                seen, before, path, widths = seen + rows, path, path_on, widths[::-1]
            # Another width moves what comes after, as it should.
            await page.evaluate("window.__shift = []")
        if len(seen) != 2000 or len(set(seen)) != 2000:
            findings.append(f"{len(seen)} rows of {len(set(seen))} claims")
        refuse(findings)

    return Case("sizes", "two-thousand-claims: the pages of the table at each width", run)


def operated(sizes: Sizes) -> Case:
    async def run() -> None:
        site = await sizes.site("two-thousand-claims")
        findings = []
        async with sizes.laboratory.page(site, "claims.html", width=1400) as page:
            await page.select_option("form.sift [name=status]", "disputed")
            findings += await until(page, f"/\\d/.test({STATUS})", "what is shown is not told")
            shown = await page.evaluate(SHOWN)
            wanted = await page.evaluate(f"{ENTRIES}.filter(e => e.dataset.status === 'disputed').map(e => e.id)")
            if shown != wanted or not shown or str(len(shown)) not in await page.evaluate(STATUS):
                findings.append(f"filtered, {len(shown)} rows are shown, not {len(wanted)}")
            await page.click("form.sift [type=reset]")
            findings += await until(page, f"{SHOWN}.length === {ENTRIES}.length", "the button does not show all")
            await page.click("table.claims thead button >> nth=0")
            findings += await until(page, "document.querySelector('table.claims thead th').ariaSort === 'ascending'", "the first column is not sorted")
            texts = await page.evaluate("[...document.querySelectorAll('table.claims tbody th > a')].map(a => a.textContent)")
            size = int(re.search(r"(\d+) claims on a page", await page.inner_text("main"))[1])
            if len(texts) != size or texts != sorted(texts, key=lambda text: [int(part) if part.isdigit() else part for part in re.split(r"(\d+)", text)]):
                findings.append(f"{len(texts)} rows are not sorted: {texts[:3]}")
            await page.keyboard.press("/")
            await page.keyboard.type("day 1999")
            hit = page.locator("dialog .found a").first
            await hit.wait_for()
            if not (await hit.get_attribute("href")).endswith("claims/claim-1999.html"):
                findings.append(f"the search leads to {await hit.get_attribute('href')}")
            await page.evaluate("window.__shift = []")
        refuse(findings)

    return Case("sizes", "two-thousand-claims: filtered, sorted and searched", run)


def table_is_accessible(sizes: Sizes) -> Case:
    async def run() -> None:
        site = await sizes.site("two-thousand-claims")
        async with sizes.laboratory.page(site, "claims-4.html", width=PHONE) as page:
            await page.evaluate(accessibility.AXE)
            # Its colours are those of every table of claims.
            refuse(await accessibility.look(page, [PHONE], ["light"], accessibility.COLOURS))

    return Case("sizes", "two-thousand-claims: axe on a page of the table", run)


def cases(laboratory: Laboratory, sites: list[BuiltSite]) -> list[Case]:
    sizes = Sizes(laboratory, os.environ["BRIEF"])
    return [
        *(timeline(sizes, name, expected, width) for name, expected in TIMELINES.items() for width in (PHONE, DESK)),
        parts(sizes), operated(sizes), table_is_accessible(sizes),
    ]
