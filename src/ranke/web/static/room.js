// The keys of the reading room. Every page works without this.
"use strict";
(() => {
  const rows = () => [...document.querySelectorAll("main .row")].filter((row) => row.getClientRects().length);
  let at = -1;

  const show = (number) => {
    const all = rows();
    if (!all.length) return;
    at = Math.max(0, Math.min(number, all.length - 1));
    all.forEach((row, one) => row.classList.toggle("here-now", one === at));
    const row = all[at];
    row.scrollIntoView({ block: "nearest" });
    const link = row.querySelector("[data-open]") || row.querySelector("a");
    if (link) link.focus({ preventScroll: true });
  };

  const judge = (key) => {
    const doubts = [...document.querySelectorAll(".doubt")];
    const row = doubts.find((one) => one.classList.contains("here-now")) || doubts[0];
    const form = row && row.querySelector(`form[data-key="${key}"]`);
    if (form) form.requestSubmit();
    return Boolean(form);
  };

  const keys = {
    "/": () => {
      const field = document.querySelector("#seek");
      if (field) { field.focus(); field.select(); }
      return Boolean(field);
    },
    j: () => { show(at + 1); return true; },
    k: () => { show(at - 1); return true; },
    y: () => judge("y"),
    n: () => judge("n"),
    h: () => judge("h"),
    u: () => {
      const form = document.querySelector("#undo");
      if (form) form.requestSubmit();
      return Boolean(form);
    },
    "?": () => {
      const help = document.querySelector("#keys");
      if (help && !help.open) help.showModal();
      return Boolean(help);
    },
    Escape: () => {
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
      rows().forEach((row) => row.classList.remove("here-now"));
      at = -1;
      return false;
    },
  };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const field = event.target instanceof Element && event.target.closest("input, select, textarea, dialog[open]");
    if (field && event.key !== "Escape") return;
    const act = keys[event.key];
    if (act && act()) event.preventDefault();
  });

  // A form is sent without the fields that were left empty, so that addresses stay short.
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (form.method !== "get") return;
    for (const field of form.elements) if (field.name && !field.value) field.disabled = true;
    window.addEventListener("pageshow", () => { for (const field of form.elements) field.disabled = false; }, { once: true });
  });

  // Words that an address names only after its # are marked here; pieces are counted in characters, as the record does.
  const mark = () => {
    const found = /^#s(\d+)-(\d+)$/.exec(location.hash);
    if (!found) return;
    const [first, last] = [Number(found[1]), Number(found[2])];
    document.querySelectorAll(".text .chosen").forEach((piece) => piece.classList.remove("chosen"));
    for (const paragraph of document.querySelectorAll(".text [data-from]")) {
      let start = Number(paragraph.dataset.from);
      for (const node of [...paragraph.childNodes]) {
        const turns = node instanceof Element && node.classList.contains("turn");
        const end = start + (turns ? 1 : [...node.textContent].length);
        if (start < last && end > first && end > start) {
          let piece = node;
          if (!(node instanceof Element)) {
            piece = document.createElement("span");
            node.replaceWith(piece);
            piece.append(node);
          }
          piece.classList.add("chosen");
        }
        start = end;
      }
    }
  };
  window.addEventListener("hashchange", mark);
  mark();
})();
