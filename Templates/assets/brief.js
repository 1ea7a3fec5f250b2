// What a script adds; reading needs none
"use strict";
(() => {
const root = document.documentElement;
const address = document.currentScript.src;
const one = (selector, from = document) => from.querySelector(selector);
const all = (selector, from = document) => [...from.querySelectorAll(selector)];
const on = (target, type, action) => target.addEventListener(type, action);
const make = (name, properties, ...children) => {
	const made = Object.assign(document.createElement(name), properties);
	made.append(...children);
	return made;
};
const rule = new Intl.PluralRules(root.lang);
const digits = (number, { thousands }) => `${number}`.replace(/\B(?=(...)+$)/g, thousands);
// A number's phrase, of its forms by plural category.
const phrase = (forms, count, total) =>
	(forms[rule.select(count)] ?? forms.other ?? Object.values(forms).at(-1)).replace("{count}", digits(count, forms)).replace("{total}", digits(total, forms));

root.classList.add("js");

// Filters: entries have data attributes named like the selects; the address has the state.
for (const form of all("form.sift")) {
	const status = one("[role=status]", form);
	const forms = JSON.parse(form.dataset.forms);
	const sorter = one("[name=sort]", form);
	const controls = all("select", form);
	const filters = controls.filter((select) => select !== sorter);
	const entries = all(`main [data-${filters[0].name}]`).map((entry) =>
		[entry, entry.closest(".tl, .grp"), filters.map(({ name }) => ` ${entry.dataset[name]} `)]);
	const change = () => {
		const query = new URLSearchParams(location.search);
		for (const { name, value } of controls) value ? query.set(name, value) : query.delete(name);
		try { history.pushState(null, "", query.size ? "?" + query : location.pathname); } catch {}
		apply();
	};
	const sort = sorter && sorting(sorter, one("main .claims"), change);

	function apply() {
		const wanted = filters.map(({ value }) => value && ` ${value} `);
		const shown = entries.filter(([entry, , texts]) => !(entry.hidden = !texts.every((text, n) => text.includes(wanted[n]))));
		const groups = new Set(shown.map(([, group]) => group));
		for (const mark of all(".strip [href^='#']")) mark.classList.toggle("off", !!one(mark.getAttribute("href"))?.hidden);
		for (const group of all("main .tl, main .grp")) {
			group.hidden = !groups.has(group);
			for (const link of all(`.months [href="#${one("h2", group).id}"]`)) link.parentNode.hidden = group.hidden;
		}
		status.textContent = [wanted.some(Boolean) && phrase(forms, shown.length, entries.length), sort?.()].filter(Boolean).join(". ");
	}
	function load() {
		const query = new URLSearchParams(location.search);
		for (const select of controls) {
			select.value = query.get(select.name) ?? "";
			if (select.value) one("details", form).open = 1;
			else select.value = "";
		}
		apply();
	}
	on(form, "change", change);
	on(form, "reset", (event) => {
		event.preventDefault();
		for (const select of controls) select.value = "";
		change();
	});
	on(window, "popstate", () => {
		load();
		const target = location.hash && one(`[id="${location.hash.slice(1)}"]`);
		if (target?.closest?.("[hidden]")) {
			form.reset();
			target.scrollIntoView();
		}
	});
	load();
}

// Buttons in a table's heads, orders in a select. Gives what sorts and says how.
function sorting(sorter, table, change) {
	const heads = [...table.tHead.rows[0].cells];
	const labels = heads.map((head) => head.firstChild.textContent.trim());
	const rows = [...table.tBodies[0].rows];
	const first = Math.max(0, heads.findIndex((head) => head.ariaSort));
	const arrow = one(".dir", table) ?? make("span", { className: "dir", ariaHidden: "true" });
	const hint = make("span", { className: "vh", textContent: " " + sorter.dataset.hint });
	const { compare } = new Intl.Collator(root.lang, { numeric: true });
	const value = (column, way) => column === first && way === "up" ? "" : column + "-" + way;
	const buttons = labels.map((label, column) => {
		for (const way of ["up", "down"]) sorter.append(make("option", { value: value(column, way), textContent: `${label}: ${sorter.dataset[way]}` }));
		const onclick = () => {
			sorter.value = value(column, heads[column].ariaSort === "ascending" ? "down" : "up");
			change();
		};
		return make("button", { type: "button", textContent: label, onclick });
	});
	table.caption.append(hint);
	new ResizeObserver(() => {
		const isCards = getComputedStyle(table.tHead).position === "absolute";
		if (buttons[0].isConnected !== isCards) return;
		hint.hidden = isCards;
		heads.forEach((head, column) => head.firstChild.replaceWith((isCards ? labels : buttons)[column]));
	}).observe(table);

	const key = (cell) => cell.dataset.key ?? (one(".l + *", cell) ?? cell.firstElementChild).textContent.trim();
	let keyed = [], current = "";
	return () => {
		if (sorter.value !== current) {
			current = sorter.value;
			const [column, way] = (current || first + "-up").split("-");
			const sign = way === "up" ? 1 : -1;
			keyed[column] ??= rows.map((row) => [key(row.cells[column]), row]);
			table.tBodies[0].append(...keyed[column].sort(([left], [right]) => sign * (left - right || compare(left, right))).map(([, row]) => row));
			heads.forEach((head, n) => head.ariaSort = n != column ? null : sign > 0 ? "ascending" : "descending");
			heads[column].append(arrow);
			arrow.textContent = sign > 0 ? "\u00a0▲" : "\u00a0▼";
		}
		return current && sorter.selectedOptions[0].textContent;
	};
}

// Copying; where forbidden, the text is marked.
for (const button of all("[data-copy]")) on(button, "click", async () => {
	const text = document.getElementById(button.dataset.copy);
	const status = button.nextElementSibling;
	status.textContent = "";
	try {
		await navigator.clipboard.writeText(text.href ?? text.textContent.trim());
		status.textContent = button.dataset.done;
	} catch { getSelection().selectAllChildren(text); }
});

// Paper folds nothing.
let folded = [];
on(window, "beforeprint", () => {
	folded = all("main details:not([open], .cites *)");
	for (const details of folded) details.open = 1;
});
on(window, "afterprint", () => { for (const details of folded) details.open = 0; });

// The search. Its index is a script: from a disk no other loads.
const dialog = one("#search");
const opener = one("[data-search]");
if (!dialog?.showModal || !opener) return;
const input = one("[type=search]", dialog);
const status = one("[role=status]", dialog);
const found = one(".found", dialog);
const box = one("[type=checkbox]", dialog);
const at = (path) => path[0] === "#" ? path : new URL("../" + path, address);
const letters = { ø: "o", ł: "l", đ: "d", ı: "i", ß: "ss", æ: "ae", œ: "oe" };
// Scripts without spaces: any part fits.
const spaceless = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}]/u;
// Small letters, no accents, a space before each word.
const fold = (text) => (" " + text.toLowerCase()).normalize("NFKD").replace(/[\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670]/g, "")
	.replace(/[øłđıßæœ]/g, (letter) => letters[letter]).replace(/[^\p{L}\p{N}\p{M}]+/gu, " ");

let loading;
const index = () => loading ??= new Promise((resolve, reject) => window.briefIndex ? resolve(briefIndex) :
	document.head.append(make("script", { src: at("search-index.js"), onload: () => resolve(briefIndex), onerror: reject }))
).then(({ items, ...rest }) => ({
	...rest, items: items.map(([kind, title, path, note = "", more = ""]) =>
		({ kind, title, path, note, name: fold(title), text: fold(`${title} ${note} ${more}`) })),
}));

on(input, "input", async () => {
	const typed = input.value;
	const query = fold(typed).trim();
	const words = query.split(" ");
	const holds = (text) => words.every((word) => text.includes(spaceless.test(word) ? word : " " + word));
	const { items, kinds, found: forms, none } = await index();
	if (typed !== input.value) return;
	const hits = query ? items.filter((item) => holds(item.text)) : [];
	// Best: names beginning so, then short ones.
	for (const hit of hits) hit.rank = hit.name.startsWith(" " + query) ? 2 : holds(hit.name) ? 1 + 1 / hit.name.length : 0;
	hits.sort((left, right) => right.rank - left.rank);
	found.replaceChildren(...[...new Set(hits.map((hit) => hit.kind))].map((kind) => {
		const group = hits.filter((hit) => hit.kind === kind);
		return make("section", {}, make("h2", { textContent: `${kinds[kind]} (${digits(group.length, forms)})` }), make("ul", {}, ...group.slice(0, 20).map((hit) =>
			make("li", {}, make("a", { href: at(hit.path), textContent: hit.title }), make("span", { className: "role", textContent: hit.note })))));
	}));
	status.textContent = query && (hits.length ? phrase(forms, hits.length) : none);
});

const open = (event) => {
	event.preventDefault();
	index().catch(() => location.assign(opener.href));
	dialog.showModal();
	input.select();
};
opener.ariaHasPopup = "dialog";
on(opener, "click", (event) => { event.ctrlKey || event.metaKey || event.shiftKey || open(event); });
on(found, "click", (event) => { if (event.target.closest("a")) dialog.close(); });
dialog.setAttribute("closedby", "any");
on(dialog, "keydown", (event) => {
	const { key, target, isComposing } = event;
	if (isComposing) return;
	const links = all("a", found);
	const place = links.indexOf(target);
	if (key === "ArrowDown") links[place + 1]?.focus();
	else if (key === "ArrowUp") (links[place - 1] ?? input).focus();
	else if (key === "Enter" && target === input) links[0]?.click();
	else if (key === "Escape") dialog.close();
	else return;
	event.preventDefault();
});
// A key alone is in the way of who speaks to the machine.
try { box.checked = localStorage.briefKey !== "off"; } catch { box.checked = true; }
on(box, "change", () => { try { localStorage.briefKey = box.checked ? "on" : "off"; } catch {} });
on(window, "keydown", (event) => {
	if (event.key === "/" && box.checked && !(dialog.open || event.ctrlKey || event.metaKey) && !event.target.closest?.("input, select, textarea")) open(event);
});
})();
