"use strict";
// The pages of isuplan serve. All words and figures come from the server; what is here puts them
// into the page and brings changes back.
(() => {
  const page = document.body.dataset;
  const plan = page.plan;
  const by = (id) => document.getElementById(id);
  const paper = by("paper");
  const dialog = by("place");
  const url = (path, more) => path + "?" + new URLSearchParams({ plan, ...more });

  // say tells what became of something, for eyes and ears.
  let saying = 0;
  function say(sentence) {
    by("said").textContent = sentence;
    clearTimeout(saying);
    saying = setTimeout(() => { by("said").textContent = ""; }, 8000);
  }

  // change asks for a change of the plan's file.
  async function change(kind, more) {
    try {
      const answer = await fetch("/change", { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify({ plan, kind, ...more }) });
      if (!answer.ok) { return { ok: false, message: (await answer.text()).trim() }; }
      return await answer.json();
    } catch {
      return { ok: false, message: "isuplan does not answer. Whether this was written, the file says; start isuplan serve again." };
    }
  }
  const gone = "isuplan does not answer; start isuplan serve again.";

  // ----- the document: new versions take the place of old blocks

  const bare = (e) => e.outerHTML.replace(/ data-at="[^"]*"| tabindex="[^"]*"| class="fresh"/g, "").replace(/ fresh"/g, "\"");
  const blocksOf = (root) => {
    const main = root.querySelector("main, article") || root;
    return { main, list: [...main.children] };
  };

  // patch puts the blocks of a new version where they differ, and marks those with other words.
  function patch(html) {
    const next = document.createElement("template");
    next.innerHTML = html;
    const now = blocksOf(next.content);
    const old = blocksOf(paper);
    if (old.list.length === 0 || now.list.length === 0) {
      paper.replaceChildren(next.content);
      return;
    }
    const first = anchor(old.list);
    const a = old.list.map(bare);
    const b = now.list.map(bare);
    let head = 0;
    while (head < a.length && head < b.length && a[head] === b[head]) { head++; }
    let tail = 0;
    while (tail < a.length - head && tail < b.length - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) { tail++; }
    for (let i = 0; i < now.list.length; i++) { // what only stands elsewhere in the file now
      const same = i < head ? old.list[i] : i >= b.length - tail ? old.list[a.length - b.length + i] : null;
      if (same) { repoint(same, now.list[i]); }
    }
    const fresh = now.list.slice(head, b.length - tail);
    const gone = old.list.slice(head, a.length - tail);
    const known = new Set(gone.map(bare));
    for (const e of fresh) { if (!known.has(bare(e))) { mark(e, gone); } }
    const behind = old.list[a.length - tail] || null;
    for (const e of gone) { e.remove(); }
    for (const e of fresh) { old.main.insertBefore(e, behind); }
    restore(first, old.main);
  }

  const parted = "tr, li, p, h1, h2, h3, h4, h5, h6, figure";

  // mark shows for a moment what is new: of a list or a table, only what is.
  function mark(block, gone) {
    const parts = block.querySelectorAll(parted);
    const before = new Set();
    for (const g of gone) { for (const e of g.querySelectorAll(parted)) { before.add(bare(e)); } }
    let marked = false;
    for (const e of parts) { if (before.size > 0 && !before.has(bare(e))) { e.classList.add("fresh"); marked = true; } }
    if (!marked) { block.classList.add("fresh"); }
  }

  // repoint gives a block that says the same the places of its new version.
  function repoint(old, now) {
    const from = now.querySelectorAll("[data-at]");
    const to = old.querySelectorAll("[data-at]");
    if (from.length !== to.length) { return; }
    to.forEach((e, i) => { e.dataset.at = from[i].dataset.at; });
    if (now.dataset.at) { old.dataset.at = now.dataset.at; }
  }

  // anchor is the block at the top of the window, so that the reader stays where they are.
  function anchor(list) {
    for (let i = 0; i < list.length; i++) {
      const box = list[i].getBoundingClientRect();
      if (box.bottom > 0) { return { i, element: list[i], words: bare(list[i]), top: box.top }; }
    }
    return null;
  }
  function restore(first, main) {
    if (!first) { return; }
    const list = [...main.children];
    const e = first.element.isConnected ? first.element : list.find((x) => bare(x) === first.words) || list[Math.min(first.i, list.length - 1)];
    if (e) { window.scrollBy({ top: e.getBoundingClientRect().top - first.top, behavior: "instant" }); }
  }

  // show shows a version.
  function show(view) {
    patch(view.document);
    rove();
    const open = new Set([...document.querySelectorAll("#findings details[open]")].map((d) => (d.closest("[data-print]") || { dataset: {} }).dataset.print));
    const typed = new Map([...document.querySelectorAll("#findings [data-print] form")].map((f) => [f.closest("[data-print]").dataset.print, [...f.elements].map((e) => e.value)]));
    const active = document.activeElement.closest ? document.activeElement.closest("#findings [data-print]") : null;
    const name = document.activeElement.name;
    by("findings").innerHTML = view.findings;
    for (const li of document.querySelectorAll("#findings [data-print]")) { // what somebody was about to write stays
      const id = li.dataset.print;
      if (open.has(id)) { for (const d of li.querySelectorAll("details")) { d.open = true; } }
      const values = typed.get(id);
      if (values) { [...li.querySelector("form")?.elements || []].forEach((e, i) => { if (e.tagName !== "BUTTON") { e.value = values[i]; } }); }
      if (active && active.dataset.print === id) { (name ? li.querySelector(`[name="${name}"]`) : li.querySelector("button"))?.focus(); }
    }
    by("status").textContent = view.status;
    by("undo").disabled = !view.undo;
  }

  // listen shows each version as it comes, while the page is looked at: a browser has only some
  // connections for all its pages.
  let events = null;
  let lost = 0;
  let problem = ""; // what the last version said
  const trouble = (sentence) => {
    by("problem").textContent = sentence;
    by("problem").hidden = !sentence;
  };
  const found = () => {
    clearTimeout(lost);
    lost = 0;
    trouble(problem);
  };
  function listen() {
    if (events) { events.close(); }
    events = null;
    if (document.hidden) { return; }
    events = new EventSource(url("/events", { version: page.seen || "0" }));
    events.onopen = found;
    events.onmessage = (e) => {
      page.seen = e.lastEventId;
      const view = JSON.parse(e.data);
      problem = view.problem || "";
      found();
      show(view);
    };
    events.onerror = () => {
      if (!lost) { lost = setTimeout(() => trouble("isuplan does not answer any more; this is what it showed last. Start isuplan serve again."), 3000); }
    };
  }

  // ----- by keyboard: one stop for the document, arrows within it

  let at = 0;
  const stops = () => [...paper.querySelectorAll("h1, h2, h3, h4, h5, h6, p, li, td, th, caption, dt, dd")].filter((e) => e.matches("[data-at]") || e.querySelector("[data-at]"));
  function rove() {
    const list = stops();
    at = Math.min(at, list.length - 1);
    list.forEach((e, i) => { e.tabIndex = i === at ? 0 : -1; });
  }
  function onKey(e) {
    const list = stops();
    const here = list.indexOf(e.target);
    if (here < 0) { return; }
    const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1, PageDown: 10, PageUp: -10 }[e.key];
    const to = e.key === "Home" ? 0 : e.key === "End" ? list.length - 1 : step ? Math.max(0, Math.min(list.length - 1, here + step)) : -1;
    if (to >= 0) {
      e.preventDefault();
      at = to;
      rove();
      list[to].focus();
    } else if (e.key === "Enter") {
      e.preventDefault();
      openPlace((e.target.matches("[data-at]") ? e.target : e.target.querySelector("[data-at]")).dataset.at, e.target);
    }
  }

  // ----- a place: where it was written, how it came about, and its text to be changed

  let opener = null;
  async function openPlace(where, from, of) {
    let answer;
    try {
      answer = await fetch(url("/place", { at: where, ...(of ? { of } : {}) }));
    } catch {
      say(gone);
      return;
    }
    const text = await answer.text();
    if (!answer.ok) { say(text.trim()); return; }
    if (!dialog.open) { opener = from || document.activeElement; }
    dialog.innerHTML = text;
    if (!dialog.open) { dialog.showModal(); }
    const field = dialog.querySelector("[name=text]");
    if (field) { field.focus(); } else { dialog.querySelector("button").focus(); }
  }

  // reveal scrolls the document to the text that a finding is about.
  function reveal(where) {
    if (!paper) { return; }
    const from = parseInt(where, 10);
    let best = null;
    for (const e of paper.querySelectorAll("[data-at]")) {
      const m = /^(\d+)-(\d+)/.exec(e.dataset.at);
      if (m && +m[1] <= from && from <= +m[2]) { best = e; break; }
    }
    if (best) { best.scrollIntoView({ block: "center", behavior: "instant" }); }
  }

  async function writeText(form) {
    const field = form.elements.text;
    const answer = await change("text", { path: form.dataset.path, was: form.dataset.was, text: field.value });
    if (answer.ok) {
      dialog.close();
      say(answer.message);
      return;
    }
    const clash = form.querySelector(".clash");
    clash.hidden = false;
    clash.textContent = answer.message + (answer.now ? " The file has: " + answer.now : "");
    if (answer.now) { form.dataset.was = answer.now.split(/\s+/).filter(Boolean).join(" "); }
  }

  async function act(kind, more) {
    const answer = await change(kind, more);
    say(answer.message);
    return answer;
  }

  // ----- the budget: values that are tried out

  const tried = () => [...by("whatif").querySelectorAll("input[data-was]")].filter((e) => e.value.trim() !== "" && e.value.trim() !== e.dataset.was);
  let waiting = 0;
  let asked = 0;
  async function compute() {
    const form = by("whatif");
    for (const e of form.querySelectorAll("input[data-was]")) { e.classList.toggle("other", e.value.trim() !== e.dataset.was); }
    const mine = ++asked;
    const more = {};
    for (const e of tried()) { more[e.name] = e.value.trim(); }
    let answer;
    try {
      answer = await fetch(url("/budget", more));
    } catch {
      say(gone);
      return;
    }
    const text = await answer.text();
    if (mine !== asked) { return; } // a later one is on its way
    if (!answer.ok) { say(text.trim()); return; }
    const next = new DOMParser().parseFromString(text, "text/html");
    for (const e of document.querySelectorAll("[data-cell]")) {
      const now = next.querySelector(`[data-cell="${CSS.escape(e.dataset.cell)}"]`);
      e.textContent = now ? now.textContent : "";
    }
    for (const id of ["assumed", "write", "reset", "problem"]) { by(id).hidden = next.getElementById(id).hidden; }
    by("problem").textContent = next.getElementById("problem").textContent;
  }

  // ----- what is clicked and typed

  document.addEventListener("click", (e) => {
    const place = e.target.closest("[data-place]");
    const item = e.target.closest("[data-print]");
    if (place) {
      if (item) { reveal(place.dataset.place); }
      openPlace(place.dataset.place, place, item || !paper ? "file" : "");
      return;
    }
    if (item && e.target.matches("[data-fix]")) { act("fix", { print: item.dataset.print }); return; }
    if (item && e.target.matches("[data-done]")) { act("done", { print: item.dataset.print }); return; }
    if (!paper || !paper.contains(e.target)) { return; }
    const anchorTo = e.target.closest("a[href^='#']");
    if (anchorTo || e.target.closest("a[href]")) { return; }
    const spot = e.target.closest("[data-at]");
    if (spot && String(window.getSelection()) === "") { openPlace(spot.dataset.at, spot.closest("[tabindex]") || spot); }
  });

  document.addEventListener("submit", (e) => {
    const form = e.target;
    if (form.matches("[data-text]")) {
      e.preventDefault();
      writeText(form);
    } else if (form.matches("[data-waive]")) {
      e.preventDefault();
      act("waive", { print: form.closest("[data-print]").dataset.print, reason: form.elements.reason.value, approved: form.elements.approved.value });
    } else if (form.id === "whatif") {
      e.preventDefault();
      compute();
    }
  });

  document.addEventListener("keydown", (e) => {
    if (paper && (e.ctrlKey || e.metaKey) && e.key === "z" && !e.target.matches("input, textarea, select")) {
      e.preventDefault();
      act("undo", {});
    }
    if ((e.ctrlKey || e.metaKey) && e.key === "Enter" && e.target.form && e.target.form.matches("[data-text]")) { writeText(e.target.form); }
  });

  if (dialog) { dialog.addEventListener("close", () => { if (opener && opener.isConnected) { opener.focus(); } }); }
  if (paper) {
    paper.addEventListener("keydown", onKey);
    paper.addEventListener("focusin", (e) => { const i = stops().indexOf(e.target); if (i >= 0 && i !== at) { at = i; rove(); } });
    by("undo").addEventListener("click", () => act("undo", {}));
    problem = by("problem").textContent;
    rove();
    listen();
    document.addEventListener("visibilitychange", listen);
  }
  if (by("whatif")) {
    by("whatif").addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(compute, 150); });
    by("reset").addEventListener("click", () => { for (const e of document.querySelectorAll("input[data-was]")) { e.value = e.dataset.was; } compute(); });
    by("write").addEventListener("click", async () => {
      const answer = await act("set", { set: tried().map((e) => e.name.slice(2) + "=" + e.value.trim()) });
      if (answer.ok) { location.assign(url("/budget", {})); }
    });
  }
})();
