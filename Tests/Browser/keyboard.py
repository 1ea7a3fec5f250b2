"""The keyboard reaches everything in reading order, and always shows where it is."""
from __future__ import annotations

import asyncio

from built_site import BuiltSite
from case import Case, refuse
from laboratory import DESK, PHONE, Laboratory

#: Numbers everything that the keyboard should reach, in the order of the page, and returns what each is.
NUMBER = """
() => {
  const all = [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex]')].filter(e =>
    e.tabIndex >= 0 && !e.disabled && !e.closest('[inert]') && e.checkVisibility({visibilityProperty: true}));
  all.forEach((e, i) => e.dataset.stop = i);
  window.__floating = [...document.querySelectorAll('body *')].filter(e => /fixed|sticky/.test(getComputedStyle(e).position));
  return all.map(e => e.tagName.toLowerCase() + ' ' + (e.getAttribute('href') || '') + ' "' + (e.innerText || e.ariaLabel || '').trim().slice(0, 40) + '"');
}
"""

#: The key for capitals, as the browser's protocol counts it.
SHIFT = 8

#: Notes at each press of the tabulator where the focus is, and what is wrong with how it shows: `window.__stops`, null for nowhere.
NOTE = """
() => {
  window.__stops = [];
  addEventListener('keyup', event => { if (event.key === 'Tab') window.__stops.push(focus()); }, true);
function focus() {
  const e = document.activeElement;
  if (!e || e === document.body || e === document.documentElement) return null;
  const style = getComputedStyle(e), wrong = [];
  if (style.outlineStyle === 'none' || parseFloat(style.outlineWidth) < 2) wrong.push('shows no outline');
  const boxes = [...e.getClientRects()].filter(b => b.width > 0 && b.height > 0);
  if (!boxes.length) wrong.push('has no size');
  else {
    const seen = boxes.some(b => {
      const left = Math.max(b.left, 0), right = Math.min(b.right, innerWidth), top = Math.max(b.top, 0), bottom = Math.min(b.bottom, innerHeight);
      if (right - left < 1 || bottom - top < 1) return false;
      return [[.5, .5], [.1, .2], [.9, .8], [.1, .8], [.9, .2]].some(([x, y]) => {
        const hit = document.elementFromPoint(left + (right - left) * x, top + (bottom - top) * y);
        return hit && (e.contains(hit) || hit.contains(e));
      });
    });
    if (!seen) wrong.push('is hidden or out of sight at ' + boxes.map(b => [b.left, b.top, b.right, b.bottom].map(Math.round)).join(' and '));
    // 2.4.11: what floats over the page may not lie over what has the focus.
    for (const f of (window.__floating || []).filter(f => !f.contains(e) && !e.contains(f))) {
      const over = f.getBoundingClientRect();
      if (boxes.every(b => over.top <= b.top && over.bottom >= b.bottom && over.left <= b.left && over.right >= b.right)) wrong.push('lies under ' + f.tagName.toLowerCase());
    }
  }
  return [e.dataset.stop === undefined ? null : Number(e.dataset.stop), e.tagName.toLowerCase() + ' "' + (e.innerText || '').trim().slice(0, 40) + '"', wrong];
}
}
"""


async def tabulate(page, count: int, backwards: bool) -> None:
    """Presses the tabulator so many times. The browser is handed all of it at once, as by a key that repeats: it treats one after the
    other, and paints only some of the steps."""
    session = await page.context.new_cdp_session(page)
    key = {"key": "Tab", "code": "Tab", "windowsVirtualKeyCode": 9, "modifiers": SHIFT if backwards else 0}
    await asyncio.gather(*(
        session.send("Input.dispatchKeyEvent", {"type": way, **key}) for _ in range(count) for way in ("rawKeyDown", "keyUp")))
    await session.detach()


async def stops(page, count: int, backwards: bool = False) -> list:
    """Where the tabulator that is pressed so many times leads, up to where the focus leaves the page or is at the first stop again."""
    await page.evaluate(NOTE)
    await tabulate(page, count, backwards)
    found = []
    for stop in await page.evaluate("window.__stops"):
        # Behind the last stop is the browser's own, or the first one again.
        if stop is None or (found and stop[0] == found[0][0] == 0):
            break
        found.append(stop)
    return found


def walk(laboratory: Laboratory, site: BuiltSite, path: str, width: int) -> Case:
    async def run() -> None:
        findings = []
        async with laboratory.page(site, path, width=width, height=800) as page:
            there = await page.evaluate(NUMBER)
            reached = []
            for number, name, wrong in await stops(page, len(there) + 5):
                reached.append(number)
                findings += [f"{name} {line}" for line in wrong]
            for number in sorted(set(range(len(there))) - set(reached)):
                findings.append(f"is not reached: {there[number]}")
            order = [number for number in reached if number is not None]
            if order != sorted(order) or len(order) != len(set(order)):
                findings.append(f"the order of the keyboard is not that of the page: {order}")
        refuse(findings)

    return Case("keyboard", f"{site.name}: {path} at {width} px is walked through", run)


def back(laboratory: Laboratory, site: BuiltSite, path: str) -> Case:
    """Backwards a sticky header would lie over what is reached."""

    async def run() -> None:
        findings = []
        async with laboratory.page(site, path, height=500) as page:
            await page.evaluate(NUMBER)
            await page.evaluate("scrollTo(0, document.documentElement.scrollHeight)")
            await page.evaluate("(() => { const all = document.querySelectorAll('a[href]'); all[all.length - 1].focus({preventScroll: true}) })()")
            reached = await stops(page, 150, backwards=True)
            findings += [f"{name} {line}" for _, name, wrong in reached for line in wrong]
            if not reached:
                findings.append("no press reaches anything")
        refuse(findings)

    return Case("keyboard", f"{site.name}: {path} is walked through backwards, in a low window", run)


def skip(laboratory: Laboratory, site: BuiltSite) -> Case:
    async def run() -> None:
        async with laboratory.page(site, "index.html") as page:
            await page.keyboard.press("Tab")
            await page.keyboard.press("Enter")
            await page.keyboard.press("Tab")
            refuse([] if await page.evaluate("document.querySelector('main').contains(document.activeElement)") else ["the next stop is not in main"])

    return Case("keyboard", f"{site.name}: the first stop leads past the navigation", run)


def fold(laboratory: Laboratory, site: BuiltSite, path: str) -> Case:
    async def run() -> None:
        findings = []
        async with laboratory.page(site, path) as page:
            fold = page.locator("main details:not(form details)").first
            if await fold.count() == 0:
                refuse([f"{path} has nothing folded"])
            is_open = "fold => fold.open && fold.querySelector(':scope > :not(summary)').checkVisibility()"
            # From the stop before it, so that it is the keyboard that gets there.
            await fold.locator("summary").focus()
            await page.keyboard.press("Shift+Tab")
            await page.keyboard.press("Tab")
            for key, wanted in (("Enter", True), ("Space", False), ("Space", True)):
                await page.keyboard.press(key)
                if await fold.evaluate(is_open) != wanted:
                    findings.append(f"{key} does not {'unfold' if wanted else 'fold'} it")
            await page.keyboard.press("Tab")
            if not await fold.evaluate("fold => fold.contains(document.activeElement)"):
                findings.append("the next stop is not in what was unfolded")
        refuse(findings)

    return Case("keyboard", f"{site.name}: {path} is unfolded by Enter and Space", run)


def regions(laboratory: Laboratory, site: BuiltSite, path: str) -> Case:
    """A table that is wider than its place is scrolled by the arrows."""

    async def run() -> None:
        findings = []
        async with laboratory.page(site, path, width=800) as page:
            region = page.locator("main [tabindex='0']").first
            await region.focus()
            if await region.evaluate("e => e.scrollWidth > e.clientWidth"):
                for _ in range(3):
                    await page.keyboard.press("ArrowRight")
                # Asked again and again from here: a condition that waits within the page would be evaluated there, against the page's policy.
                for _ in range(400):
                    if await region.evaluate("e => e.scrollLeft > 0"):
                        break
                    await page.wait_for_timeout(50)
                else:
                    findings.append("the arrow does not scroll it")
        refuse(findings)

    return Case("keyboard", f"{site.name}: the table of {path} is scrolled by the arrows", run)


def cases(laboratory: Laboratory, sites: list[BuiltSite]) -> list[Case]:
    site = next(site for site in sites if site.shipped)
    at_desk = ["index", "timeline", "claims", "positions", "questions", "glossary", "claim rated", "claim of an unnamed claimant", "events", "actors"]
    found = [walk(laboratory, site, site.kinds[kind], DESK) for kind in at_desk if kind in site.kinds]
    found += [walk(laboratory, site, path, PHONE) for path in ("index.html", "timeline.html", "claims.html")]
    found += [back(laboratory, site, path) for path in ("timeline.html", "claims.html")]
    found += [skip(laboratory, site), fold(laboratory, site, "index.html"), fold(laboratory, site, "timeline.html"), regions(laboratory, site, "claims.html")]
    return found
