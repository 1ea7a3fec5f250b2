"""Nothing is lost or runs over, from right to left, with wide spacing, forced colours or less motion."""
from __future__ import annotations

from built_site import BuiltSite
from case import Case, refuse
from laboratory import DESK, PHONE, Laboratory

#: By how much a page is wider than its window, and what runs over the right or the left edge of it, unless it stands in a region that
#: scrolls, or is put away on purpose; null if nothing does.
SIDEWAYS = """
() => {
  const by = document.scrollingElement.scrollWidth - innerWidth;
  return by <= 0 ? null : `${by} px too wide: ` + [...document.querySelectorAll('main *, header *, footer *')].filter(e => {
    const box = e.getBoundingClientRect();
    return (box.right > innerWidth + .5 || box.left < -.5) && box.width > 1 && !e.closest('.scroll, .region, svg, .skip, pre');
  }).slice(0, 3).map(e => e.tagName.toLowerCase() + (e.className ? '.' + e.className : '') + ' ' + (e.textContent || '').trim().slice(0, 40)).join('; ');
}
"""

#: The visible words of a page, without what differs by width.
WORDS = "document.body.innerText.split(/\\s+/).filter(Boolean).join(' ')"

#: The same with everything unfolded, then in the other direction, then with the spacing that WCAG 2.2 lets a reader set, 1.4.12: the page
#: is laid out for each and painted for none of them. The policy binds elements, not adopted sheets.
TRIED = """
() => {
  const sideways = SIDEWAYS, page = document.documentElement, told = {}, sheet = new CSSStyleSheet();
  document.querySelectorAll('details').forEach(fold => fold.open = true);
  told['unfolded'] = sideways();
  page.dir = page.dir === 'rtl' ? 'ltr' : 'rtl';
  told['in the other direction'] = sideways();
  page.dir = page.dir === 'rtl' ? 'ltr' : 'rtl';
  sheet.replaceSync('* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-block-end: 2em !important }');
  document.adoptedStyleSheets = [sheet];
  told['spaced as WCAG 1.4.12 allows'] = sideways();
  document.adoptedStyleSheets = [];
  return told;
}
""".replace("SIDEWAYS", SIDEWAYS.strip())

#: So low is a window of which only the width counts: what stands below it need not be painted.
LOW = 300

#: Statuses without a word, of no size, or of the colour of what they stand on.
STATUSES = """
() => [...document.querySelectorAll('.st')].filter(e => e.checkVisibility()).map(e => {
  const box = e.getBoundingClientRect(), word = e.innerText.replace(/[^\\p{L}]/gu, '');
  let ground = e; while (ground && /, 0\\)$|transparent/.test(getComputedStyle(ground).backgroundColor)) ground = ground.parentElement;
  const back = ground ? getComputedStyle(ground).backgroundColor : 'canvas';
  return !word ? 'a status without a word' : box.width < 20 || box.height < 10 ? 'a status of no size: ' + word
    : getComputedStyle(e).color === back ? 'a status of the colour of its ground: ' + word : null;
}).filter(Boolean)
"""


async def sideways(page) -> list[str]:
    told = await page.evaluate(SIDEWAYS)
    return [told] if told else []


def narrow(laboratory: Laboratory, site: BuiltSite, kind: str, path: str) -> Case:
    async def run() -> None:
        async with laboratory.page(site, path, width=PHONE) as page:
            findings = [f"{how}: {line}" for how, line in (await page.evaluate(TRIED)).items() if line]
            for width in (480, 736, 976, DESK, 1600):
                await page.set_viewport_size({"width": width, "height": LOW})
                findings += [f"at {width} px: {line}" for line in await sideways(page)]
            # All of these shift the layout, as they should.
            await page.evaluate("window.__shift = []")
        refuse(findings)

    return Case("layout", f"{site.name}: {kind} ({path}) never scrolls sideways", run)


def modes(laboratory: Laboratory, site: BuiltSite, kind: str, path: str) -> Case:
    async def run() -> None:
        findings = []
        async with laboratory.page(site, path) as page:
            plain = await page.evaluate(WORDS)
            for name, media in (
                ("forced colours", {"forced_colors": "active"}), ("forced colours, dark", {"forced_colors": "active", "color_scheme": "dark"}),
                ("reduced motion", {"reduced_motion": "reduce"}), ("more contrast", {"contrast": "more"}), ("dark", {"color_scheme": "dark"}),
            ):
                await page.emulate_media(**{"color_scheme": "light", "forced_colors": "none", "reduced_motion": "no-preference", "contrast": "no-preference"} | media)
                if await page.evaluate(WORDS) != plain:
                    findings.append(f"{name}: the words are not those of the plain page")
                findings += [f"{name}: {line}" for line in await page.evaluate(STATUSES)]
                if name == "reduced motion" and await page.evaluate("document.getAnimations().length"):
                    findings.append("something moves although less motion is asked for")
            # In forced colours other borders stand, and move what comes after.
            await page.evaluate("window.__shift = []")
        refuse(findings)

    return Case("layout", f"{site.name}: {kind} ({path}) loses nothing in forced colours, reduced motion, more contrast, dark", run)


def opening(laboratory: Laboratory, site: BuiltSite) -> Case:
    """The answer can be read on a phone without a movement."""

    async def run() -> None:
        async with laboratory.page(site, "index.html", width=390, height=844) as page:
            bottom = await page.evaluate("document.querySelector('.answer').getBoundingClientRect().bottom")
            refuse([f"the answer ends at {bottom:.0f} px, below a phone's 844"] if bottom > 844 else [])

    return Case("layout", f"{site.name}: the front page answers above the fold of a phone", run)


def cases(laboratory: Laboratory, sites: list[BuiltSite]) -> list[Case]:
    found = []
    for site in sites:
        for kind, path in site.kinds.items():
            found.append(narrow(laboratory, site, kind, path))
            if site.shipped and kind in ("index", "timeline", "claims", "positions", "claim rated", "events"):
                found.append(modes(laboratory, site, kind, path))
        if site.shipped:
            found.append(opening(laboratory, site))
    return found
