// What scripts add to pages that work without them: shortcuts, small menus that close, the colour
// switch without a reload, definitions beside figures, a word when a part could not be fetched.
"use strict";

document.documentElement.classList.add("has-script");

const isWriting = (place) =>
  place instanceof HTMLElement &&
  (place.isContentEditable || place.matches("input:not([type=checkbox], [type=radio]), textarea, select"));

// Shortcuts ------------------------------------------------------------------------------------
let lastKey = { key: "", at: 0 };

function act(event, done) {
  event.preventDefault();
  done();
}

function pressed(event) {
  if ((event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === "s") {
    const form = document.activeElement?.closest("form") ?? document.querySelector("form[data-save]");
    if (form) act(event, () => form.requestSubmit());
    return;
  }
  if (event.ctrlKey || event.metaKey || event.altKey || isWriting(event.target)) return;
  if (document.querySelector("dialog[open]")) return;
  const followsG = lastKey.key === "g" && event.timeStamp - lastKey.at < 1500;
  lastKey = { key: event.key, at: event.timeStamp };
  if (event.key === "/") {
    const search = document.querySelector('[data-shortcut="/"], input[type="search"]');
    const elsewhere = document.body.dataset.search;
    if (search) act(event, () => search.focus());
    else if (elsewhere) act(event, () => location.assign(`${elsewhere}#search`));
  } else if (event.key === "n") {
    const maker = document.querySelector('[data-shortcut="n"]');
    if (maker) act(event, () => maker.click());
  } else if (event.key === "d" && followsG) {
    act(event, () => document.querySelector(".bar-name")?.click());
  } else if (event.key === "?") {
    act(event, () => document.getElementById("shortcuts")?.showModal());
  }
}
document.addEventListener("keydown", pressed);

// An empty date looks empty: what the browser writes in it is grey ------------------------------
document.addEventListener("input", ({ target }) => {
  if (target instanceof HTMLInputElement && target.type === "date") {
    target.toggleAttribute("data-filled", target.value !== "");
  }
});

// Menus: one open at a time, closed by Escape and by a press elsewhere --------------------------
function closeDrops(except) {
  for (const drop of document.querySelectorAll("details[data-drop][open]")) {
    if (drop !== except) drop.open = false;
  }
}
document.addEventListener("click", (event) => {
  closeDrops(event.target.closest("details[data-drop]"));
  if (event.target.closest("[data-open-shortcuts]")) document.getElementById("shortcuts")?.showModal();
});
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  const open = document.querySelector("details[data-drop][open]");
  if (open) {
    open.open = false;
    open.querySelector("summary").focus();
  }
  hideDefinition();
});

// Colours: shown at once, kept by the same address that the form posts to ------------------------
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (!form.matches("[data-theme-switch]") || !event.submitter) return;
  event.preventDefault();
  document.documentElement.dataset.bsTheme = event.submitter.value;
  for (const button of form.querySelectorAll("button")) {
    button.setAttribute("aria-pressed", String(button === event.submitter));
  }
  const kept = new FormData(form, event.submitter);
  fetch(form.action, { method: "POST", body: kept, redirect: "manual" }).catch(failed);
});

// Definitions: on hover, on focus, and on the first tap ------------------------------------------
let shown = null;

function hideDefinition() {
  if (!shown) return;
  shown.link.removeAttribute("aria-describedby");
  shown.note.remove();
  shown = null;
}

function showDefinition(link, { tapped = false } = {}) {
  if (shown?.link === link) return;
  hideDefinition();
  if (link.title) {
    link.dataset.definition = link.title;
    link.removeAttribute("title");
  }
  const note = document.createElement("div");
  note.id = "figure-definition";
  note.className = "figure-definition";
  note.setAttribute("role", "tooltip");
  note.textContent = link.dataset.definition;
  if (tapped) {
    const again = document.createElement("em");
    again.textContent = document.body.dataset.again;
    note.append(again);
  }
  (link.closest("main") ?? document.body).append(note);
  const box = link.getBoundingClientRect();
  const left = Math.min(box.left, document.documentElement.clientWidth - note.offsetWidth - 12);
  const below = box.bottom + 6 + note.offsetHeight < window.innerHeight;
  note.style.left = `${Math.max(12, left) + window.scrollX}px`;
  note.style.top = `${(below ? box.bottom + 6 : box.top - note.offsetHeight - 6) + window.scrollY}px`;
  link.setAttribute("aria-describedby", note.id);
  shown = { link, note };
}

const definedLink = (target) =>
  target instanceof Element ? target.closest("a:is(.figure, .figure-link):is([title], [data-definition])") : null;

document.addEventListener("pointerover", (event) => {
  if (event.pointerType === "touch") return;
  const link = definedLink(event.target);
  if (link) showDefinition(link);
  else if (!event.target.closest?.(".figure-definition") && shown?.link !== document.activeElement) hideDefinition();
});
document.addEventListener("focusin", (event) => {
  const link = definedLink(event.target);
  if (link && link.matches(":focus-visible")) showDefinition(link);
  else if (shown?.link !== event.target) hideDefinition();
});
document.addEventListener("click", (event) => {
  const link = definedLink(event.target);
  if (link && event.pointerType === "touch" && shown?.link !== link) {
    event.preventDefault();
    showDefinition(link, { tapped: true });
  } else if (!link) {
    hideDefinition();
  }
}, true);

// Errors -----------------------------------------------------------------------------------------
function failed() {
  const place = document.getElementById("messages");
  if (!place || place.querySelector("[data-failure]")) return;
  const message = document.createElement("div");
  message.className = "message is-error";
  message.dataset.failure = "";
  message.textContent = document.body.dataset.failed;
  place.append(message);
}
document.addEventListener("htmx:responseError", failed);
document.addEventListener("htmx:sendError", failed);
// A whole page instead of a part: the session has ended. It is opened as the page it is, unless
// something written would be lost with it.
document.addEventListener("htmx:beforeSwap", (event) => {
  const { xhr, elt, target } = event.detail;
  if (target === document.body || !/^\s*<!doctype/i.test(xhr.responseText)) return;
  event.detail.shouldSwap = false;
  if (elt.closest("form")?.querySelector("textarea")) failed();
  else window.location.reload();
});
document.addEventListener("htmx:afterRequest", (event) => {
  if (event.detail.successful) document.querySelector("[data-failure]")?.remove();
});

// Focus: where the page says, and never lost when the part that held it is exchanged ------------
document.querySelector("[data-focus]")?.focus();
if (location.hash === "#search") document.getElementById("search")?.focus();

let heldFocus = false;
document.addEventListener("htmx:beforeSwap", ({ detail }) => {
  heldFocus = document.activeElement !== document.body && detail.target.contains(document.activeElement);
});
document.addEventListener("htmx:afterSettle", ({ target: part }) => {
  const asked = part.querySelector?.("[data-focus]");
  if (asked) {
    asked.focus();
  } else if (heldFocus && document.activeElement === document.body) {
    part.tabIndex = -1;
    part.focus({ preventScroll: true });
  }
  heldFocus = false;
});
