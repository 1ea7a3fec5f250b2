"""What `brief serve` does to open pages: reloads, stylesheets put in place, problems laid over them, and scroll and focus kept."""
from __future__ import annotations

import asyncio
import os
import re
import shutil
from contextlib import asynccontextmanager
from pathlib import Path

from playwright.async_api import Error

from built_site import BuiltSite
from case import Case, refuse
from laboratory import WATCH, Laboratory

CONTENT = Path("Tests/Browser/Harbour")

#: A page that is longer than a window, with a list that many things can stand above.
LONG = "# Long\n\n" + "\n".join(f"## Part {number}\n\nSome words.\n\n[A link](index.md)\n" for number in range(60))

#: Where the page is that the browser shows: another number after each load.
LOADED = "performance.timeOrigin"

#: The dialog with the problems, which stands in a tree of its own; null if there is none, or it is closed.
DIALOG = "(document.querySelector('brief-problems')?.shadowRoot.querySelector('dialog[open]') ?? null)"


class Served:
    """A project of its own, served."""

    def __init__(self, folder: Path, address: str):
        self.folder = folder
        self.address = address

    def write(self, path: str, text: str) -> None:
        place = self.folder / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, "utf-8")

    def change(self, path: str, old: str, new: str) -> None:
        text = (self.folder / path).read_text("utf-8")
        assert old in text, f"{path} has no {old!r}"
        self.write(path, text.replace(old, new))


@asynccontextmanager
async def serving(laboratory: Laboratory, name: str):
    folder = laboratory.folder / f"preview-{name}"
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(CONTENT, folder / "Content")
    shutil.copytree("Templates", folder / "Templates")
    (folder / "Content/long.md").write_text(LONG, "utf-8")
    process = await asyncio.create_subprocess_exec(
        os.environ["BRIEF"], "serve", "--project", str(folder), "--port", "0", stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE)
    try:
        line = (await process.stdout.readline()).decode()
        found = re.search(r"http://\S+/", line)
        if not found:
            raise RuntimeError(f"brief serve does not begin: {(await process.stderr.read()).decode()}")
        yield Served(folder, found.group())
    finally:
        if process.returncode is None:
            process.terminate()
        await process.wait()


@asynccontextmanager
async def browsing(laboratory: Laboratory, **options):
    """A page in a context of its own: it goes with the server that it listens to."""
    context = await laboratory.browser.new_context(viewport={"width": 1280, "height": 900}, service_workers="block", **options)
    try:
        page = await context.new_page()
        await page.add_init_script(WATCH)
        yield page
    finally:
        await context.close()


async def until(page, expression: str) -> None:
    """Waits until an expression holds in the page, which may be on its way to another one. (Playwright's own way is against the policy.)"""
    for _ in range(800):
        try:
            if await page.evaluate(expression):
                return
        except Error:
            pass
        await asyncio.sleep(0.025)
    raise TimeoutError(f"this never came to hold: {expression}")


async def open_page(page, served: Served, path: str) -> float:
    """Opens a page, waits until it hears of changes, and says when it was loaded."""
    async with page.expect_request("**/.brief/events"):
        await page.goto(served.address + path)
    # The stream is answered before anything else can change.
    await until(page, "performance.getEntriesByName(location.origin + '/.brief/client.js').length > 0")
    return await page.evaluate(LOADED)


async def reloaded(page, before: float) -> float:
    await until(page, f"{LOADED} !== {before!r} && document.readyState === 'complete'")
    return await page.evaluate(LOADED)


def reload(laboratory: Laboratory) -> Case:
    """A save reloads the page that changed, where it was scrolled to, with the same link focused; another one stays as it is."""

    async def run() -> None:
        findings = []
        async with serving(laboratory, "reload") as served, browsing(laboratory) as page:
            before = await open_page(page, served, "long.html")
            other = await page.context.new_page()
            await other.goto(served.address + "timeline.html")
            await other.wait_for_load_state()
            unmoved = await other.evaluate(LOADED)
            await page.bring_to_front()
            link = page.locator("main a", has_text="A link").nth(30)
            await link.focus()
            top = await link.evaluate("link => Math.round(link.getBoundingClientRect().top)")
            scroll = await page.evaluate("scrollY")
            if scroll < 500:
                findings.append(f"the page is scrolled by {scroll} px only, so that nothing can be seen of it")
            served.change("Content/long.md", "## Part 50\n\nSome words.", "## Part 50\n\nOther words.")
            before = await reloaded(page, before)
            state = "[Math.round(scrollY), Math.round(document.activeElement.getBoundingClientRect().top), document.activeElement.textContent]"
            if await page.evaluate(state) != [round(scroll), top, "A link"]:
                findings.append(f"after a change below, {await page.evaluate(state)} is not {[round(scroll), top, 'A link']}")
            if not await page.get_by_text("Other words.").count():
                findings.append("the new words are not there")
            # What grows above pushes nothing away.
            served.change("Content/long.md", "## Part 1\n\nSome words.", "## Part 1\n\n" + "More words.\n\n" * 12)
            before = await reloaded(page, before)
            await page.wait_for_timeout(50)
            again = await link.evaluate("link => Math.round(link.getBoundingClientRect().top)")
            if abs(again - top) > 2:
                findings.append(f"after a change above, the link stands at {again}, not at {top}")
            if await other.evaluate(LOADED) != unmoved:
                findings.append("a page that did not change was loaded anew")
            findings += [f"breaks its policy: {line}" for line in await page.evaluate("window.__violations")]
        refuse(findings)

    return Case("preview", "a page that changed reloads where it was", run)


def stylesheet(laboratory: Laboratory) -> Case:
    async def run() -> None:
        findings = []
        async with serving(laboratory, "style") as served, browsing(laboratory) as page:
            before = await open_page(page, served, "index.html")
            await page.evaluate("window.bare = 0; new MutationObserver(() => { if (!document.styleSheets.length) window.bare += 1; })"
                                ".observe(document.head, { childList: true })")
            style = (served.folder / "Templates/assets/brief.css").read_text("utf-8")
            for color in ("rgb(1, 2, 3)", "rgb(4, 5, 6)"):
                served.write("Templates/assets/brief.css", style + f"\nmain {{ outline-color: {color} }}\n")
                await until(page, f"getComputedStyle(document.querySelector('main')).outlineColor === '{color}'")
            await until(page, "document.querySelectorAll('link[rel=stylesheet]').length === 1")
            if await page.evaluate(LOADED) != before:
                findings.append("the page was loaded anew for a stylesheet")
            if await page.evaluate("window.bare"):
                findings.append("the page was without a stylesheet meanwhile")
            findings += [f"breaks its policy: {line}" for line in await page.evaluate("window.__violations")]
        refuse(findings)

    return Case("preview", "a stylesheet is put in the place of the old one", run)


def problems(laboratory: Laboratory) -> Case:
    """With an error the last good page stays, and the report is laid over it; it goes when it is mended, and the focus is where it was."""

    async def run() -> None:
        findings = []
        async with serving(laboratory, "problems") as served, browsing(
                laboratory, permissions=["clipboard-read", "clipboard-write"]) as page:
            before = await open_page(page, served, "index.html")
            await page.locator("main a").nth(3).focus()
            focused = await page.evaluate("document.activeElement.href")
            served.change("Content/index.md", "[an opening](claim:envoy-opening)", "[<img src=x onerror=alert(1)>](claim:envoy-openin)")
            await until(page, f"!!{DIALOG}")
            text = await page.evaluate(f"{DIALOG}.textContent")
            for part in ["1 problem", "there is no claim `envoy-openin`", "Content/index.md:3", "onerror=alert(1)", "did you mean `envoy-opening`?", "^^^"]:
                if part not in text:
                    findings.append(f"the report does not hold {part!r}: {text}")
            if await page.evaluate(f"{DIALOG}.querySelectorAll('img').length"):
                findings.append("what was written became markup")
            if await page.evaluate(LOADED) != before or not await page.get_by_text("an opening").count():
                findings.append("the last good page did not stay")
            # By the keyboard alone: from the button that has the focus to the one that copies, then closed, opened and closed again.
            reached = []
            for _ in range(4):
                reached.append(await page.evaluate("document.querySelector('brief-problems').shadowRoot.activeElement?.textContent.slice(0, 5)"))
                if reached[-1] == "Copy":
                    await page.keyboard.press("Enter")
                    await until(page, f"{DIALOG}.textContent.includes('Copied')")
                await page.keyboard.press("Tab")
            if reached[:2] != ["Close", "Copy"]:
                findings.append(f"the keyboard reaches {reached}")
            copied = await page.evaluate("navigator.clipboard.readText()")
            if copied != "Content/index.md:3":
                findings.append(f"{copied!r} was copied")
            await page.keyboard.press("Escape")
            await until(page, f"!{DIALOG}")
            if await page.evaluate("document.activeElement.href") != focused:
                findings.append("closed, it does not give the focus back")
            opener = page.locator("brief-problems .opener")
            await opener.focus()
            await page.keyboard.press("Enter")
            await until(page, f"!!{DIALOG}")
            # A page that is opened now shows it too, but not again to who has closed it.
            await page.goto(served.address + "timeline.html")
            await opener.wait_for()
            if await page.evaluate(f"!!{DIALOG}"):
                findings.append("what was closed comes up again on the next page")
            await page.goto(served.address + "index.html")
            await opener.wait_for()
            await page.locator("main a").nth(3).focus()
            before = await page.evaluate(LOADED)
            served.change("Content/index.md", "[<img src=x onerror=alert(1)>](claim:envoy-openin)", "[an offer](claim:envoy-opening)")
            await reloaded(page, before)
            if await page.locator("brief-problems").count():
                findings.append("what is mended is still shown")
            if await page.evaluate("document.activeElement.href") != focused:
                findings.append("mended, the focus is not where it was")
            findings += [f"breaks its policy: {line}" for line in await page.evaluate("window.__violations")]
        refuse(findings)

    return Case("preview", "problems are laid over the last good page, and go when they are mended", run)


def missing(laboratory: Laboratory) -> Case:
    async def run() -> None:
        findings = []
        async with serving(laboratory, "missing") as served, browsing(laboratory) as page:
            before = await open_page(page, served, "soon.html")
            served.write("Content/soon.md", "# Soon\n\nNow it is here.\n")
            before = await reloaded(page, before)
            if not await page.get_by_text("Now it is here.").count():
                findings.append("a page that was waited for does not come")
            (served.folder / "Content/soon.md").rename(served.folder / "Content/later.md")
            before = await reloaded(page, before)
            if await page.get_by_text("Now it is here.").count():
                findings.append("a page that was moved away is still shown")
            findings += [f"breaks its policy: {line}" for line in await page.evaluate("window.__violations")]
        refuse(findings)

    return Case("preview", "a page that is not there comes when it is, and goes with its source", run)


def many(laboratory: Laboratory) -> Case:
    """A browser opens six connections to a server: with more pages open than that, all of them hear what changed."""

    async def run() -> None:
        findings = []
        async with serving(laboratory, "many") as served, browsing(laboratory) as page:
            pages = [page] + [await page.context.new_page() for _ in range(8)]
            for one in pages:
                await one.goto(served.address + "long.html")
            loads = [await one.evaluate(LOADED) for one in pages]
            served.change("Content/long.md", "## Part 7\n\nSome words.", "## Part 7\n\nSeventh words.")
            for number, (one, before) in enumerate(zip(pages, loads)):
                await reloaded(one, before)
                if not await one.get_by_text("Seventh words.").count():
                    findings.append(f"page {number} does not show what changed")
        refuse(findings)

    return Case("preview", "nine open pages hear what changed", run)


def cases(laboratory: Laboratory, sites: list[BuiltSite]) -> list[Case]:
    return [make(laboratory) for make in (reload, stylesheet, problems, missing, many)]
