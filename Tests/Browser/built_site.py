"""A site that brief has built, and what kinds of pages it has."""
from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from urllib.parse import urlsplit


@dataclass
class BuiltSite:
    name: str
    folder: Path
    #: Whether this is the briefing that the repository ships: it is looked at in every way, a fixture in fewer.
    shipped: bool = False

    @cached_property
    def pages(self) -> list[str]:
        """The paths of all pages, from the site's folder, sorted."""
        return sorted(path.relative_to(self.folder).as_posix() for path in self.folder.rglob("*.html"))

    @cached_property
    def scripts(self) -> list[Path]:
        """The files of script that pages load at once."""
        return sorted((self.folder / "theme").glob("*.js"))

    @cached_property
    def data(self) -> dict:
        return json.loads((self.folder / "data/briefing.json").read_text("utf-8"))

    @cached_property
    def base(self) -> str:
        """The path below which the site is to stand, by its `base_url`: what the links of 404.html begin with."""
        return urlsplit(self.data["briefing"].get("base_url", "")).path.rstrip("/") + "/"

    @cached_property
    def kinds(self) -> dict[str, str]:
        """One page of every kind, by the kind's name. A page at the top is a kind of its own; of the pages in a folder one stands
        for all, the largest, but of claims one for each shape, and each order of the claims table."""
        kinds: dict[str, str] = {}
        folders: dict[str, list[str]] = {}
        for page in self.pages:
            folder, _, name = page.rpartition("/")
            if not folder or (folder == "claims" and name.startswith("by-")):
                kinds[page.removesuffix(".html")] = page
            else:
                folders.setdefault(folder, []).append(page)
        folders.pop("claims", None)
        for folder, pages in folders.items():
            kinds[folder] = max(pages, key=lambda page: ((self.folder / page).stat().st_size, page))
        for shape, page in self.claims.items():
            kinds[f"claim {shape}"] = page
        return kinds

    @cached_property
    def claims(self) -> dict[str, str]:
        """One claim's page of each shape: rated, not rated, and of a claimant without a name."""
        shapes: dict[str, str] = {}
        for claim in self.data["claims"]:
            page = claim.get("page")
            if not page:
                continue
            shape = "of an unnamed claimant" if "unnamed_claimant" in claim else "rated" if claim.get("status") else "not rated"
            size = (self.folder / page).stat().st_size
            if shape not in shapes or size > (self.folder / shapes[shape]).stat().st_size:
                shapes[shape] = page
        return shapes


def build(
    name: str, content: Path | Callable[[Path], None], brief: str, below: Path, shipped: bool = False, language: str | None = None
) -> BuiltSite:
    """Builds a folder of content, or what is written into one, with the project's templates below the folder `below`, in a project of
    its own: what is in Public stays as it is. A language can be put in the place of the content's own."""
    project = below / name
    shutil.rmtree(project, ignore_errors=True)
    project.mkdir(parents=True)
    if callable(content):
        content(project / "Content")
    else:
        shutil.copytree(content, project / "Content")
    shutil.copytree("Templates", project / "Templates")
    if language:
        settings = project / "Content/briefing.yml"
        lines = settings.read_text("utf-8").splitlines()
        settings.write_text("\n".join(f"language: {language}" if line.startswith("language:") else line for line in lines) + "\n", "utf-8")
    done = subprocess.run([brief, "build", "--project", str(project), "--output", "Public"], capture_output=True, text=True)
    if done.returncode != 0:
        raise SystemExit(f"browser tests: the site {name} does not build:\n{done.stdout}{done.stderr}")
    return BuiltSite(name, (project / "Public").resolve(), shipped)
