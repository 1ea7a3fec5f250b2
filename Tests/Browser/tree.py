"""What assistive technology is told of the timeline and the claims table: role, name, level and state, narrow and wide."""
from __future__ import annotations

import difflib
import os
from pathlib import Path

from built_site import BuiltSite
from case import Case, refuse
from laboratory import DESK, PHONE, Laboratory

GOLDEN = Path("Tests/Browser/Golden")

#: Properties that say how something stands; an absent one is not written.
STATES = ["level", "expanded", "checked", "pressed", "selected", "disabled", "sort", "current", "live", "readonly", "required", "multiselectable"]

#: What adds no meaning of its own.
PASSED_OVER = {"none", "generic", "sectionheader", "sectionfooter", "InlineTextBox", "LineBreak", "RootWebArea", "ListMarker"}


def lines(nodes: list[dict]) -> list[str]:
    """The tree below `main` as indented lines. A text is left out where it only repeats the name of what it stands in."""
    by_id = {node["nodeId"]: node for node in nodes}
    written: list[str] = []
    todo = [(node, 0, "") for node in nodes if node.get("role", {}).get("value") == "main"]
    while todo:
        node, depth, above = todo.pop()
        role = node.get("role", {}).get("value", "")
        name = " ".join(str(node.get("name", {}).get("value", "")).split())
        shown = not node.get("ignored") and role not in PASSED_OVER
        if role == "StaticText" and name in above:
            shown = False
        if shown:
            states = {entry["name"]: entry["value"].get("value") for entry in node.get("properties", [])}
            told = [f"{state}={states[state]}" for state in STATES if states.get(state) not in (None, False, "", "off", "none", "false")]
            if role == "DisclosureTriangle" and "expanded" in states:
                told = [f"expanded={states['expanded']}"]
            quoted = f' "{name}"' if name else ""
            written.append("  " * depth + ("text" if role == "StaticText" else role) + quoted + "".join(f" [{state}]" for state in told))
        below = [by_id[child] for child in node.get("childIds", []) if child in by_id]
        todo += [(child, depth + shown, name if shown and name else above) for child in reversed(below)]
    return written


async def described(laboratory: Laboratory, site: BuiltSite, path: str, width: int, script: bool = True) -> list[str]:
    async with laboratory.page(site, path, width=width, script=script) as page:
        session = await page.context.new_cdp_session(page)
        return lines((await session.send("Accessibility.getFullAXTree"))["nodes"])


def golden(laboratory: Laboratory, site: BuiltSite, path: str, width: int, script: bool) -> Case:
    async def run() -> None:
        file = GOLDEN / f"{path.removesuffix('.html')}-{width}{'' if script else '-without-script'}.txt"
        now = await described(laboratory, site, path, width, script)
        if os.environ.get("BRIEF_BLESS") == "1":
            GOLDEN.mkdir(exist_ok=True)
            file.write_text("\n".join(now) + "\n", "utf-8")
            refuse([f"{file} is written anew; look at it, then run again without BRIEF_BLESS"])
        before = file.read_text("utf-8").splitlines() if file.exists() else []
        refuse(list(difflib.unified_diff(before, now, str(file), "what comes out now", lineterm="", n=2)))

    return Case("tree", f"{site.name}: {path} at {width} px{'' if script else ', script blocked,'} is told as it was", run)


def structure(laboratory: Laboratory, site: BuiltSite, path: str) -> Case:
    """The roles of tables and lists, in order, are the same on a phone as at a desk: nothing is lost in the layout as cards."""

    def skeleton(tree: list[str]) -> list[str]:
        kept = {"table", "rowgroup", "row", "columnheader", "rowheader", "cell", "list", "listitem", "heading", "term", "definition"}
        return [line.strip() for line in tree if line.split(maxsplit=1)[0] in kept]

    async def run() -> None:
        at_desk = skeleton(await described(laboratory, site, path, DESK, script=False))
        on_phone = skeleton(await described(laboratory, site, path, PHONE, script=False))
        findings = list(difflib.unified_diff(at_desk, on_phone, f"{DESK} px", f"{PHONE} px", lineterm="", n=0))
        if not any(line.startswith(("row", "listitem")) for line in at_desk):
            findings.append("there is neither a row nor an item")
        if path.startswith("claims"):
            rows = sum(line.startswith("rowheader") for line in at_desk)
            if rows < len(site.data["claims"]):
                findings.append(f"{rows} rows for {len(site.data['claims'])} claims")
        refuse(findings)

    return Case("tree", f"{site.name}: {path} is the same table or list at {PHONE} and {DESK} px", run)


def cases(laboratory: Laboratory, sites: list[BuiltSite]) -> list[Case]:
    found = []
    for site in sites:
        if site.name == "harbour":
            found += [
                golden(laboratory, site, path, width, script) for path in ("timeline.html", "claims.html") for width in (PHONE, DESK)
                for script in ((True, False) if site.scripts else (True,))
            ]
        found += [structure(laboratory, site, path) for path in ("timeline.html", "claims.html", "positions.html") if path in site.pages]
    return found
