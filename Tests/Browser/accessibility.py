"""axe finds nothing, on every kind of page, light and dark, narrow and wide, with the site's script and with it blocked."""
from __future__ import annotations

from pathlib import Path

import axe_playwright_python

from built_site import BuiltSite
from case import Case, refuse
from laboratory import DESK, PHONE, Laboratory

AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text("utf-8")

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]

# axe leaves the size of targets out unless it is named.
RUN = """
tags => axe.run(document, {preload: false, runOnly: tags, rules: {'target-size': {enabled: true}}, resultTypes: ['violations'], elementRef: false})
  .then(found => ({ran: [...found.violations, ...found.passes, ...found.inapplicable, ...found.incomplete].map(rule => rule.id),
    violations: found.violations.map(rule => ({id: rule.id, help: rule.help, nodes: rule.nodes.map(
      node => node.target.join(' ') + ': ' + (node.any[0] || node.all[0] || node.none[0] || {message: ''}).message)}))}))
"""

#: If axe stops running one of these, a pass would say less than it seems to.
MUST_RUN = {"target-size", "color-contrast", "region", "heading-order", "scrollable-region-focusable", "th-has-data-cells"}


async def violations(page) -> list[str]:
    found = await page.evaluate(RUN, TAGS)
    left_out = MUST_RUN - set(found["ran"])
    return [f"axe did not run {rule}" for rule in sorted(left_out)] + [
        f"{rule['id']} ({rule['help']}), {len(rule['nodes'])} times: {'; '.join(rule['nodes'][:3])}" for rule in found["violations"]
    ]


def case(laboratory: Laboratory, site: BuiltSite, kind: str, path: str, ways: list[tuple[int, str]], script: bool) -> Case:
    async def run() -> None:
        findings = []
        for width in dict.fromkeys(width for width, _ in ways):
            async with laboratory.page(site, path, width=width, script=script) as page:
                await page.evaluate(AXE)
                for scheme in (scheme for w, scheme in ways if w == width):
                    await page.emulate_media(color_scheme=scheme)
                    if scheme == "dark":
                        # What is folded is content too.
                        await page.evaluate("document.querySelectorAll('details').forEach(fold => fold.open = true)")
                    findings += [f"{width} px, {scheme}: {line}" for line in await violations(page)]
                # Unfolding moves what comes after, as it should.
                await page.evaluate("window.__shift = []")
        refuse(findings)

    return Case("axe", f"{site.name}: {kind} ({path}){'' if script else ', script blocked'}", run)


def cases(laboratory: Laboratory, sites: list[BuiltSite]) -> list[Case]:
    found = []
    for site in sites:
        ways = [(width, scheme) for width in (PHONE, DESK) for scheme in ("light", "dark")] if site.shipped else [(PHONE, "light"), (DESK, "dark")]
        for kind, path in site.kinds.items():
            found += [case(laboratory, site, kind, path, ways, script) for script in ([True, False] if site.shipped and site.scripts else [True])]
    return found
