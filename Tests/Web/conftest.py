"""Sites with an address of their own, built once: the shipped briefing, published as fact-checks, and the fixtures, one after two editions."""
from __future__ import annotations

import os
import shutil
import subprocess
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import pytest
from lxml import html

REPOSITORY = Path(__file__).resolve().parent.parent.parent
BRIEF = os.environ["BRIEF"]


@dataclass
class Site:
    name: str
    folder: Path
    base: str

    @cached_property
    def pages(self) -> dict[str, html.HtmlElement]:
        """Every page, by its path."""
        files = sorted(self.folder.rglob("*.html"))
        return {file.relative_to(self.folder).as_posix(): html.document_fromstring(file.read_text("utf-8")) for file in files}

    def address(self, path: str) -> str:
        return self.base if path == "index.html" else self.base + path

    def file(self, address: str) -> Path:
        """The file at an address of the site."""
        assert address.startswith(self.base), address
        return self.folder / (address.removeprefix(self.base).split("#")[0] or "index.html")


def lay(content: Path, folder: Path) -> Path:
    shutil.copytree(content, folder / "Content")
    shutil.copytree(REPOSITORY / "Templates", folder / "Templates")
    own = content.parent / "Templates"
    if content.parent != REPOSITORY and own.is_dir():
        shutil.copytree(own, folder / "Templates", dirs_exist_ok=True)
    return folder


def brief(project: Path, *arguments: str) -> None:
    ended = subprocess.run([BRIEF, *arguments, "--project", str(project)], capture_output=True, text=True, timeout=300)
    assert ended.returncode == 0, ended.stderr + ended.stdout


def replace(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    assert old in text, f"{file}: {old}"
    file.write_text(text.replace(old, new), "utf-8")


def add(file: Path, text: str) -> None:
    file.write_text((file.read_text("utf-8") if file.exists() else "") + text, "utf-8")


def shipped(project: Path) -> str:
    base = "https://talks.example.org/briefing/"
    add(project / "Content/briefing.yml", f"base_url: {base}\nfact_check: true\npublisher: {{name: The Desk, url: https://example.org/}}\n")
    return base


def hafen(project: Path) -> str:
    add(project / "Content/briefing.yml", "fact_check: true\n")
    return "https://example.org/talassa/"


def smallest(project: Path) -> str:
    """Published twice; what came in between is of every sort that is told, and full of what markup is made of."""
    base = "https://example.net/"
    content = project / "Content"
    add(content / "briefing.yml", f"base_url: {base.rstrip('/')}\nfact_check: true\n")
    brief(project, "publish", "--today", "2025-09-05")
    replace(content / "facts/events.yml", "title: The council meets", 'title: "The council meets & <talks> ]]>"')
    replace(
        content / "facts/claims.yml", "      why: Only one side has spoken.",
        "      why: Only one side has spoken.\n    - value: outdated\n      as_of: 2025-09-07\n"
        "      why: The *truce* & the [offer](claim:ceasefire-offer) <came>.\n      sources: [first-paper]")
    add(content / "facts/claims.yml", "rain:\n  text: \"It will </script><!-- rain & \\\"pour\\\".\"\n  kind: forecast\n  claimant: envoy\n"
        "  wording: verbatim\n  date: 2025-08-19\n  sources: [first-paper]\n  quote: {text: It will rain.}\n")
    add(content / "facts/corrections.yml",
        "k-title: {date: 2025-09-07, class: minor, target: \"event:first-meeting\", was: a <b>, now: \"a & b\", why: So.}\n")
    brief(project, "publish", "--today", "2025-09-08")
    return base


SITES = {
    "shipped": (REPOSITORY / "Content", shipped),
    "hafen": (REPOSITORY / "Tests/SiteTests/Sites/hafen/Content", hafen),
    "smallest": (REPOSITORY / "Tests/SiteTests/Sites/smallest/Content", smallest),
}


@pytest.fixture(scope="session", params=SITES)
def site(request, tmp_path_factory) -> Site:
    content, prepare = SITES[request.param]
    project = lay(content, tmp_path_factory.mktemp("sites") / request.param)
    base = prepare(project)
    brief(project, "build", "--today", "2026-12-01")
    return Site(request.param, project / "Public", base)
