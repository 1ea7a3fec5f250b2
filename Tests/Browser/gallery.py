"""The screenshots that the README shows, renewed."""
from __future__ import annotations

import asyncio
import shutil
from pathlib import Path

from built_site import BuiltSite
from laboratory import Laboratory

GALLERY = Path("Tests/Browser/Gallery")

DESKTOP, PHONE = (1280, 900), (390, 844)

#: The name, the page (None: one of the rated claims), the size, the scheme, and what to begin at, if not the top.
SHOTS = [
    ("front-desktop-light", "index.html", DESKTOP, "light", None),
    ("front-phone-light", "index.html", PHONE, "light", None),
    ("front-phone-dark", "index.html", PHONE, "dark", None),
    ("timeline-desktop-light", "timeline.html", DESKTOP, "light", None),
    ("timeline-events-desktop-dark", "timeline.html", DESKTOP, "dark", ".tl"),
    ("timeline-phone-light", "timeline.html", PHONE, "light", None),
    ("claims-desktop-light", "claims.html", DESKTOP, "light", None),
    ("claims-phone-light", "claims.html", PHONE, "light", "tbody tr"),
    ("claim-desktop-light", None, DESKTOP, "light", None),
    ("claim-desktop-dark", None, DESKTOP, "dark", None),
    ("positions-desktop-light", "positions.html", DESKTOP, "light", None),
    ("positions-phone-dark", "positions.html", PHONE, "dark", None),
]

LARGEST = 250 * 1024


async def call(*words: str) -> None:
    process = await asyncio.create_subprocess_exec(*words)
    if await process.wait() != 0:
        raise SystemExit(f"browser tests: {words[0]} fails")


async def renew(laboratory: Laboratory, site: BuiltSite) -> None:
    GALLERY.mkdir(exist_ok=True)
    for old in GALLERY.glob("*.png"):
        old.unlink()
    for name, path, (width, height), scheme, start in SHOTS:
        async with laboratory.page(site, path or site.claims["rated"], width=width, height=height, scheme=scheme, watched=False) as page:
            if start:
                await page.evaluate("start => document.querySelector(start).scrollIntoView({block: 'start'})", start)
            await page.screenshot(path=str(GALLERY / f"{name}.png"))
    async with laboratory.page(site, "claims.html", watched=False) as page:
        file = laboratory.folder / "gallery.pdf"
        await page.pdf(path=str(file), prefer_css_page_size=True)
        await call("pdftoppm", "-png", "-r", "80", "-f", "2", "-l", "2", "-singlefile", str(file), str(GALLERY / "claims-print"))
    total = 0
    for shot in sorted(GALLERY.glob("*.png")):
        if shutil.which("pngquant"):
            await call("pngquant", "--force", "--strip", "--skip-if-larger", "--ext", ".png", "128", str(shot))
        size = shot.stat().st_size
        total += size
        print(f"{size / 1024:6.0f} KB  {shot}")
        if size > LARGEST:
            raise SystemExit(f"browser tests: {shot} is larger than {LARGEST // 1024} KB; pngquant, if it is installed, makes them smaller")
    print(f"{total / 1024:6.0f} KB  in all")
