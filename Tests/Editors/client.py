"""An editor for the tests: pytest-lsp's client with brief's server at the other end, over standard input and output."""
from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from pathlib import Path

from lsprotocol import types
from pytest_lsp import ClientServerConfig, LanguageClient, client_capabilities

import project

WAIT = 60


class Editor:
    """A project that is open in an editor; texts are changed in its buffers and never on the disk, unless a test does that itself."""

    def __init__(self, client: LanguageClient, folder: Path, result: types.InitializeResult):
        self.client = client
        self.folder = folder
        self.result = result
        self.texts: dict[str, str] = {}
        self.versions: dict[str, int] = {}

    @property
    def unit(self) -> str:
        encoding = self.result.capabilities.position_encoding
        return getattr(encoding, "value", encoding) or "utf-16"

    def uri(self, path: str) -> str:
        return (self.folder / path).as_uri()

    def document(self, path: str) -> types.TextDocumentIdentifier:
        return types.TextDocumentIdentifier(uri=self.uri(path))

    # Places

    def position(self, path: str, offset: int) -> types.Position:
        before = self.texts[path][:offset]
        line = before[before.rfind("\n") + 1:]
        column = len(line.encode("utf-8")) if self.unit == "utf-8" else len(line.encode("utf-16-le")) // 2
        return types.Position(line=before.count("\n"), character=column)

    def at(self, path: str, marked: str) -> types.Position:
        """The place of `|` in a part of the text."""
        part = marked.replace("|", "")
        assert self.texts[path].count(part) >= 1, f"{part!r} is not in {path}"
        return self.position(path, self.texts[path].index(part) + marked.index("|"))

    def cut(self, path: str, extent: types.Range) -> str:
        """The text of a range."""
        lines = self.texts[path].split("\n")
        assert extent.start.line == extent.end.line
        encoding, width = ("utf-8", 1) if self.unit == "utf-8" else ("utf-16-le", 2)
        return lines[extent.start.line].encode(encoding)[extent.start.character * width:extent.end.character * width].decode(encoding)

    # Texts

    def read(self, path: str) -> str:
        self.texts[path] = (self.folder / path).read_text("utf-8")
        return self.texts[path]

    def open(self, path: str, text: str | None = None) -> None:
        self.texts[path] = self.read(path) if text is None else text
        self.versions[path] = 1
        language = "markdown" if path.endswith(".md") else "yaml"
        self.client.text_document_did_open(
            types.DidOpenTextDocumentParams(
                text_document=types.TextDocumentItem(uri=self.uri(path), language_id=language, version=1, text=self.texts[path])))

    def replace(self, path: str, old: str, new: str) -> None:
        """Replaces the first place where a text stands, as typing over it does."""
        start = self.texts[path].index(old)
        extent = types.Range(start=self.position(path, start), end=self.position(path, start + len(old)))
        self.change(path, [types.TextDocumentContentChangePartial(range=extent, text=new)])
        self.texts[path] = self.texts[path].replace(old, new, 1)

    def rewrite(self, path: str, text: str) -> None:
        self.texts[path] = text
        self.change(path, [types.TextDocumentContentChangeWholeDocument(text=text)])

    def change(self, path: str, changes: list) -> None:
        self.versions[path] += 1
        self.client.text_document_did_change(
            types.DidChangeTextDocumentParams(
                text_document=types.VersionedTextDocumentIdentifier(uri=self.uri(path), version=self.versions[path]),
                content_changes=changes))

    def close(self, path: str) -> None:
        self.client.text_document_did_close(types.DidCloseTextDocumentParams(text_document=self.document(path)))

    # Answers

    def codes(self, path: str) -> list[str]:
        return [str(diagnostic.code) for diagnostic in self.client.diagnostics.get(self.uri(path), [])]

    async def until(self, path: str, codes: list[str]) -> list[types.Diagnostic]:
        """Waits until exactly these are reported of a file."""
        async def wait():
            while self.codes(path) != codes:
                await self.client.wait_for_notification("textDocument/publishDiagnostics")

        try:
            await asyncio.wait_for(wait(), WAIT)
        except asyncio.TimeoutError:
            raise AssertionError(f"{path}: {self.codes(path)} is reported, and not {codes}") from None
        return list(self.client.diagnostics.get(self.uri(path), []))

    async def completion(self, path: str, marked: str) -> dict[str, types.CompletionItem]:
        result = await self.client.text_document_completion_async(
            types.CompletionParams(text_document=self.document(path), position=self.at(path, marked)))
        return {item.label: item for item in result.items}

    async def hover(self, path: str, marked: str) -> str | None:
        result = await self.client.text_document_hover_async(
            types.HoverParams(text_document=self.document(path), position=self.at(path, marked)))
        return result.contents.value if result else None

    async def definition(self, path: str, marked: str) -> list[types.Location]:
        result = await self.client.text_document_definition_async(
            types.DefinitionParams(text_document=self.document(path), position=self.at(path, marked)))
        return list(result or [])

    async def references(self, path: str, marked: str, declaration: bool = True) -> list[types.Location]:
        result = await self.client.text_document_references_async(
            types.ReferenceParams(
                text_document=self.document(path), position=self.at(path, marked),
                context=types.ReferenceContext(include_declaration=declaration)))
        return list(result or [])

    def told(self, locations: list[types.Location]) -> list[str]:
        """`path:line:text` of each place."""
        prefix = self.folder.as_uri() + "/"
        lines = []
        for location in locations:
            path = location.uri.removeprefix(prefix)
            if path not in self.texts:
                self.read(path)
            lines.append(f"{path}:{location.range.start.line + 1}:{self.cut(path, location.range)}")
        return lines


@asynccontextmanager
async def editor(folder: Path, capabilities: str = "visual-studio-code", encodings: list[str] | None = None, ends: bool = True):
    """Starts the server for a project, and ends it as the protocol asks."""
    client = await ClientServerConfig(server_command=[project.BRIEF, "lsp", "--today", "2025-09-10"]).start()
    able = client_capabilities(capabilities)
    if encodings is not None:
        able.general = able.general or types.GeneralClientCapabilities()
        able.general.position_encodings = encodings
    result = await client.initialize_session(
        types.InitializeParams(
            capabilities=able, workspace_folders=[types.WorkspaceFolder(uri=folder.as_uri(), name="project")], root_uri=folder.as_uri()))
    try:
        yield Editor(client, folder, result)
        if ends:
            await asyncio.wait_for(client.shutdown_session(), WAIT)
    finally:
        await client.stop()
