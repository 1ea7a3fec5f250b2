"""JSON Schemas, tried by a validator: all that is shipped holds to them, and each sort of mistake does not."""
from __future__ import annotations

import json
from pathlib import Path

import pytest
from jsonschema import Draft7Validator

import core_yaml
import project

CONTENTS = [project.REPOSITORY / "Content", *sorted((project.REPOSITORY / "Tests/SiteTests/Sites").glob("*/Content"))]
KINDS = ["actors", "topics", "sources", "events", "claims", "positions", "questions", "terms", "corrections"]


def schemas(folder: Path) -> dict[str, dict]:
    project.run("schema", folder=folder)
    return {file.stem: json.loads(file.read_text("utf-8")) for file in sorted((folder / "Content/.schema").iterdir())}


def complaints(schema: dict, text: str) -> list[str]:
    found = Draft7Validator(schema).iter_errors(core_yaml.load(text))
    return sorted("/".join(map(str, error.absolute_path)) + ": " + error.message for error in found)


def kind(file: Path, content: Path) -> str:
    return file.relative_to(content / "facts").parts[0].removesuffix(".yml")


@pytest.mark.parametrize("content", CONTENTS, ids=lambda content: content.parent.name or "shipped")
def test_what_is_shipped_holds(content: Path, tmp_path: Path):
    made = schemas(project.lay(content, tmp_path / "project"))
    assert sorted(made) == sorted(KINDS + ["briefing", "page"])
    for schema in made.values():
        Draft7Validator.check_schema(schema)
    files = sorted((content / "facts").rglob("*.yml"))
    assert files
    found = [f"{file}: {line}" for file in files for line in complaints(made[kind(file, content)], file.read_text("utf-8"))]
    found += complaints(made["briefing"], (content / "briefing.yml").read_text("utf-8"))
    for page in sorted(content.rglob("*.md")):
        text = page.read_text("utf-8")
        if text.startswith("---\n"):
            found += [f"{page}: {line}" for line in complaints(made["page"], text.split("---\n")[1])]
    assert found == []


CLAIM = """
offer:
  text: The council offered a ceasefire.
  kind: fact
  claimant: envoy
  wording: paraphrased
  date: 2025-08-17
  sources: [first-paper]
"""

GOOD = [
    ("claims", CLAIM),
    ("claims", CLAIM.replace("2025-08-17", "2025")),
    ("claims", CLAIM.replace("2025-08-17", '"[2025-08-15..2025-08-17]"')),
    ("claims", CLAIM.replace("claimant: envoy", "claimant: [envoy, council]")),
    ("claims", CLAIM.replace("claimant: envoy", "claimant: {description: two officials, via: first-paper, count: 2}")),
    ("claims", CLAIM.replace("[first-paper]", '[{source: first-paper, locator: "para 4"}]')),
    ("claims", CLAIM + "  confidence: moderate\n"),
    ("claims", CLAIM + "  confidence: {level: moderate, why: One side has spoken.}\n"),
    ("claims", CLAIM + "  status: [{value: unconfirmed, as_of: 2025-08-17, why: Only one side has spoken.}]\n"),
    # A text that YAML takes for a number or a flag is the text that was typed.
    ("terms", "readout: {term: 1.10, definition: true}\n"),
    ("terms", "# Nothing yet.\n"),
    ("page", "title: About\norder: 2\nnav: false\n"),
]

BAD = [
    ("claims", CLAIM.replace("wording", "wroding"), ["'wording' is a required property", "'wroding' was unexpected"]),
    ("claims", CLAIM.replace("  text: The council offered a ceasefire.\n", ""), ["'text' is a required property"]),
    ("claims", CLAIM.replace("kind: fact", "kind: facts"), ["'facts' is not one of"]),
    ("claims", CLAIM.replace("offer:", "Offer One:"), ["'Offer One' does not match"]),
    ("claims", CLAIM.replace("date: 2025-08-17", "date: 17 August 2025"), ["offer/date: '17 August 2025' does not match"]),
    ("claims", CLAIM.replace("date: 2025-08-17", "date: [2025-08-15..2025-08-17]"), ["offer/date: ['2025-08-15..2025-08-17'] is not of type"]),
    ("claims", CLAIM.replace("date: 2025-08-17", "date:"), ["offer/date: None is not of type"]),
    ("claims", CLAIM.replace("claimant: envoy", "claimant: envoi"), ["offer/claimant: 'envoi' is not valid under any"]),
    ("claims", CLAIM.replace("[first-paper]", "[first-papre]"), ["offer/sources/0: 'first-papre' is not valid under any"]),
    ("claims", CLAIM.replace("[first-paper]", "first-paper"), ["offer/sources: 'first-paper' is not of type 'array'"]),
    ("claims", CLAIM + "  status: [{value: unconfrimed, as_of: 2025-08-17, why: So.}]\n", ["offer/status/0/value: 'unconfrimed' is not one of"]),
    ("claims", CLAIM + "  attributed_to: [conucil]\n", ["offer/attributed_to/0: 'conucil' is not one of"]),
    ("claims", "- text: A claim.\n", ["is not of type 'object', 'null'"]),
    ("sources", "a-paper: {title: A paper, publisher: The Desk, kind: report, url: www.example.org}\n", ["a-paper/url: 'www.example.org' does not"]),
    ("sources", "a-paper: {title: A paper, publisher: The Desk, kind: report, language: ukrainian language}\n", ["a-paper/language: "]),
    ("events", "talks: {date: 2025-08-15, title: Talks, sources: [first-paper], key: yes}\n", ["talks/key: 'yes' is not of type 'boolean'"]),
    ("events", "talks: {date: 2025-08-15, title: '  ', sources: [first-paper]}\n", ["talks/title: '  ' does not match"]),
    ("events", "talks: {date: 2025-08-15, title: Talks, sources: [first-paper], order: first}\n", ["talks/order: 'first' is not of type 'integer'"]),
    ("briefing", "format: 1\n", ["'title' is a required property"]),
    ("briefing", "strict: [prose.uncitd]\n", ["strict/0: 'prose.uncitd' is not one of"]),
    ("page", "titel: About\n", ["'titel' was unexpected"]),
]


@pytest.fixture(scope="module")
def small(tmp_path_factory) -> dict[str, dict]:
    return schemas(project.smallest(tmp_path_factory.mktemp("schemas") / "project"))


@pytest.mark.parametrize("name, text", GOOD)
def test_right(small, name: str, text: str):
    assert complaints(small[name], text) == []


@pytest.mark.parametrize("name, text, expected", BAD)
def test_wrong(small, name: str, text: str, expected: list[str]):
    found = complaints(small[name], text)
    for words in expected:
        assert any(words in line for line in found), found


def test_the_same_content_gives_the_same_bytes(tmp_path: Path):
    def written(name: str) -> dict[str, bytes]:
        folder = project.smallest(tmp_path / name)
        project.run("schema", folder=folder)
        return {file.name: file.read_bytes() for file in (folder / "Content/.schema").iterdir()}

    assert written("one") == written("two")
