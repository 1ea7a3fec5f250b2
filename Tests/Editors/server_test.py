"""The language server, asked by a real client."""
from __future__ import annotations

import asyncio
import json
import subprocess
from pathlib import Path

import pytest
from lsprotocol import types
from pygls.exceptions import JsonRpcException

import project
from client import WAIT, editor

CLAIMS = "Content/facts/claims.yml"
ACTORS = "Content/facts/actors.yml"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return project.smallest(tmp_path / "project").resolve()


# What is wrong, as it is typed

async def test_a_mistake_is_reported_while_it_is_typed_and_cleared_when_it_is_mended(folder: Path):
    async with editor(folder) as ed:
        ed.open("Content/index.md")
        ed.rewrite("Content/index.md", "# Talks\n\nSee 😀 [the offer](claim:ceasefire-ofer).\n")
        (found,) = await ed.until("Content/index.md", ["fact.unknown-reference"])
        assert ed.cut("Content/index.md", found.range) == "claim:ceasefire-ofer"
        assert found.severity == types.DiagnosticSeverity.Error
        assert found.source == "brief"
        assert "did you mean `ceasefire-offer`?" in found.message
        ed.replace("Content/index.md", "ofer", "offer")
        await ed.until("Content/index.md", [])
        # The disk knows nothing of it.
        assert "😀" not in (folder / "Content/index.md").read_text("utf-8")


async def test_a_mistake_shows_in_every_file_that_it_breaks(folder: Path):
    async with editor(folder) as ed:
        ed.open(ACTORS)
        ed.replace(ACTORS, "envoy:", "envoi:")
        # On the disk, and never opened.
        used = (folder / CLAIMS).read_text("utf-8").count("envoy")
        found = await ed.until(CLAIMS, ["fact.unknown-reference"] * used)
        assert all("did you mean `envoi`?" in diagnostic.message for diagnostic in found)
        ed.replace(ACTORS, "envoi:", "envoy:")
        await ed.until(CLAIMS, [])


async def test_other_places_are_told_beside_it(folder: Path):
    async with editor(folder) as ed:
        ed.open("Content/facts/terms/one.yml", "readout:\n  term: Readout\n  definition: An official account of a talk.\n")
        ed.open("Content/facts/terms/two.yml", "readout:\n  term: Read-out\n  definition: What a government says of a talk.\n")
        (found,) = await ed.until("Content/facts/terms/two.yml", ["fact.duplicate-id"])
        (related,) = found.related_information
        assert related.location.uri == ed.uri("Content/facts/terms/one.yml")
        # What was never on the disk is gone when it is closed.
        ed.close("Content/facts/terms/two.yml")
        await ed.until("Content/facts/terms/two.yml", [])


async def test_a_text_that_is_closed_is_that_of_the_disk_again(folder: Path):
    async with editor(folder) as ed:
        ed.open("Content/index.md")
        ed.rewrite("Content/index.md", "# Talks\n\n[a](claim:nobody)\n")
        await ed.until("Content/index.md", ["fact.unknown-reference"])
        ed.close("Content/index.md")
        await ed.until("Content/index.md", [])


async def test_what_others_write_to_the_disk_counts_when_it_is_told(folder: Path):
    async with editor(folder) as ed:
        place = folder / "Content/about.md"
        place.write_text("# About\n\n[a](claim:nobody)\n", "utf-8")
        change = types.FileEvent(uri=place.as_uri(), type=types.FileChangeType.Created)
        ed.client.workspace_did_change_watched_files(types.DidChangeWatchedFilesParams(changes=[change]))
        await ed.until("Content/about.md", ["fact.unknown-reference"])
        place.unlink()
        ed.client.workspace_did_change_watched_files(types.DidChangeWatchedFilesParams(changes=[change]))
        await ed.until("Content/about.md", [])


async def test_many_edits_end_in_what_the_text_says(folder: Path):
    async with editor(folder) as ed:
        ed.open("Content/index.md")
        ed.rewrite("Content/index.md", "# Talks\n\n")
        for sign in "[a](claim:nobody)\n":
            ed.change("Content/index.md", [types.TextDocumentContentChangePartial(
                range=types.Range(start=(end := ed.position("Content/index.md", len(ed.texts["Content/index.md"]))), end=end), text=sign)])
            ed.texts["Content/index.md"] += sign
        await ed.until("Content/index.md", ["fact.unknown-reference"])
        for length in range(len("nobody")):
            rest = "nobody"[length:]
            ed.replace("Content/index.md", "(claim:" + rest, "(claim:" + rest[1:])
        ed.replace("Content/index.md", "(claim:", "(claim:ceasefire-offer")
        await ed.until("Content/index.md", [])


# What can be written

@pytest.mark.parametrize("encodings, unit", [(None, "utf-16"), (["utf-16"], "utf-16"), (["utf-8", "utf-16"], "utf-8")])
async def test_completes_links_wherever_characters_are_wide(folder: Path, encodings, unit):
    async with editor(folder, encodings=encodings) as ed:
        assert ed.unit == unit
        ed.open("Content/index.md", "# Talks\n\nÄ 😀 [the offer](claim:ceas) and [x]( <ac\n")
        items = await ed.completion("Content/index.md", "(claim:ceas|)")
        assert "ceasefire-offer" in items
        edit = items["ceasefire-offer"].text_edit
        assert ed.cut("Content/index.md", edit.range) == "ceas"
        assert edit.new_text == "ceasefire-offer"
        assert items["ceasefire-offer"].documentation
        assert {"claim:", "source:", "actor:", "index.md"} <= set(await ed.completion("Content/index.md", "[x](|"))
        assert "actor:" in await ed.completion("Content/index.md", "<ac|")
        assert await ed.completion("Content/index.md", "# Ta|lks") == {}


FIELDS = """
new-claim:
  text: A claim.
  kind: f
  claimant: en
  attributed_to: [council, ]
  sources:
    - source: first
      loc
  status:
    - value: 
      as_of: 2025-08-17
  responses: [{by: , stance: si}]
  

"""


@pytest.mark.parametrize("marked, wanted, unwanted", [
    ("kind: f|", {"fact", "concession", "opinion"}, {"envoy", "text"}),
    ("claimant: en|", {"envoy", "council"}, {"fact", "first-paper"}),
    ("[council, |]", {"envoy", "council"}, {"first-paper"}),
    ("- source: first|", {"first-paper"}, {"envoy"}),
    ("      loc|", {"locator", "note"}, {"source", "text"}),
    ("- value: |", {"confirmed", "disputed", "unconfirmed"}, {"envoy"}),
    ("{by: |,", {"envoy", "council"}, {"first-paper"}),
    ("stance: si|", {"silent", "denies", "no-comment"}, {"envoy"}),
    ("}]\n  |\n", {"evidence", "quote", "wording", "date"}, {"text", "kind", "status", "responses"}),
])
async def test_completes_fields_and_values(folder: Path, marked: str, wanted: set[str], unwanted: set[str]):
    async with editor(folder) as ed:
        ed.open(CLAIMS, (folder / CLAIMS).read_text("utf-8") + FIELDS)
        items = set(await ed.completion(CLAIMS, marked))
        assert wanted <= items, items
        assert not unwanted & items, items


async def test_completes_settings_front_matter_and_views(folder: Path):
    async with editor(folder) as ed:
        ed.open("Content/briefing.yml")
        ed.rewrite("Content/briefing.yml", ed.texts["Content/briefing.yml"] + "sta\nstrict: [prose.unc]\nmethod: ind\n")
        assert "state" in await ed.completion("Content/briefing.yml", "\nsta|\n")
        assert "prose.uncited" in await ed.completion("Content/briefing.yml", "[prose.unc|]")
        assert "index.md" in await ed.completion("Content/briefing.yml", "method: ind|")
        ed.open("Content/about.md", "---\ntitle: About\nor\n---\n\nWords.\n\n```time\n```\n\n```claims\nstatus: [con]\nkinds: [fa]\n```\n\n```claim\nid: \n```\n")
        about = "Content/about.md"
        assert set(await ed.completion(about, "\nor|\n")) == {"description", "order", "draft", "date", "nav", "toc"}
        assert {"timeline", "claims", "chart"} <= set(await ed.completion(about, "```time|\n"))
        assert "confirmed" in await ed.completion(about, "status: [con|]")
        assert "fact" in await ed.completion(about, "kinds: [fa|]")
        assert "ceasefire-offer" in await ed.completion(about, "id: |\n")


async def test_names_are_known_while_their_file_does_not_parse(folder: Path):
    async with editor(folder) as ed:
        ed.open(CLAIMS)
        ed.open("Content/about.md", "# About\n\n[a](claim:cea)\n")
        assert "ceasefire-offer" in await ed.completion("Content/about.md", "claim:cea|")
        ed.rewrite(CLAIMS, ed.texts[CLAIMS] + "\nother: [\n")
        assert "ceasefire-offer" in await ed.completion("Content/about.md", "claim:cea|")


# What is known of a place

async def test_shows_a_record_where_its_id_stands(folder: Path):
    async with editor(folder) as ed:
        ed.open("Content/about.md", "# About\n\nSee [the offer](claim:ceasefire-offer), [says](source:first-paper).\n")
        card = await ed.hover("Content/about.md", "claim:cease|fire-offer")
        assert "*claim* `ceasefire-offer`" in card
        assert "2025" in card and "Sources:" in card
        assert "*source* `first-paper`" in await ed.hover("Content/about.md", "source:|first-paper")
        assert await ed.hover("Content/about.md", "# Ab|out") is None
        ed.open(ACTORS)
        assert "*actor* `council`" in await ed.hover(ACTORS, "coun|cil:")
        assert "required" in await ed.hover(ACTORS, "  ki|nd: state")
        ed.open(CLAIMS, (folder / CLAIMS).read_text("utf-8") + "x-claim:\n  status: [{value: outdated}]\n")
        assert "overtaken" in await ed.hover(CLAIMS, "value: out|dated")


async def test_leads_to_where_a_record_stands_and_to_where_it_is_used(folder: Path):
    async with editor(folder) as ed:
        ed.open("Content/about.md", "# About\n\n😀 [the envoy](actor:envoy)\n\n```claims\nactors: [envoy]\n```\n")
        (place,) = ed.told(await ed.definition("Content/about.md", "actor:en|voy"))
        assert place.startswith(ACTORS) and place.endswith(":envoy")
        used = ed.told(await ed.references("Content/about.md", "actor:en|voy"))
        assert place in used
        assert "Content/about.md:3:envoy" in used
        assert "Content/about.md:6:envoy" in used
        assert any(line.startswith(CLAIMS) for line in used)
        assert set(used) - {place} == set(ed.told(await ed.references("Content/about.md", "actor:en|voy", declaration=False)))


async def test_renames_a_record_everywhere(folder: Path):
    (folder / "Content/claims").mkdir()
    (folder / "Content/claims/ceasefire-offer.md").write_text("Words on it.\n", "utf-8")
    async with editor(folder) as ed:
        about = "Content/about.md"
        ed.open(about, "# About\n\n😀 [it](claim:ceasefire-offer), <claim:ceasefire-offer>\n\n```claim\nid: ceasefire-offer\n```\n")
        place = dict(text_document=ed.document(about), position=ed.at(about, "claim:cease|fire-offer)"))
        prepared = await ed.client.text_document_prepare_rename_async(types.PrepareRenameParams(**place))
        assert ed.cut(about, prepared.range) == prepared.placeholder == "ceasefire-offer"
        edit = await ed.client.text_document_rename_async(types.RenameParams(**place, new_name="truce-offer"))
        changed = {}
        for change in edit.document_changes:
            if isinstance(change, types.RenameFile):
                moved = (change.old_uri, change.new_uri)
                continue
            path = change.text_document.uri.removeprefix(folder.as_uri() + "/")
            if path not in ed.texts:
                ed.read(path)
            changed[path] = [ed.cut(path, part.range) + ">" + part.new_text for part in change.edits]
        assert changed[about] == ["ceasefire-offer>truce-offer"] * 3
        assert changed[CLAIMS] == ["ceasefire-offer>truce-offer"]
        assert changed["Content/index.md"] == ["ceasefire-offer>truce-offer"]
        assert moved == (ed.uri("Content/claims/ceasefire-offer.md"), ed.uri("Content/claims/truce-offer.md"))
        for name, words in [("Truce Offer", "cannot be an id"), ("ceasefire-offer", "has that id already")]:
            with pytest.raises(JsonRpcException, match=words):
                await ed.client.text_document_rename_async(types.RenameParams(**place, new_name=name))
        ed.open(CLAIMS, ed.read(CLAIMS) + "other: [\n")
        with pytest.raises(JsonRpcException):
            await ed.client.text_document_rename_async(types.RenameParams(**place, new_name="truce-offer"))


async def test_lists_what_a_file_holds(folder: Path):
    async with editor(folder) as ed:
        ed.open(ACTORS)
        symbols = await ed.client.text_document_document_symbol_async(types.DocumentSymbolParams(text_document=ed.document(ACTORS)))
        assert [symbol.name for symbol in symbols][:2] == ["envoy", "council"]
        assert symbols[1].detail == "The council"
        ed.open("Content/about.md", "# About\n\n## Details\n")
        await ed.until("Content/about.md", [])
        symbols = await ed.client.text_document_document_symbol_async(
            types.DocumentSymbolParams(text_document=ed.document("Content/about.md")))
        assert [symbol.name for symbol in symbols] == ["About", "Details"]
        found = await ed.client.workspace_symbol_async(types.WorkspaceSymbolParams(query="council"))
        assert "actor:council" in [symbol.name for symbol in found]


# The protocol

@pytest.mark.parametrize("capabilities", ["neovim", "emacs", "visual-studio-code"])
async def test_speaks_with_each_editor(folder: Path, capabilities: str):
    async with editor(folder, capabilities=capabilities) as ed:
        assert ed.result.server_info.name == "brief"
        ed.open("Content/index.md")
        ed.rewrite("Content/index.md", "# Talks\n\n[a](claim:nobody)\n")
        await ed.until("Content/index.md", ["fact.unknown-reference"])


async def test_ends_with_the_status_that_the_protocol_asks_for(folder: Path):
    async with editor(folder) as ed:
        server = ed.client._server
    assert server.returncode == 0
    async with editor(folder, ends=False) as ed:
        ed.client.exit(None)
        assert await asyncio.wait_for(ed.client._server.wait(), WAIT) == 1


def framed(message) -> bytes:
    body = message if isinstance(message, bytes) else json.dumps(message).encode()
    return b"Content-Length: %d\r\n\r\n" % len(body) + body


def answers(folder: Path, sent: bytes) -> tuple[list[dict], int]:
    """All that the server says to a stream of bytes that then ends, and its status."""
    done = subprocess.run([project.BRIEF, "lsp"], cwd=folder, input=sent, capture_output=True, timeout=WAIT)
    rest, messages = done.stdout, []
    while rest:
        header, _, rest = rest.partition(b"\r\n\r\n")
        length = int(header.removeprefix(b"Content-Length: "))
        messages.append(json.loads(rest[:length]))
        rest = rest[length:]
    assert done.stderr == b""
    return messages, done.returncode


def test_survives_what_is_no_message(folder: Path):
    initialize = {"jsonrpc": "2.0", "id": 1, "method": "initialize", "params": {"rootUri": folder.as_uri(), "capabilities": {}}}
    sent = b"".join([
        framed({"jsonrpc": "2.0", "id": "early", "method": "textDocument/hover", "params": {}}),
        framed(initialize),
        framed(b"{not json"), framed(b"[" * 100_000), framed(b'"a text"'), framed(b""), b"X: 1\r\n\r\n",
        framed({"jsonrpc": "2.0", "method": "textDocument/didChange", "params": {"textDocument": 7, "contentChanges": [None]}}),
        framed({"jsonrpc": "2.0", "method": "textDocument/didOpen", "params": None}),
        framed({"jsonrpc": "2.0", "id": 2, "method": "textDocument/hover", "params": {"textDocument": {"uri": "http://x/"}, "position": 4}}),
        framed({"jsonrpc": "2.0", "id": 3, "method": "textDocument/fold", "params": {}}),
        framed({"jsonrpc": "2.0", "id": 4, "method": "shutdown"}),
        framed({"jsonrpc": "2.0", "id": 5, "method": "workspace/symbol", "params": {"query": ""}}),
        framed({"jsonrpc": "2.0", "method": "exit"}),
    ])
    messages, status = answers(folder, sent)
    assert status == 0
    replies = {message["id"]: message for message in messages if "method" not in message and message["id"] is not None}
    assert replies["early"]["error"]["code"] == -32002
    assert replies[1]["result"]["capabilities"]["positionEncoding"] == "utf-16"
    assert replies[2]["result"] is None
    assert replies[3]["error"]["code"] == -32601
    assert replies[4]["result"] is None
    assert replies[5]["error"]["code"] == -32600
    assert [message["error"]["code"] for message in messages if message.get("id", 0) is None] == [-32700, -32700, -32600, -32700, -32700]


def test_an_end_without_farewell_is_an_error(folder: Path):
    assert answers(folder, b"") == ([], 1)
    assert answers(folder, framed({"jsonrpc": "2.0", "method": "exit"})) == ([], 1)


def test_a_request_that_is_cancelled_in_time_gets_no_result(folder: Path):
    initialize = {"jsonrpc": "2.0", "id": 1, "method": "initialize", "params": {"rootUri": folder.as_uri(), "capabilities": {}}}
    sent = b"".join([
        framed(initialize), framed({"jsonrpc": "2.0", "id": 2, "method": "workspace/symbol", "params": {"query": ""}}),
        framed({"jsonrpc": "2.0", "method": "$/cancelRequest", "params": {"id": 2}}),
        framed({"jsonrpc": "2.0", "id": 3, "method": "shutdown"}), framed({"jsonrpc": "2.0", "method": "exit"}),
    ])
    messages, status = answers(folder, sent)
    assert status == 0
    (reply,) = [message for message in messages if message.get("id") == 2]
    assert reply["error"]["code"] == -32800
