"""How soon the pages are painted and how soon they answer, on a machine slowed down to a phone: measured, not tested."""
from __future__ import annotations

from collections.abc import Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from statistics import median

from playwright.async_api import Page

from built_site import BuiltSite
from laboratory import Laboratory

#: Each page is opened, and each interaction made, so many times, each time in a browser that has seen nothing yet.
TIMES = 5

#: How much slower the processor is made than it is, as for a phone of the middle class.
SLOWER = 4

PHONE = (390, 844)

#: Browsers report no event that took less, in milliseconds.
SHORTEST = 16

OBSERVE = """
window.__seen = {largest: 0, shift: 0, events: []};
const observe = (type, note, more) => {
  const observer = new PerformanceObserver(list => list.getEntries().forEach(note));
  observer.observe({type, buffered: true, ...more});
  return () => observer.takeRecords().forEach(note);
};
const flush = [
  observe('largest-contentful-paint', entry => { window.__seen.largest = entry.startTime; }),
  observe('layout-shift', entry => { if (!entry.hadRecentInput) window.__seen.shift += entry.value; }),
  observe('event', entry => { if (entry.interactionId) window.__seen.events.push(entry.duration); }, {durationThreshold: 16}),
];
window.__told = () => {
  flush.forEach(one => one());
  return {...window.__seen, first: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0};
};
"""

#: Holds when what was done is painted, and the browser has nothing left to do.
SETTLED = "new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => requestIdleCallback(done))))"


@dataclass(frozen=True)
class Interaction:
    """What a reader does on a page: how to get ready for it, and the keys of which the slowest counts."""

    name: str
    path: str
    ready: str | None
    act: Callable[[Page], Awaitable[None]]


def pressing(*keys: str) -> Callable[[Page], Awaitable[None]]:
    async def act(page: Page) -> None:
        for key in keys:
            await page.keyboard.press(key)

    return act


def focused(selector: str) -> str:
    """What unfolds the filters and brings the focus to an element."""
    return f"document.querySelectorAll('form.sift details').forEach(fold => fold.open = true); document.querySelector('{selector}').focus()"


TABLE = [
    Interaction("filter the table of claims", "claims.html", focused("form.sift [name=status]"), pressing("ArrowDown")),
    Interaction("sort the table of claims", "claims.html", focused("form.sift [name=sort]"), pressing("ArrowDown")),
]

SHIPPED = [
    Interaction("open the search", "index.html", None, pressing("/")),
    Interaction("type into the search", "index.html", "document.querySelector('[data-search]').click()", pressing(*"guarantee")),
    Interaction("unfold what is folded", "timeline.html", "document.querySelector('main .ev summary').focus()", pressing("Enter")),
    Interaction("filter the timeline", "timeline.html", focused("form.sift select"), pressing("ArrowDown")),
    *TABLE,
]


@asynccontextmanager
async def opened(laboratory: Laboratory, site: BuiltSite, path: str):
    """A page in a context of its own, loaded and at rest on a slow machine."""
    context = await laboratory.browser.new_context(viewport={"width": PHONE[0], "height": PHONE[1]}, service_workers="block")
    try:
        context.set_default_timeout(60_000)
        page = await context.new_page()
        await page.add_init_script(OBSERVE)
        session = await context.new_cdp_session(page)
        await session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
        await page.goto(laboratory.server(site).address + path)
        await page.evaluate(SETTLED)
        yield page
    finally:
        await context.close()


async def paint(laboratory: Laboratory, site: BuiltSite, path: str) -> str:
    told = []
    for _ in range(TIMES):
        async with opened(laboratory, site, path) as page:
            told.append(await page.evaluate("window.__told()"))
    first, largest = (median(load[what] for load in told) for what in ("first", "largest"))
    return f"  {path:42} {first:7.0f} ms {largest:9.0f} ms {max(load['shift'] for load in told):9.4f}"


async def answer(laboratory: Laboratory, site: BuiltSite, interaction: Interaction, rows: str) -> str:
    slowest = []
    for _ in range(TIMES):
        async with opened(laboratory, site, interaction.path) as page:
            if interaction.ready:
                await page.evaluate(f"() => {{ {interaction.ready} }}")
                await page.evaluate(SETTLED)
            before = len((await page.evaluate("window.__told()"))["events"])
            await interaction.act(page)
            await page.evaluate(SETTLED)
            slowest.append(max((await page.evaluate("window.__told()"))["events"][before:], default=0))
    took = median(slowest)
    return f"  {interaction.name + rows:42} {f'{took:.0f} ms' if took >= SHORTEST else f'under {SHORTEST} ms':>12}"


def rows(site: BuiltSite) -> str:
    """How many claims the table's first page has, and of how many."""
    here, everywhere = (site.folder / "claims.html").read_text("utf-8").count('role="rowheader"'), len(site.data["claims"])
    return f"{here} rows" if here == everywhere else f"{here} of {everywhere:,} rows"


async def report(laboratory: Laboratory, shipped: BuiltSite, large: BuiltSite) -> None:
    """Prints medians for the shipped briefing, and for a table of two thousand claims."""
    print(f"pages in a browser: {PHONE[0]} px wide, the processor {SLOWER} times slower, from this machine, medians of {TIMES}")
    print(f"  {'':42} {'first':>10} {'largest':>12} {'worst':>9}\n  {'':42} {'paint':>10} {'paint':>12} {'shift':>9}")
    for path in ("index.html", "timeline.html", "claims.html", "positions.html", next(iter(shipped.claims.values()))):
        print(await paint(laboratory, shipped, path), flush=True)
    print("from a key to the next paint, the slowest key:")
    for interaction in SHIPPED:
        print(await answer(laboratory, shipped, interaction, f", {rows(shipped)}" if interaction in TABLE else ""), flush=True)
    for interaction in TABLE:
        print(await answer(laboratory, large, interaction, f", {rows(large)}"), flush=True)
