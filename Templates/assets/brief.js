// What pages gain by a script: search, filters, sorting, copying. All of them can be read without it.
"use strict";
(() => {
  const root = document.documentElement;
  const address = document.currentScript.src;
  const all = (selector, from = document) => [...from.querySelectorAll(selector)];
  const make = (name, properties, ...children) => {
    const element = Object.assign(document.createElement(name), properties);
    element.append(...children);
    return element;
  };
  const language = (() => {
    try { return Intl.getCanonicalLocales(root.lang)[0]; } catch { return "en"; }
  })();
  const rule = new Intl.PluralRules(language);
  // The form of a phrase for a number: forms are kept by plural category.
  const phrase = (forms, count, total) =>
    (forms[rule.select(count)] ?? forms.other ?? Object.values(forms).at(-1)).replace(/\{(\w+)\}/g, (_, name) => name === "total" ? total : count);

  root.classList.add("js");

  // Filters and sorting. Entries carry their values in data attributes named like the select; the state stands in the address.
  for (const form of all("form.sift")) {
    const selects = all("select[name]", form);
    const status = form.querySelector("[role=status]");
    const forms = Object.fromEntries(form.dataset.forms.split("\n").map((line) => line.match(/^(\w+) (.*)$/).slice(1)));
    const entries = all(`main [data-${selects[0].name}]`);
    const groups = all("main .tl, main .grp");
    const sorter = form.querySelector("[data-sort]");
    const sort = sorter && sortable(form, sorter, document.querySelector("main .claims"), () => { save(); apply(); });

    function apply() {
      const wanted = selects.filter((select) => select.value);
      for (const entry of entries) {
        entry.hidden = !wanted.every((select) => entry.dataset[select.name].split(" ").includes(select.value));
        if (entry.id) for (const mark of all(`.strip a[href="#${entry.id}"]`)) mark.classList.toggle("off", entry.hidden);
      }
      for (const group of groups) {
        group.hidden = !entries.some((entry) => !entry.hidden && group.contains(entry));
        const id = group.getAttribute("aria-labelledby");
        for (const link of all(`.months a[href="#${id}"]`)) link.parentNode.hidden = group.hidden;
      }
      const shown = entries.filter((entry) => !entry.hidden).length;
      const said = [wanted.length ? phrase(forms, shown, entries.length) : "", sort ? sort() : ""].filter(Boolean).join(". ");
      if (status.textContent !== said) status.textContent = said;
    }
    const controls = sorter ? [...selects, sorter] : selects;
    const nameOf = (control) => control.name || "sort";
    function load() {
      const query = new URLSearchParams(location.search);
      for (const control of controls) {
        control.value = query.get(nameOf(control)) ?? "";
        if (control.selectedIndex < 0) control.value = "";
      }
      apply();
    }
    function save() {
      const query = new URLSearchParams(location.search);
      for (const control of controls) control.value ? query.set(nameOf(control), control.value) : query.delete(nameOf(control));
      const text = query.toString();
      try { history.pushState(null, "", (text ? "?" + text : location.pathname) + location.hash); } catch { /* The page is still filtered. */ }
    }
    form.addEventListener("change", () => { save(); apply(); });
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("reset", () => setTimeout(() => { for (const control of controls) control.value = ""; save(); apply(); }));
    addEventListener("popstate", load);
    addEventListener("hashchange", () => {
      const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
      if (target?.closest("[hidden]")) { form.reset(); setTimeout(() => target.scrollIntoView()); }
    });
    load();
  }

  // Puts buttons into the heads of a table, and the same orders into a select for where the heads are not shown. Gives what sorts and says so.
  function sortable(form, sorter, table, changed) {
    const heads = [...table.tHead.rows[0].cells];
    const body = table.tBodies[0];
    const rows = [...body.rows];
    const collator = new Intl.Collator(language, { numeric: true });
    const first = Math.max(0, heads.findIndex((head) => head.ariaSort));
    const arrow = make("span", { className: "dir", ariaHidden: "true" });
    for (const old of all(".dir", table)) old.remove();
    const labels = heads.map((head) => head.textContent.trim());
    const value = (column, way) => column === first && way === "up" ? "" : `${column}-${way}`;
    const buttons = heads.map((head, column) => make("button", {
      type: "button", textContent: labels[column],
      onclick() {
        sorter.value = value(column, head.ariaSort === "ascending" ? "down" : "up");
        changed();
      },
    }));
    sorter.append(...labels.flatMap((label, column) => ["up", "down"].map((way) =>
      make("option", { value: value(column, way), textContent: `${label}: ${sorter.dataset[way]}` }))));
    sorter.value = "";
    const hint = make("span", { className: "vh", textContent: " " + sorter.dataset.hint });
    table.caption.append(hint);
    new ResizeObserver(() => {
      const isCards = getComputedStyle(table.tHead).position === "absolute";
      if (hint.hidden === isCards && buttons[0].isConnected !== isCards) return;
      hint.hidden = isCards;
      heads.forEach((head, column) => head.replaceChildren(isCards ? labels[column] : buttons[column], ...(head.ariaSort ? [arrow] : [])));
    }).observe(table);

    const key = (row, column) => {
      const cell = row.cells[column];
      return cell.dataset.key ?? (cell.querySelector(".l + *") ?? cell.firstElementChild ?? cell).textContent.trim();
    };
    const compare = (left, right) => left - right || (isNaN(left) || isNaN(right) ? collator.compare(left, right) : 0);
    let current = "";
    return () => {
      if (sorter.value !== current) {
        current = sorter.value;
        const [column, way] = (current || `${first}-up`).split("-");
        const sign = way === "up" ? 1 : -1;
        const keys = new Map(rows.map((row) => [row, key(row, column)]));
        body.append(...rows.toSorted((left, right) => sign * compare(keys.get(left), keys.get(right))));
        for (const head of heads) head.ariaSort = null;
        heads[column].ariaSort = way === "up" ? "ascending" : "descending";
        arrow.textContent = way === "up" ? "▲" : "▼";
        heads[column].append(arrow);
      }
      return current ? `${sorter.labels[0].firstChild.textContent.trim()} ${sorter.selectedOptions[0].textContent}` : "";
    };
  }

  // Copying; where that is not allowed, the text is marked to be copied by hand.
  for (const button of all("[data-copy]")) {
    button.addEventListener("click", async () => {
      const text = document.getElementById(button.dataset.copy);
      const status = button.nextElementSibling;
      status.textContent = "";
      try {
        await navigator.clipboard.writeText(text.textContent.trim());
        status.textContent = button.dataset.done;
      } catch {
        getSelection().selectAllChildren(text);
      }
    });
  }

  // On paper nothing is folded.
  let opened = [];
  addEventListener("beforeprint", () => {
    opened = all("main details:not([open])").filter((details) => !details.closest(".cites"));
    for (const details of opened) details.open = true;
  });
  addEventListener("afterprint", () => { for (const details of opened) details.open = false; });

  // Search.
  const dialog = document.getElementById("search");
  const opener = document.querySelector("[data-search]");
  if (!dialog?.showModal || !opener) return;
  const input = dialog.querySelector("input[type=search]");
  const status = dialog.querySelector("[role=status]");
  const found = dialog.querySelector(".found");
  const box = dialog.querySelector("input[type=checkbox]");
  const letters = { ø: "o", ł: "l", đ: "d", ı: "i", ß: "ss", æ: "ae", œ: "oe" };
  // Scripts that put no spaces between words: any part of a text may be looked for.
  const spaceless = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}]/u;
  // Words in small letters without accents and points, a space before each.
  const fold = (text) => (" " + text.toLowerCase()).normalize("NFKD").replace(/[\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670]/g, "")
    .replace(/[øłđıßæœ]/g, (letter) => letters[letter]).replace(/[^\p{L}\p{N}\p{M}]+/gu, " ");
  const holds = (text, word) => text.includes(spaceless.test(word) ? word : " " + word);

  let loading;
  const load = () => loading ??= new Promise((resolve, reject) => {
    document.head.append(make("script", { src: new URL("../search-index.js", address), onload: resolve, onerror: reject }));
  }).then(() => {
    const index = globalThis.briefIndex;
    index.items = index.items.map(([kind, title, path, note = "", more = ""]) =>
      ({ kind, title, path, note, name: fold(title), text: fold(`${title} ${note} ${more}`) }));
    return index;
  });

  async function search() {
    const query = fold(input.value).trim();
    const words = query.split(" ").filter(Boolean);
    const index = await load();
    if (query !== fold(input.value).trim()) return;
    const rank = (item) => item.name.startsWith(" " + query) ? 3 : words.every((word) => holds(item.name, word)) ? 2 : 1;
    const hits = words.length ? index.items.filter((item) => words.every((word) => holds(item.text, word))) : [];
    const groups = index.kinds.map((label, kind) => {
      const items = hits.filter((item) => item.kind === kind).sort((left, right) => rank(right) - rank(left));
      return { label, items, best: items.length ? rank(items[0]) : 0 };
    }).filter((group) => group.best).sort((left, right) => right.best - left.best);
    found.replaceChildren(...groups.map(({ label, items }) => make("section", {}, make("h2", { textContent: `${label} (${items.length})` }),
      make("ul", {}, ...items.slice(0, 20).map((item) => make("li", {},
        make("a", { href: new URL("../" + item.path, address), textContent: item.title }), " ", make("span", { className: "role", textContent: item.note })))))));
    status.textContent = !words.length ? "" : hits.length ? phrase(index.found, hits.length) : index.none;
  }

  function open() {
    load().catch(() => { location = opener.href; });
    if (!dialog.open) dialog.showModal();
    input.select();
  }
  opener.ariaHasPopup = "dialog";
  opener.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    open();
  });
  input.addEventListener("input", search);
  found.addEventListener("click", (event) => { if (event.target.closest("a")) dialog.close(); });
  dialog.setAttribute("closedby", "any");
  dialog.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    const links = all("a", found);
    const place = links.indexOf(document.activeElement);
    if (event.key === "ArrowDown" && links[place + 1]) links[place + 1].focus();
    else if (event.key === "ArrowUp" && place >= 0) (links[place - 1] ?? input).focus();
    else if (event.key === "Enter" && event.target === input) links[0]?.click();
    else if (event.key === "Escape") dialog.close();
    else return;
    event.preventDefault();
  });
  // A key without Ctrl can get in the way of those who speak to their machine: it can be switched off.
  const stored = (...value) => {
    try { return value.length ? localStorage.setItem("brief-key", value[0]) : localStorage.getItem("brief-key"); } catch { return null; }
  };
  box.checked = stored() !== "off";
  box.addEventListener("change", () => stored(box.checked ? "on" : "off"));
  addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || !box.checked) return;
    if (event.target.closest?.("input, select, textarea")) return;
    event.preventDefault();
    open();
  });
})();
