"""What the shipped briefing may weigh."""
from __future__ import annotations

import gzip
from pathlib import Path

from built_site import BuiltSite
from case import Case, refuse

#: A kilobyte is 1,024 bytes. Kilobytes as they are, and compressed by gzip; none: not limited.
STYLES = (24, 7)
#: What stands alone, in a frame or in one file.
ALONE = (4, None)
SCRIPT = (10, None)
FRONT = (100, 25)
SEARCH = (60, None)


def over(what: str, bytes_: bytes, budget: tuple[int, int | None]) -> list[str]:
    sizes = (len(bytes_), len(gzip.compress(bytes_, 9, mtime=0)))
    return [
        f"{what} has {size:,} bytes{how}: {size - limit * 1024:,} more than {limit} KB"
        for size, limit, how in zip(sizes, budget, ("", " compressed")) if limit and size > limit * 1024
    ]


def cases(laboratory, sites: list[BuiltSite]) -> list[Case]:
    site = next(site for site in sites if site.shipped)

    def weighed(name: str, files, budget, at_most: int | None = 1) -> Case:
        async def run() -> None:
            found: list[Path] = files()
            findings = [f"{len(found)} files: {', '.join(file.name for file in found)}"] if at_most and len(found) > at_most else []
            for file in found:
                findings += over(file.name, file.read_bytes(), budget)
            refuse(findings)

        return Case("budgets", name, run)

    search = [*site.folder.rglob("search-index*.js")]
    return [
        weighed(
            "one stylesheet of at most 24 KB, 7 KB compressed",
            lambda: sorted(set(site.folder.rglob("*.css")) - {site.folder / "theme/alone.css"}), STYLES),
        weighed("what stands alone is styled by at most 4 KB", lambda: [site.folder / "theme/alone.css"], ALONE),
        weighed("one script of at most 10 KB", lambda: sorted(set(site.folder.rglob("*.js")) - set(search)), SCRIPT),
        weighed("a search index of at most 60 KB", lambda: search, SEARCH),
        weighed("a front page of at most 100 KB, 25 KB compressed", lambda: [site.folder / "index.html"], FRONT),
    ]
