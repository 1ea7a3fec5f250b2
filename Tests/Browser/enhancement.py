"""Search, filters and sorting by the keyboard alone, each told to who cannot see it; and nothing of them where there is no script."""
from __future__ import annotations

import re

from built_site import BuiltSite
from case import Case, refuse
from laboratory import DESK, PHONE, Laboratory

#: The rows or events that can be filtered, and those that are shown.
ENTRIES = "[...document.querySelectorAll('main tbody tr, main .ev')]"
SHOWN = f"{ENTRIES}.filter(e => e.checkVisibility()).map(e => e.id)"
STATUS = "document.querySelector('form.sift [role=status]').textContent"


async def until(page, condition: str, what: str) -> list[str]:
    # Asked again and again from here: a condition that waits within the page would be evaluated there, against the page's policy.
    for _ in range(400):
        if await page.evaluate(condition):
            return []
        await page.wait_for_timeout(50)
    return [what]


async def walk_to(page, selector: str) -> bool:
    """Goes to an element by the tabulator alone, from where the focus is."""
    for _ in range(200):
        await page.keyboard.press("Tab")
        if await page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return True
    return False


async def unfold(page, width: int) -> list[str]:
    """Unfolds the filters on a phone by the keyboard; at a desk they are not folded."""
    folded = not await page.evaluate("document.querySelector('form.sift select').checkVisibility()")
    if folded != (width == PHONE):
        return [f"at {width} px the filters are {'folded' if folded else 'not folded'}"]
    if folded:
        if not await walk_to(page, "form.sift summary"):
            return ["what unfolds the filters is not reached"]
        await page.keyboard.press("Enter")
    return []


def search(laboratory: Laboratory, site: BuiltSite, path: str, width: int) -> Case:
    """From the disk, where nothing can be fetched."""

    async def run() -> None:
        findings, asked = [], []
        async with laboratory.page(site, path, width=width) as page:
            page.on("request", lambda request: asked.append(request.url))
            await page.evaluate("scrollTo(0, 300)")
            if not await walk_to(page, "[data-search]"):
                refuse(["the link to the search is not reached"])
            if any("search-index" in url for url in asked):
                findings.append("the index is loaded before anyone searches")
            await page.keyboard.press("Enter")
            findings += await until(page, "document.querySelector('dialog').open && document.activeElement.type === 'search'", "Enter opens no search")
            await page.keyboard.type("zzqx")
            said = "document.querySelector('dialog [role=status]').textContent"
            findings += await until(page, said, "that nothing is found is not told")
            for _ in range(4):
                await page.keyboard.press("Backspace")
            # A name of more than one letter beyond ASCII, or any name, written without its accents and only begun.
            await page.keyboard.type("turkiy")
            findings += await until(page, f"/\\d/.test({said})", "how many are found is not told")
            names = await page.evaluate("[...document.querySelectorAll('dialog .found a')].map(a => a.textContent)")
            if not any("Türkiye" in name for name in names):
                findings.append(f"turkiy does not find Türkiye but {names[:3]}")
            if not await page.evaluate("[...document.querySelectorAll('dialog .found h2')].length"):
                findings.append("what is found is not grouped under headings")
            by = await page.evaluate("document.scrollingElement.scrollWidth - innerWidth")
            if by > 0:
                findings.append(f"with the search open the page is {by} px too wide")
            await page.keyboard.press("ArrowDown")
            if not await page.evaluate("document.activeElement.matches('dialog .found a')"):
                findings.append("the arrow does not go to what is found")
            await page.keyboard.press("Escape")
            if await page.evaluate("document.querySelector('dialog').open"):
                findings.append("Escape does not close it")
            if not await page.evaluate("document.activeElement.matches('[data-search]')"):
                findings.append("the focus does not go back to where it was")
            await page.keyboard.press("/")
            findings += await until(page, "document.querySelector('dialog').open", "the key / opens no search")
            await page.keyboard.type("türkiye")
            findings += await until(page, f"/\\d/.test({said})", "türkiye is not found")
            async with page.expect_navigation():
                await page.keyboard.press("Enter")
            if await page.locator("h1").count() != 1:
                findings.append(f"Enter leads to {page.url}")
        refuse(findings)

    return Case("script", f"{site.name}: search on {path} at {width} px", run)


def found_is_accessible(laboratory: Laboratory, site: BuiltSite) -> Case:
    async def run() -> None:
        from accessibility import AXE, violations

        findings = []
        for width, scheme in ((PHONE, "light"), (DESK, "dark")):
            async with laboratory.page(site, "index.html", width=width, scheme=scheme) as page:
                await page.evaluate(AXE)
                await page.keyboard.press("/")
                await page.keyboard.type("guarantee")
                await page.wait_for_selector("dialog .found a")
                findings += [f"{width} px, {scheme}: {line}" for line in await violations(page)]
        refuse(findings)

    return Case("script", f"{site.name}: axe finds nothing in an open search", run)


def filters(laboratory: Laboratory, site: BuiltSite, path: str, width: int) -> Case:
    async def run() -> None:
        findings = []
        base = laboratory.server(site).address
        async with laboratory.page(site, path, width=width, base=base) as page:
            everything = await page.evaluate(SHOWN)
            name = await page.evaluate("document.querySelector('form.sift select').name")
            findings += await unfold(page, width)
            if not await walk_to(page, "form.sift select"):
                refuse([*findings, "no filter is reached"])
            await page.keyboard.press("ArrowDown")
            findings += await until(page, f"/\\d/.test({STATUS})", "what is shown is not told")
            shown = await page.evaluate(SHOWN)
            value, said = await page.evaluate(f"[document.querySelector('form.sift select').value, {STATUS}]")
            wanted = await page.evaluate(f"([name, value]) => {ENTRIES}.filter(e => e.dataset[name].split(' ').includes(value)).map(e => e.id)", [name, value])
            if not value or shown != wanted or not 0 < len(shown) < len(everything):
                findings.append(f"{name}={value} shows {len(shown)} of {len(everything)}, not {len(wanted)}")
            if not re.search(rf"\b{len(shown)}\b.*\b{len(everything)}\b", said):
                findings.append(f"it is told as '{said}', with {len(shown)} of {len(everything)} shown")
            if f"{name}={value}" not in page.url:
                findings.append(f"the address does not hold it: {page.url}")
            empty = "[...document.querySelectorAll('main .tl, main .grp')].filter(g => g.checkVisibility() && ![...g.querySelectorAll('.ev, tbody tr')].some(e => e.checkVisibility())).length"
            if await page.evaluate(empty):
                findings.append("a heading stands over nothing")
            address = page.url
            await page.reload()
            if await page.evaluate(SHOWN) != shown:
                findings.append("after loading the address anew something else is shown")
            await page.go_back()
            findings += await until(page, f"{SHOWN}.length === {len(everything)}", "going back does not take the filter away")
            await page.goto(address)
            if not await walk_to(page, "form.sift [type=reset]"):
                refuse([*findings, "the button that shows all is not reached"])
            await page.keyboard.press("Enter")
            findings += await until(page, f"{SHOWN}.length === {len(everything)}", "the button does not show all")
            if name in page.url:
                findings.append(f"the address still holds the filter: {page.url}")
            await page.evaluate("window.__shift = []")
        refuse(findings)

    return Case("script", f"{site.name}: {path} is filtered by the keyboard at {width} px", run)


def sorting(laboratory: Laboratory, site: BuiltSite) -> Case:
    async def run() -> None:
        findings = []
        heads = "[...document.querySelectorAll('table.claims thead th')]"
        # Accessible names of heads that are sorted, and how.
        sorted_ = f"{heads}.filter(h => h.ariaSort).map(h => [h.innerText.trim(), h.ariaSort])"
        column = "[...document.querySelectorAll('table.claims tbody tr')].map(r => r.cells[COLUMN]).map(c => c.dataset.key ?? (c.querySelector('.l + *') || c.firstElementChild || c).textContent.trim())"
        async with laboratory.page(site, "claims.html", width=1400) as page:
            before = await page.evaluate(f"{ENTRIES}.map(e => e.id)")
            first = await page.evaluate(f"{heads}.findIndex(h => h.ariaSort)")
            if first < 0:
                refuse(["no column is said to be sorted"])
            if not await walk_to(page, "table.claims thead button"):
                refuse(["no head has a button that is reached"])
            for way, turn in (("ascending", 1), ("descending", -1)):
                await page.keyboard.press("Enter")
                findings += await until(page, f"{heads}[0].ariaSort === '{way}'", f"the first column is not sorted {way}")
                now = await page.evaluate(sorted_)
                if len(now) != 1:
                    findings.append(f"sorted are: {now}")
                texts = await page.evaluate(f"(() => {{ const t = {column.replace('COLUMN', '0')}; const c = new Intl.Collator('en', {{numeric: true}}); return [t, [...t].sort((a, b) => {turn} * c.compare(a, b))] }})()")
                if texts[0] != texts[1]:
                    findings.append(f"the rows are not {way}: {texts[0][:4]}")
                said = await page.evaluate(STATUS)
                if now and now[0][0].rstrip(" \u00a0\n▲▼") not in said:
                    findings.append(f"the order {way} is told as '{said}'")
                if not await page.evaluate("document.activeElement.matches('thead button')"):
                    findings.append("the focus is lost")
            # Dates go by what they mean, not by their words: upwards they give the page's own order.
            while not await page.evaluate(f"{heads}[{first}].contains(document.activeElement)"):
                await page.keyboard.press("Tab")
            await page.keyboard.press("Enter")
            findings += await until(page, f"{heads}[{first}].ariaSort === 'ascending'", "the dates are not sorted")
            if await page.evaluate(f"{ENTRIES}.map(e => e.id)") != before:
                findings.append("the dates upwards are not the order of the page")
            await page.evaluate("window.__shift = []")
        async with laboratory.page(site, "claims.html", width=PHONE) as page:
            before = await page.evaluate(f"{ENTRIES}.map(e => e.id)")
            findings += await unfold(page, PHONE)
            selects = await page.evaluate("document.querySelectorAll('form.sift select').length")
            for _ in range(selects):
                if not await walk_to(page, "form.sift select"):
                    refuse([*findings, "on a phone the order is not reached"])
            await page.keyboard.press("ArrowDown")
            findings += await until(page, f"{STATUS} !== ''", "on a phone the order is not told")
            if await page.evaluate(f"{ENTRIES}.map(e => e.id)") == before:
                findings.append("on a phone the order does not change")
            await page.evaluate("window.__shift = []")
        refuse(findings)

    return Case("script", f"{site.name}: the claims table is sorted by the keyboard, at a desk and on a phone", run)


def without(laboratory: Laboratory, site: BuiltSite) -> Case:
    async def run() -> None:
        findings = []
        for path in ("claims.html", "timeline.html"):
            async with laboratory.page(site, path, script=False) as page:
                if await page.evaluate("[...document.querySelectorAll('form.sift, thead button, dialog')].some(e => e.checkVisibility({visibilityProperty: true}))"):
                    findings.append(f"{path} shows controls that do nothing")
                if await page.evaluate(f"{SHOWN}.length !== {ENTRIES}.length"):
                    findings.append(f"{path} hides something")
                await walk_to(page, "[data-search]")
                async with page.expect_navigation():
                    await page.keyboard.press("Enter")
                if await page.locator("main a").count() < len(site.data["claims"]):
                    findings.append(f"the search leads to {page.url}, which does not list everything")
        refuse(findings)

    return Case("script", f"{site.name}: with the script blocked nothing is promised that it would do", run)


def cases(laboratory: Laboratory, sites: list[BuiltSite]) -> list[Case]:
    site = next(site for site in sites if site.shipped)
    if not site.scripts:
        return []
    return [
        search(laboratory, site, "index.html", DESK), search(laboratory, site, next(iter(site.claims.values())), PHONE),
        found_is_accessible(laboratory, site),
        *(filters(laboratory, site, path, width) for path in ("claims.html", "timeline.html") for width in (PHONE, DESK)),
        sorting(laboratory, site), without(laboratory, site),
    ]
