"""The data that a site publishes, tried by programs that read such data: JSON by its own schema, CSV, CSL-JSON, BibLaTeX."""
from __future__ import annotations

import csv
import io
import json
import re
from copy import deepcopy
from pathlib import Path

import bibtexparser
import pytest
from bibtexparser.middlewares import LatexDecodingMiddleware
from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON
from jsonschema import Draft202012Validator

import project

CONTENTS = [
    project.REPOSITORY / "Content", project.REPOSITORY / "Tests/Browser/Harbour",
    *sorted((project.REPOSITORY / "Tests/SiteTests/Sites").glob("*/Content")),
]

#: Titles that mean something to a spreadsheet or to TeX.
HOSTILE = [
    "=HYPERLINK(\"https://evil.example\",\"here\")", "+1+1", "-2+3", "@SUM(A1)", "\t=1+1", "=1,\"2\"", "'=1", "one, \"two\"; three",
    "{braces} }unbalanced{", "\\input{secret} \\", "100 % & 5 $ #1 a_b c^d ~e", "``quotes'' -- and --- dashes", "a @string{x = 1} b",
    "Ärger über “Zölle” — 汉字 עברית",
]

#: Dates of all sorts; what CSL makes of them: parts of dates (and whether about then), or words.
DATES = {
    "2025": [[2025]], "2025-08": [[2025, 8]], "2025-08-15": [[2025, 8, 15]], "1860~": [[1860]], "2025-08-15?": [[2025, 8, 15]],
    "2025-08-15%": [[2025, 8, 15]], "2025-08-XX": [[2025, 8]], "2025-21": [[2025]], "2025-08-15/2025-08-17": [[2025, 8, 15], [2025, 8, 17]],
    "2024~/2025": [[2024], [2025]], "2025-08-15T10:30:00Z": [[2025, 8, 15]], "201X": None, "20XX": None, "-0043-03-15": None,
    "Y-17000": None, "2025-08-01/..": None, "/2025": None, "[2024,2025]": None, "{2024,2025}": None, "156X-12-25": None, "1950S2": None,
    "2004-06~-11": [[2004, 6, 11]], "2025-33": None,
}


def built(folder: Path) -> Path:
    project.run("build", folder=folder)
    return folder / "Public/data"


@pytest.fixture(scope="module", params=CONTENTS, ids=lambda content: content.parent.name or "shipped")
def data(request, tmp_path_factory) -> Path:
    return built(project.lay(request.param, tmp_path_factory.mktemp("data") / "project"))


@pytest.fixture(scope="module")
def hostile(tmp_path_factory) -> Path:
    folder = project.smallest(tmp_path_factory.mktemp("data") / "project")
    record = {"publisher": "A & B_C", "kind": "article-newspaper", "unlinked": "printed", "accept": {"source.unused": "kept"}}
    records = {f"title-{number}": {**record, "title": title, "author": [title, "Anna Writer"]} for number, title in enumerate(HOSTILE)}
    records |= {f"date-{number}": {**record, "title": date, "date": date} for number, date in enumerate(DATES)}
    (folder / "Content/facts/sources").mkdir()
    # What JSON writes is YAML too.
    (folder / "Content/facts/sources/hostile.yml").write_text("\n".join(
        f"{id}: {json.dumps(record, ensure_ascii=False)}" for id, record in records.items()) + "\n", "utf-8")
    settings = folder / "Content/briefing.yml"
    settings.write_text(settings.read_text("utf-8") + "data_licence: \"CC0 1.0 @misc{x, y}\"\n", "utf-8")
    return built(folder)


def read(data: Path) -> tuple[dict, Draft202012Validator]:
    schema = json.loads((data / "briefing.schema.json").read_text("utf-8"))
    Draft202012Validator.check_schema(schema)
    whole = json.loads((data / "briefing.json").read_text("utf-8"))
    assert whole["$schema"] == "briefing.schema.json"
    return whole, Draft202012Validator(schema)


# JSON and its schema


def test_json_meets_its_schema(data: Path):
    whole, validator = read(data)
    assert [f"{error.json_path}: {error.message}" for error in validator.iter_errors(whole)] == []


def test_hostile_json_meets_its_schema(hostile: Path):
    whole, validator = read(hostile)
    assert [f"{error.json_path}: {error.message}" for error in validator.iter_errors(whole)] == []
    assert [source["title"] for source in whole["sources"] if source["id"].startswith("title-")] == HOSTILE


def places(value, schema: dict, root: dict, path=()):
    """Every object within a value, with its path and its schema; of the items of a list, each."""
    while "$ref" in schema:
        schema = root["$defs"][schema["$ref"].removeprefix("#/$defs/")]
    if isinstance(value, dict):
        yield path, value, schema
        for name, inner in value.items():
            yield from places(inner, schema["properties"][name], root, (*path, name))
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from places(inner, schema["items"], root, (*path, number))


def test_the_schema_is_closed(data: Path):
    """A member too many, one too few and one of the wrong sort fail, in every sort of object."""
    whole, validator = read(data)
    seen = set()
    for path, found, schema in places(whole, validator.schema, validator.schema):
        sort = tuple(step for step in path if isinstance(step, str))
        if sort in seen:
            continue
        seen.add(sort)
        assert schema["additionalProperties"] is False
        holder = validator.evolve(schema={**schema, "$defs": validator.schema["$defs"]})
        assert not holder.is_valid({**found, "surplus": 1}), path
        for name in found:
            less = {key: value for key, value in found.items() if key != name}
            is_needed = name in schema["required"] or name in [one["required"][0] for one in schema.get("oneOf", [])]
            assert holder.is_valid(less) == (not is_needed), (path, name)
            other = {**found, name: [] if not isinstance(found[name], list) else "text"}
            assert not holder.is_valid(other), (path, name)
    assert ("claims",) in seen


def test_only_one_sort_of_claimant(data: Path):
    whole, validator = read(data)
    twice = deepcopy(whole["claims"][0])
    twice.setdefault("claimant", [whole["actors"][0]["id"]])
    twice["unnamed_claimant"] = {"description": "An official", "via": whole["sources"][0]["id"]}
    whole["claims"][0] = twice
    assert not validator.is_valid(whole)


def test_every_reference_of_the_schema_leads_somewhere(data: Path):
    text = (data / "briefing.schema.json").read_text("utf-8")
    schema = json.loads(text)
    assert set(re.findall(r"#/\$defs/([a-z-]+)", text)) == set(schema["$defs"])
    for name, part in schema["$defs"].items():
        assert part["description"], name
        for member, declared in part.get("properties", {}).items():
            assert declared["description"].endswith("."), (name, member)


def test_the_licence_is_stated(data: Path, hostile: Path):
    whole, validator = read(data)
    licence = whole["briefing"].get("data_licence")
    assert (f"The licence of the data: {licence}." in validator.schema["$comment"]) == bool(licence)
    first = (data / "sources.bib").read_text("utf-8").splitlines()[0]
    assert first == f"% {whole['briefing']['title']}" + (f". Licence of the data: {licence}" if licence else "")
    assert "CC0 1.0 @misc" in json.dumps(read(hostile)[0]["briefing"])


# CSV


def rows(file: Path) -> list[dict]:
    raw = file.read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf") and raw.endswith(b"\r\n")
    text = raw.decode("utf-8-sig")
    read = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    assert {len(row) for row in read} == {len(read[0])}
    # As Python writes by RFC 4180, quotation marks only where they are needed.
    again = io.StringIO(newline="")
    csv.writer(again, lineterminator="\r\n").writerows(read)
    assert text == again.getvalue()
    return [dict(zip(read[0], row)) for row in read[1:]]


@pytest.mark.parametrize("kind, title, member", [("claims", "claim", "text"), ("events", "event", "title"), ("sources", "source", "title")])
def test_tables_have_a_row_for_each_record(data: Path, kind: str, title: str, member: str):
    whole = read(data)[0]
    records = {record["id"]: record for record in whole[kind]}
    table = rows(data / f"{kind}.csv")
    assert sorted(row["id"] for row in table) == sorted(records)
    for row in table:
        record = records[row["id"]]
        assert row[title] == record[member]
        assert row["page"] == record["page"]
        date = record.get("date", {})
        assert [row[name].removeprefix("'") for name in ("date", "earliest", "latest")] == [
            date.get(name, "") for name in ("edtf", "earliest", "latest")]


def test_no_cell_is_a_formula(hostile: Path):
    table = {row["id"]: row for row in rows(hostile / "sources.csv")}
    for number, title in enumerate(HOSTILE):
        cell = table[f"title-{number}"]["source"]
        assert cell == ("'" + title if title[0] in "=+-@\t\r\n" else title)
    assert not [cell for row in table.values() for cell in row.values() if cell[:1] in tuple("=+-@\t\r\n")]


# CSL-JSON

TEXTS = {"id", "title", "container-title", "publisher", "URL", "archive_location", "language", "note"}
TYPES = set("""article article-journal article-magazine article-newspaper bill book broadcast chapter classic collection dataset document entry
    entry-dictionary entry-encyclopedia event figure graphic hearing interview legal_case legislation manuscript map motion_picture
    musical_score pamphlet paper-conference patent performance periodical personal_communication post post-weblog regulation report review
    review-book software song speech standard thesis treaty webpage""".split())

#: Of CSL-JSON 1.0, what sources have: items and dates are closed, dates are parts of one or two, `circa` and `season`, or words.
DATE = {
    "type": "object", "additionalProperties": False, "minProperties": 1,
    "properties": {
        "date-parts": {
            "type": "array", "minItems": 1, "maxItems": 2,
            "items": {"type": "array", "minItems": 1, "maxItems": 3, "items": {"type": "integer"}},
        },
        "season": {"enum": [1, 2, 3, 4]}, "circa": {"type": "boolean"}, "literal": {"type": "string", "minLength": 1},
    },
    "oneOf": [{"required": ["date-parts"]}, {"required": ["literal"]}],
}
ITEM = {
    "type": "object", "required": ["type", "id"], "additionalProperties": False,
    "properties": {
        "type": {"enum": sorted(TYPES)}, "issued": DATE, "accessed": DATE,
        "author": {"type": "array", "items": {"type": "object", "properties": {"literal": {"type": "string"}}, "additionalProperties": False}},
        **{name: {"type": "string"} for name in TEXTS},
    },
}


def items(data: Path) -> list[dict]:
    found = json.loads((data / "sources.csl.json").read_text("utf-8"))
    Draft202012Validator({"type": "array", "items": ITEM}).validate(found)
    return found


def rendered(found: list[dict]) -> dict[str, str]:
    """Every item as a citation style prints it, by its id."""
    style = CitationStylesStyle("harvard-cite-them-right", validate=False)
    bibliography = CitationStylesBibliography(style, CiteProcJSON(found), formatter.plain)
    for item in found:
        bibliography.register(Citation([CitationItem(item["id"])]))
    return {key: str(line) for key, line in zip(bibliography.keys, bibliography.bibliography(), strict=True)}


def plain(text: str) -> str:
    """What styles may change: case, quotation marks, spaces."""
    return re.sub(r"[\W_]+", "", text).lower()


def test_a_style_renders_every_source(data: Path):
    found = items(data)
    assert [item["id"] for item in found] == [source["id"] for source in read(data)[0]["sources"]]
    lines = rendered(found)
    for item in found:
        line = lines[item["id"]]
        assert plain(item["title"]) in plain(line)
        for year in [str(parts[0]) for parts in item.get("issued", {}).get("date-parts", [])]:
            assert year in line
        assert plain(item.get("issued", {}).get("literal", "")) in plain(line)


def test_dates_are_parts_or_words(hostile: Path):
    found = {item["title"]: item for item in items(hostile) if item["id"].startswith("date-")}
    # citeproc-py fails at a stretch within one year, whatever it comes from.
    lines = rendered([item for edtf, item in found.items() if edtf != "2025-08-15/2025-08-17"])
    for edtf, parts in DATES.items():
        issued = found[edtf]["issued"]
        assert issued.get("date-parts") == parts, edtf
        assert issued.get("circa", False) == (parts is not None and any(mark in edtf for mark in "?~%")), edtf
        assert issued.get("season") == (1 if edtf == "2025-21" else None)
        shown = issued.get("literal") or str(parts[0][0])
        if found[edtf]["id"] in lines:
            assert plain(shown) in plain(lines[found[edtf]["id"]]), edtf


# BibLaTeX


class Decoded(LatexDecodingMiddleware):
    """Addresses and dates are verbatim to BibLaTeX: nothing in them is decoded."""

    def transform_entry(self, entry, library):
        verbatim = {name: entry[name] for name in ("url", "archiveurl", "date", "urldate", "archivedate") if name in entry}
        entry = super().transform_entry(entry, library)
        for name, value in verbatim.items():
            entry[name] = value
        return entry


def entries(data: Path) -> dict[str, dict]:
    library = bibtexparser.parse_file(str(data / "sources.bib"), encoding="utf-8", append_middleware=[Decoded()])
    assert library.failed_blocks == [] and library.strings == [] and len(library.comments) == 1
    return {entry.key: {field.key: field.value for field in entry.fields} | {"type": entry.entry_type} for entry in library.entries}


def test_every_source_is_an_entry(data: Path):
    found = entries(data)
    sources = {source["id"]: source for source in read(data)[0]["sources"]}
    assert list(found) == list(sources)
    for id, source in sources.items():
        entry = found[id]
        assert entry["title"] == source["title"]
        assert [entry.get("url"), entry.get("archiveurl")] == [source.get("url"), source.get("archive_url")]
        assert source["publisher"] in [entry.get(name) for name in ("publisher", "organization", "institution", "journaltitle")]
        assert ("date" in entry or "year" in entry) == ("date" in source)


def test_nothing_means_anything_to_tex(hostile: Path):
    found = entries(hostile)
    for number, title in enumerate(HOSTILE):
        # The decoder has another circumflex than the one that everybody types.
        expected = " ".join(title.split()).replace("^", "ˆ")
        entry = found[f"title-{number}"]
        assert entry["title"].strip() == expected
        assert entry["author"] == f"{expected} and Anna Writer" or "{" in title or "}" in title or title[0] == "\t"
        assert entry["journaltitle"] == "A & B_C"
    raw = (hostile / "sources.bib").read_text("utf-8")
    assert raw.count("@misc{") == 0 and raw.splitlines()[0].endswith("CC0 1.0  misc{x, y}")
    # Without the escaped ones, braces are balanced in every line.
    for line in raw.splitlines()[1:]:
        bare = re.sub(r"\\[{}]", "", line)
        if not line.startswith(("@", "}")):
            assert bare.count("{") == bare.count("}"), line


def test_dates_are_those_of_biblatex(hostile: Path):
    found = {entry["title"]: entry for entry in entries(hostile).values()}
    words = {"/2025", "[2024,2025]", "{2024,2025}", "156X-12-25", "1950S2", "2004-06~-11", "2025-33", "Y-17000", "-0043-03-15"}
    for edtf in DATES:
        assert (found[edtf].get("date") == edtf) == (edtf not in words), edtf
        assert bool(found[edtf].get("year")) == (edtf in words), edtf


def test_brief_takes_its_own_bibliography_in(data: Path, tmp_path: Path):
    """By its own reader of BibTeX, into another project: nothing is asked but what BibLaTeX cannot say."""
    folder = project.smallest(tmp_path / "project")
    (folder / "sources.bib").write_bytes((data / "sources.bib").read_bytes())
    said = project.outcome("import", "bibtex", "sources.bib", "--dry-run", folder=folder)
    sources = read(data)[0]["sources"]
    is_new = any(source["id"] != "first-paper" for source in sources)
    assert said.returncode == (0 if is_new else 1), said.stderr
    taken = [source["id"] for source in sources if f"\n{source['id']}:\n" in said.stdout or f"`{source['id']}` is there already" in said.stderr]
    assert taken == [source["id"] for source in sources]
