"""Builds the sites, opens the browser, runs the tests, says what was found. `Tests/Browser/run` starts it, from the top folder."""
from __future__ import annotations

import argparse
import asyncio
import os
import sys
import time
from pathlib import Path

from playwright.async_api import async_playwright

import accessibility
import alone
import arrival
import budgets
import enhancement
import framing
import gallery
import isolation
import keyboard
import layout
import markup
import measure
import preview
import printing
import sizes
import tree
from built_site import BuiltSite, build
from case import Case, Wrong
from fixtures import two_thousand_claims
from laboratory import Laboratory

#: What takes longest comes first: at the end nothing is waited for alone.
GROUPS = {
    "budgets": budgets, "markup": markup, "sizes": sizes, "axe": accessibility, "tree": tree, "isolation": isolation, "layout": layout,
    "arrival": arrival, "keyboard": keyboard, "script": enhancement, "print": printing, "preview": preview, "frames": framing, "file": alone,
}

FOLDER = Path(".build/browser")

#: In seconds: what takes longer than this, even on a slow machine, hangs.
LONGEST = 180


def shipped(brief: str) -> BuiltSite:
    return build("briefing", Path("Content"), brief, FOLDER, shipped=True)


def built_sites(brief: str) -> list[BuiltSite]:
    """The shipped briefing, the small one of these tests in a language from left to right and in one from right to left, and the
    sites that Tests/SiteTests builds."""
    sites = [
        shipped(brief),
        build("harbour", Path("Tests/Browser/Harbour"), brief, FOLDER),
        build("harbour-from-the-right", Path("Tests/Browser/Harbour"), brief, FOLDER, language="fa"),
    ]
    for folder in sorted(Path("Tests/SiteTests/Sites").glob("*/Content")):
        sites.append(build(folder.parent.name, folder, brief, FOLDER))
    return sites


async def run(cases: list[Case], laboratory: Laboratory) -> list[tuple[Case, list[str]]]:
    """Runs the tests, a few at once, and returns those that failed, in the order given, with what they found."""
    spent = {case.group: 0.0 for case in cases}
    left = {group: sum(case.group == group for case in cases) for group in spent}
    failed: dict[int, list[str]] = {}

    async def one(number: int, case: Case) -> None:
        async with laboratory.room:
            start = time.monotonic()
            try:
                await asyncio.wait_for(case.run(), LONGEST)
            except Wrong as wrong:
                failed[number] = wrong.findings
            except asyncio.TimeoutError:
                failed[number] = [f"does not end within {LONGEST} seconds"]
            except Exception as error:  # A test that cannot be carried out has failed too.
                failed[number] = [f"{type(error).__name__}: {error}"]
            spent[case.group] += time.monotonic() - start
            left[case.group] -= 1
            if number in failed:
                print(f"failed: {case.group}: {case.name}", file=sys.stderr, flush=True)
            if not left[case.group]:
                print(f"{case.group}: {sum(other.group == case.group for other in cases)} tests, {spent[case.group]:.0f} s", flush=True)

    await asyncio.gather(*(one(number, case) for number, case in enumerate(cases)))
    return [(cases[number], findings) for number, findings in sorted(failed.items())]


async def main() -> int:
    parser = argparse.ArgumentParser(prog="Tests/Browser/run")
    parser.add_argument("groups", nargs="*", help="run these groups only; group:words for the tests whose names hold the words")
    parser.add_argument("--list", action="store_true", help="list the groups")
    parser.add_argument("--gallery", action="store_true", help="renew the screenshots in Tests/Browser/Gallery, and test nothing")
    parser.add_argument("--measure", action="store_true", help="measure paint and interaction, and test nothing")
    arguments = parser.parse_args()
    if arguments.list:
        print("\n".join(f"{name:10} {module.__doc__.strip().splitlines()[0]}" for name, module in GROUPS.items()))
        return 0
    unknown = [name for name in arguments.groups if name.partition(":")[0] not in GROUPS]
    if unknown:
        parser.error(f"no such group: {', '.join(unknown)}; there are {', '.join(GROUPS)}")
    start = time.monotonic()
    brief = os.environ["BRIEF"]
    sites = [shipped(brief)] if arguments.gallery or arguments.measure else built_sites(brief)
    async with async_playwright() as playwright:
        try:
            browser = await playwright.chromium.launch(
                executable_path=os.environ["CHROMIUM"],
                # Nothing but the loopback can be reached, whatever a page asks for.
                args=["--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1", "--font-render-hinting=none", "--disable-lcd-text"])
        except Exception as error:
            print(f"browser tests: {os.environ['CHROMIUM']} does not start; give another one by CHROMIUM=path\n{error}", file=sys.stderr)
            return 1
        laboratory = Laboratory(browser, FOLDER.resolve())
        if arguments.gallery or arguments.measure:
            if arguments.gallery:
                await gallery.renew(laboratory, sites[0])
            else:
                await measure.report(laboratory, sites[0], build("two-thousand-claims", two_thousand_claims, brief, FOLDER))
            await browser.close()
            laboratory.close()
            return 0
        cases = [
            case for name, module in GROUPS.items() for case in module.cases(laboratory, sites)
            if not arguments.groups or any(
                wanted.partition(":")[0] == name and wanted.partition(":")[2] in case.name for wanted in arguments.groups)
        ]
        failed = await run(cases, laboratory)
        await browser.close()
        laboratory.close()
    for case, findings in failed:
        print(f"\n{case.group}: {case.name}")
        shown = 60 if case.group == "tree" else 12
        for finding in findings[:shown]:
            print("  " + finding[:600].replace("\n", "\n    "))
        if len(findings) > shown:
            print(f"  and {len(findings) - shown} more")
    print(f"\n{len(cases) - len(failed)} passed, {len(failed)} failed ({len(sites)} sites, {time.monotonic() - start:.0f} s)")
    return 1 if failed or not cases else 0


sys.exit(asyncio.run(main()))
