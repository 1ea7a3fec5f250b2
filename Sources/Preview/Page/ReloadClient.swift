/// The reload client: a script and a stylesheet that are served beside the site and stand in no file of it.
enum ReloadClient {
  /// What begins so is the server's own and no file of the site.
  static let folder = "/.brief/"
  static let scriptPath = folder + "client.js"
  static let stylePath = folder + "problems.css"
  static let eventsPath = folder + "events"
  /// Followed by the path of a page.
  static let statePath = folder + "state"

  static let tag = EntityTag(of: script.utf8)

  /// One page of a browser listens for all, since a browser opens no more than six connections to a server: the others hear it from that one.
  /// A page that has been away, or was loaded while something changed, asks for its version and loads itself anew if it has another.
  static let script = #"""
    "use strict";
    (() => {
    const { page, root, version } = document.currentScript.dataset;
    const key = "brief-preview";
    // What the page came with; scripts that it adds later are data.
    const scripts = new Set([...document.scripts].map((script) => new URL(script.src || ".", document.baseURI).pathname));
    const inFrame = window.top !== window;

    // The way from the body down to an element, and back.
    const way = (element) => {
      if (element.id) return [element.id];
      const steps = [];
      while (element && element !== document.body) {
        steps.unshift([element.tagName, [...element.parentNode.children].indexOf(element)]);
        element = element.parentElement;
      }
      return steps;
    };
    const follow = (steps) => {
      if (typeof steps[0] === "string") return document.getElementById(steps[0]);
      let element = document.body;
      for (const [name, index] of steps) {
        element = element?.children[index];
        if (element?.tagName !== name) return null;
      }
      return element;
    };

    // Scroll, focus, selection and what is open, across a reload.
    const keep = () => {
      const focused = document.activeElement;
      const state = {
        address: location.href, x: scrollX, y: scrollY, height: document.documentElement.scrollHeight,
        open: [...document.querySelectorAll("details[open]")].map(way),
        scrolled: [...document.querySelectorAll("body *")].filter((element) => element.scrollLeft || element.scrollTop)
          .map((element) => [way(element), element.scrollLeft, element.scrollTop]),
      };
      // What is being read hangs on the nearest id above it: what is before that may have grown.
      for (const element of document.querySelectorAll("main [id]")) {
        const top = element.getBoundingClientRect().top;
        if (element.getClientRects().length && top <= 1) state.anchor = [element.id, top];
      }
      if (focused && focused !== document.body && focused !== host) {
        state.focus = way(focused);
        if (focused.matches("input, textarea")) state.field = [focused.value, focused.selectionStart, focused.selectionEnd];
      }
      try { sessionStorage.setItem(key, JSON.stringify(state)); } catch {}
      history.scrollRestoration = "manual";
    };
    const restore = () => {
      let state = null;
      try { state = JSON.parse(sessionStorage.getItem(key)); sessionStorage.removeItem(key); } catch {}
      if (!state || state.address !== location.href) return;
      for (const steps of state.open) { const element = follow(steps); if (element?.tagName === "DETAILS") element.open = true; }
      const field = state.focus && follow(state.focus);
      field?.focus({ preventScroll: true });
      if (state.field && field?.matches("input, textarea")) {
        field.value = state.field[0];
        try { field.setSelectionRange(state.field[1], state.field[2]); } catch {}
      }
      const scroll = () => {
        const anchor = state.anchor && document.documentElement.scrollHeight !== state.height && document.getElementById(state.anchor[0]);
        scrollTo({ left: state.x, top: anchor ? anchor.getBoundingClientRect().top + scrollY - state.anchor[1] : state.y, behavior: "instant" });
        for (const [steps, left, top] of state.scrolled) follow(steps)?.scrollTo({ left, top, behavior: "instant" });
      };
      scroll();
      const settle = () => { scroll(); history.scrollRestoration = "auto"; };
      document.readyState === "complete" ? settle() : addEventListener("load", settle, { once: true });
    };
    let leaving = false;
    const reload = () => {
      if (leaving) return;
      leaving = true;
      keep();
      location.reload();
    };

    // What of this page changed.
    const changed = (paths) => {
      if (paths.includes(page)) return reload();
      const addresses = new Set(paths.map((path) => root + path.split("/").map(encodeURIComponent).join("/")));
      const affected = (address) => address && addresses.has(new URL(address, document.baseURI).pathname);
      if ([...scripts].some((script) => addresses.has(script))) return reload();
      const fresh = (address) => {
        const url = new URL(address, document.baseURI);
        url.searchParams.set("brief", performance.timeOrigin + performance.now());
        return url.href;
      };
      for (const link of document.querySelectorAll("link[rel~=stylesheet]")) {
        if (!affected(link.href)) continue;
        // The old one goes when the new one is in force, so that the page is never without.
        const next = link.cloneNode();
        next.href = fresh(link.href);
        next.onload = next.onerror = () => link.remove();
        link.after(next);
      }
      for (const image of document.querySelectorAll("img[src]")) if (affected(image.src)) image.src = fresh(image.src);
    };

    // What is wrong, over the page.
    let host = null;
    let shown = "[]";
    const make = (name, properties = {}, ...children) => {
      const element = Object.assign(document.createElement(name), properties);
      element.append(...children);
      return element;
    };
    const copyButton = (place) => {
      const button = make("button", { type: "button", textContent: "Copy" });
      button.setAttribute("aria-label", "Copy " + place);
      button.onclick = async () => {
        try { await navigator.clipboard.writeText(place); button.textContent = "Copied"; } catch {
          const range = document.createRange();
          range.selectNodeContents(button.previousElementSibling);
          getSelection().removeAllRanges();
          getSelection().addRange(range);
        }
      };
      return button;
    };
    const report = (problems) => {
      if (inFrame) return;
      const text = JSON.stringify(problems);
      if (text === shown) return;
      shown = text;
      // A dialog that closes gives the focus back to where it was.
      const before = host;
      const wasOpen = before?.shadowRoot.querySelector("dialog")?.open;
      if (wasOpen) before.shadowRoot.querySelector("dialog").close();
      before?.remove();
      host = null;
      if (!problems.length) return;
      const count = problems.length === 1 ? "1 problem" : problems.length + " problems";
      host = document.createElement("brief-problems");
      const style = make("link", { rel: "stylesheet", href: "/.brief/problems.css" });
      const opener = make("button", { type: "button", className: "opener", textContent: count, hidden: true });
      const list = make("ol", {}, ...problems.map(({ place, title, text }) => {
        const item = make("li", {}, make("p", { className: "title", textContent: title }));
        if (place) item.append(make("p", {}, make("code", { textContent: place }), " ", copyButton(place)));
        const excerpt = make("pre", { textContent: text, tabIndex: 0 });
        excerpt.setAttribute("aria-label", "The report");
        item.append(excerpt);
        return item;
      }));
      const heading = make("h2", { id: "heading", textContent: count });
      const close = make("button", { type: "button", textContent: "Close", autofocus: true });
      const dialog = make("dialog", {}, make("header", {}, heading, close),
        make("p", { className: "note", textContent: "Nothing was published: the page behind is the last one that was good. Escape closes this." }), list);
      dialog.setAttribute("aria-labelledby", "heading");
      close.onclick = () => dialog.close();
      // Who has closed it is not shown the same again on every page.
      const seen = (value) => { try { if (value) sessionStorage.setItem(key + "-seen", value); return sessionStorage.getItem(key + "-seen"); } catch {} };
      dialog.onclose = () => { opener.hidden = false; if (own === host) seen(text); };
      opener.onclick = () => { opener.hidden = true; dialog.showModal(); };
      const own = host;
      style.onload = style.onerror = () => { if (own === host) seen() === text ? opener.hidden = false : dialog.showModal(); };
      own.attachShadow({ mode: "open" }).append(style, opener, dialog);
      document.body.append(own);
    };

    // What happened before this page listened.
    const catchUp = async () => {
      try {
        const answer = await fetch("/.brief/state/" + page.split("/").map(encodeURIComponent).join("/"), { cache: "no-store" });
        const state = await answer.json();
        if (state.version !== version) return reload();
        report(state.problems);
      } catch {}
    };
    const channel = "BroadcastChannel" in window ? new BroadcastChannel(key) : null;
    const hear = ({ kind, data }) => {
      if (kind === "changed") changed(data);
      if (kind === "problems") report(data);
      if (kind === "open") catchUp();
    };
    const tell = (message) => { channel?.postMessage(message); hear(message); };
    const listen = () => {
      const source = new EventSource("/.brief/events");
      source.onopen = () => tell({ kind: "open" });
      for (const kind of ["changed", "problems"]) source.addEventListener(kind, (event) => tell({ kind, data: JSON.parse(event.data) }));
    };
    if (channel) channel.onmessage = (event) => hear(event.data);
    if (channel && navigator.locks) {
      navigator.locks.request(key, () => new Promise(listen)).catch(() => {});
      catchUp();
    } else {
      listen();
    }
    addEventListener("pageshow", (event) => { if (event.persisted) catchUp(); });
    restore();
    })();

    """#

  /// System fonts and colours of its own: it must be readable over any page, light or dark, and in forced colours.
  static let style = """
    :host { all: initial; color-scheme: light dark; }
    * { box-sizing: border-box; }
    dialog, .opener { color: light-dark(#1a1a1a, #f2f2f2); background: light-dark(#fff, #1d1d1f); font: 1rem/1.5 system-ui, sans-serif; }
    dialog {
      inline-size: min(72rem, 100vw - 2rem); max-block-size: calc(100vh - 2rem); padding: 0 1.25rem 1.25rem; overflow: auto;
      border: 0; border-block-start: .375rem solid #c4281c; border-radius: .25rem; box-shadow: 0 .5rem 3rem #0008;
    }
    dialog::backdrop { background: #0007; }
    header { display: flex; gap: 1rem; justify-content: space-between; align-items: center; position: sticky; inset-block-start: 0;
      padding-block: .75rem; background: inherit; }
    h2 { margin: 0; font-size: 1.25rem; }
    p { margin: 0 0 .5rem; }
    .note { color: light-dark(#555, #b8b8b8); }
    ol { margin: 0; padding: 0; list-style: none; }
    li { margin-block-start: 1.25rem; }
    .title { font-weight: 600; }
    code, pre { font: .875rem/1.5 ui-monospace, "SF Mono", Menlo, Consolas, monospace; }
    pre { margin: 0; padding: .75rem; overflow-x: auto; background: light-dark(#f3f3f1, #121213); border-radius: .25rem; white-space: pre; }
    button { font: inherit; color: inherit; background: transparent; border: 1px solid currentColor; border-radius: .25rem;
      padding: .125rem .75rem; min-block-size: 2rem; cursor: pointer; }
    button:hover { text-decoration: underline; }
    :focus-visible { outline: 3px solid light-dark(#0b57d0, #8ab4f8); outline-offset: 2px; }
    .opener { position: fixed; inset-block-end: 1rem; inset-inline-end: 1rem; z-index: 2147483647; border: 2px solid #c4281c; }
    [hidden] { display: none; }
    @media print { :host { display: none; } }

    """
}
