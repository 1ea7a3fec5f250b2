"""axe finds nothing, on every kind of page, light and dark, narrow and wide, with the site's script and with it blocked."""
from __future__ import annotations

from pathlib import Path

import axe_playwright_python

from built_site import BuiltSite
from case import Case, refuse
from laboratory import DESK, PHONE, Laboratory

#: axe reads each colour anew for each text that has it, which takes it most of its time; here it remembers what it has read.
REMEMBER = """
(() => {
  const colour = axe.commons.color.Color.prototype, read = colour.parseString, known = new Map();
  colour.parseString = function (text) {
    const [r, g, b, alpha] = known.get(text) ?? [];
    if (alpha === undefined) { read.call(this, text); known.set(text, [this.r, this.g, this.b, this.alpha]); }
    else Object.assign(this, {r, g, b, alpha});
    return this;
  };
  // What it finds is named by selectors; the markup of all that it looks at, which nobody reads, is not written out.
  axe.configure({noHtml: true});
})();
"""

#: axe keeps the parts of each colour that it works with in weak maps, which are slow to fill; here they are kept by the colour itself.
KEPT = """
class Kept {
  constructor() { this.key = Symbol(); }
  has(owner) { return this.key in owner; }
  get(owner) { return owner[this.key]; }
  set(owner, value) { owner[this.key] = value; return this; }
  add(owner) { return this.set(owner, true); }
  delete(owner) { return delete owner[this.key]; }
}
const WeakMap = Kept, WeakSet = Kept;
"""

#: While axe looks at a page nothing on it changes: what it asks of an element's style again and again is then told as the first time.
STILL = """
(() => {
  const {run} = axe, compute = window.getComputedStyle, tell = CSSStyleDeclaration.prototype.getPropertyValue;
  axe.run = async (...what) => {
    const styles = new Map();
    window.getComputedStyle = (element, pseudo) => {
      if (pseudo) return compute.call(window, element, pseudo);
      let style = styles.get(element);
      if (!style) {
        const told = new Map();
        style = compute.call(window, element);
        style.getPropertyValue = name => {
          let value = told.get(name);
          if (value === undefined) told.set(name, value = tell.call(style, name));
          return value;
        };
        styles.set(element, style);
      }
      return style;
    };
    try { return await run(...what); } finally { window.getComputedStyle = compute; }
  };
})();
"""

AXE = "(() => {" + KEPT + (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text("utf-8") + "\n})();" + REMEMBER + STILL

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]

# axe leaves the size of targets out unless it is named.
RUN = """
([only, without]) => axe.run(document, {preload: false, iframes: false, resultTypes: ['violations'], elementRef: false, runOnly: only,
  rules: Object.fromEntries([['target-size', {enabled: true}], ...without.map(rule => [rule, {enabled: false}])])})
  .then(found => ({ran: [...found.violations, ...found.passes, ...found.inapplicable, ...found.incomplete].map(rule => rule.id),
    violations: found.violations.map(rule => ({id: rule.id, help: rule.help, nodes: rule.nodes.map(
      node => node.target.join(' ') + ': ' + (node.any[0] || node.all[0] || node.none[0] || {message: ''}).message)}))}))
"""

#: If axe stops running one of these, a pass would say less than it seems to.
MUST_RUN = {"target-size", "color-contrast", "region", "heading-order", "scrollable-region-focusable", "th-has-data-cells"}

#: What depends on colours, of all that axe looks at.
COLOURS = ["color-contrast", "link-in-text-block"]

#: Where everything stands, and how large and heavy it is written.
SHAPE = """
() => [...document.querySelectorAll('body, body *')].map(e => {
  const box = e.getBoundingClientRect(), style = getComputedStyle(e);
  return [box.x, box.y, box.width, box.height, style.visibility, style.fontSize, style.fontWeight].join();
}).join(';')
"""

#: In what colours everything stands.
PAINT = """
() => [...document.querySelectorAll('body, body *')].map(e => {
  const style = getComputedStyle(e);
  return [style.color, style.backgroundColor, style.backgroundImage, style.opacity, style.textShadow].join();
}).join(';')
"""

#: The page as it came, without what the script says of itself, and whether anything on it waits for the script to be shown.
STANDS = """
() => {
  const page = document.documentElement.cloneNode(true);
  page.classList.remove('js');
  if (!page.classList.length) page.removeAttribute('class');
  page.querySelector('[data-search]').removeAttribute('aria-haspopup');
  page.querySelector('#search').removeAttribute('closedby');
  return [page.outerHTML, page.querySelectorAll('.needs-script').length];
}
"""


async def violations(page, only: list[str] | None = None, without: list[str] = []) -> list[str]:
    """What axe finds by all its rules, by some only, or by all but some."""
    rules = {"type": "rule", "values": only} if only else {"type": "tag", "values": TAGS}
    found = await page.evaluate(RUN, [rules, [] if only else without])
    left_out = set(only or MUST_RUN) - set(without) - set(found["ran"])
    return [f"axe did not run {rule}" for rule in sorted(left_out)] + [
        f"{rule['id']} ({rule['help']}), {len(rule['nodes'])} times: {'; '.join(rule['nodes'][:3])}" for rule in found["violations"]
    ]


async def look(page, widths: list[int], schemes: list[str], without: list[str] = []) -> list[str]:
    """What axe finds at each width in each scheme: at a phone's width with everything unfolded, for what is folded is content too,
    at a desk as the page comes. Where nothing but colours differs from the scheme before, the rest has been looked at: then axe's
    rules on colours are enough."""
    findings = []
    for width in widths:
        await page.set_viewport_size({"width": width, "height": 900})
        await page.evaluate("open => document.querySelectorAll('details').forEach(fold => fold.open = open)", width == PHONE)
        before = None
        for scheme in schemes:
            await page.emulate_media(color_scheme=scheme)
            await page.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
            shape = await page.evaluate(SHAPE)
            findings += [f"{width} px, {scheme}: {line}" for line in await violations(page, COLOURS if shape == before else None, without)]
            before = shape
    # Another width and unfolding move what comes after, as they should.
    await page.evaluate("window.__shift = []")
    return findings


def shipped(laboratory: Laboratory, site: BuiltSite, kind: str, path: str) -> Case:
    """A page in every way. Where the page is the same without the script, nothing on it waits for it, and everything stands where it
    stood in the same colours, its rules on colours would find what they found before: then the others are enough, and one glance."""

    async def run() -> None:
        async with laboratory.page(site, path, width=PHONE) as page:
            loaded = [*await page.evaluate(STANDS), await page.evaluate(SHAPE), await page.evaluate(PAINT)]
            await page.evaluate(AXE)
            findings = await look(page, [PHONE, DESK], ["light", "dark"])
        async with laboratory.page(site, path, width=PHONE, script=False) as page:
            blocked = [*await page.evaluate(STANDS), await page.evaluate(SHAPE), await page.evaluate(PAINT)]
            await page.evaluate(AXE)
            same = blocked == loaded and not blocked[1]
            found = await (look(page, [PHONE], ["light"], COLOURS) if same else look(page, [PHONE, DESK], ["light", "dark"]))
            findings += [f"script blocked, {line}" for line in found]
        refuse(findings)

    return Case("axe", f"{site.name}: {kind} ({path})", run)


def fixture(laboratory: Laboratory, site: BuiltSite, kind: str, path: str, width: int, scheme: str) -> Case:
    async def run() -> None:
        async with laboratory.page(site, path, width=width) as page:
            await page.evaluate(AXE)
            refuse(await look(page, [width], [scheme]))

    return Case("axe", f"{site.name}: {kind} ({path}) at {width} px, {scheme}", run)


def cases(laboratory: Laboratory, sites: list[BuiltSite]) -> list[Case]:
    ways = [(PHONE, "light"), (DESK, "dark"), (PHONE, "dark"), (DESK, "light")]
    found = []
    for turn, site in enumerate(sites):
        for number, (kind, path) in enumerate(site.kinds.items()):
            # The fixtures, which have the same templates in other languages and directions, are looked at in one way each, in turn.
            found.append(shipped(laboratory, site, kind, path) if site.shipped else fixture(laboratory, site, kind, path, *ways[(turn + number) % 4]))
    return found
