"""Projects to be tried on: copies, each in a folder of its own."""
from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parent.parent.parent
BRIEF = os.environ["BRIEF"]


def lay(content: Path, folder: Path) -> Path:
    """A project with this content and the repository's templates; a site's own templates count before those."""
    shutil.copytree(content, folder / "Content")
    shutil.copytree(REPOSITORY / "Templates", folder / "Templates")
    own = content.parent / "Templates"
    if content.parent != REPOSITORY and own.is_dir():
        shutil.copytree(own, folder / "Templates", dirs_exist_ok=True)
    return folder


def smallest(folder: Path) -> Path:
    """The smallest site of the tests."""
    return lay(REPOSITORY / "Tests/SiteTests/Sites/smallest/Content", folder)


def outcome(*arguments: str, folder: Path) -> subprocess.CompletedProcess:
    return subprocess.run([BRIEF, *arguments], cwd=folder, capture_output=True, text=True, timeout=120)


def run(*arguments: str, folder: Path, status: int = 0) -> str:
    """What brief writes to its standard output."""
    ended = outcome(*arguments, folder=folder)
    assert ended.returncode == status, ended.stderr + ended.stdout
    return ended.stdout
