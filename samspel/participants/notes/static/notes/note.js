// The sheet of a note: it says so where a text could not be kept, tries again, and holds the page.
// Nothing of a note is ever stored in the browser: machines are shared.
"use strict";

(() => {
  const form = document.querySelector("form[data-note]");
  if (!form) return;
  const area = form.querySelector("textarea");
  const state = document.getElementById("note-state");
  const FIRST_WAIT = 4000;
  const LONGEST_WAIT = 30000;
  let wait = FIRST_WAIT;
  let timer = null;
  let sent = null;
  let isLeaving = false;

  const written = () => ["text", "kind", "on", "parties"].map((name) => form.elements[name]?.value ?? "").join("\u0000");
  let acknowledged = written();

  const tell = (which) => {
    for (const trouble of form.querySelectorAll("[data-trouble]")) trouble.hidden = trouble.dataset.trouble !== which;
  };
  // A session that has ended answers with the page for signing in, which is not the note's state.
  const isState = (xhr) => xhr.status === 200 && xhr.responseText.includes("data-state");

  // Signing in in another window gives a new token; the old one in this page would be refused.
  const token = () => document.cookie.match(/(?:^|; )csrftoken=([^;]+)/)?.[1];
  function renewToken() {
    const renewed = token();
    if (renewed) form.elements.csrfmiddlewaretoken.value = renewed;
    return renewed;
  }

  document.addEventListener("htmx:configRequest", (event) => {
    if (event.detail.elt !== form) return;
    sent = written();
    const renewed = renewToken();
    if (!renewed) return;
    event.detail.parameters.csrfmiddlewaretoken = renewed;
    event.detail.headers["X-CSRFToken"] = renewed;
  });
  document.addEventListener("htmx:beforeSwap", (event) => {
    if (event.detail.requestConfig?.elt === form && !isState(event.detail.xhr)) event.detail.shouldSwap = false;
  });
  document.addEventListener("htmx:afterRequest", (event) => {
    if (event.detail.elt !== form) return;
    clearTimeout(timer);
    const { xhr } = event.detail;
    if (event.detail.successful && isState(xhr)) {
      wait = FIRST_WAIT;
      tell("");
      // Where two pages met or something was not kept, leaving would lose it.
      if (!/note-meeting|note-fault/.test(xhr.responseText)) acknowledged = sent;
      return;
    }
    tell(xhr.status === 200 ? "out" : "lost");
    timer = setTimeout(() => htmx.trigger(form, "keep"), wait);
    wait = Math.min(wait * 2, LONGEST_WAIT);
  });

  // The button for the draft, and Ctrl+S, keep it in place; the other buttons send the page.
  form.addEventListener("submit", (event) => {
    const button = event.submitter;
    if (!button || button.hasAttribute("data-keep")) {
      event.preventDefault();
      htmx.trigger(form, "keep");
      return;
    }
    renewToken();
    isLeaving = true;
  });
  window.addEventListener("beforeunload", (event) => {
    if (!isLeaving && written() !== acknowledged) event.preventDefault();
  });
  window.addEventListener("pageshow", () => { isLeaving = false; });
  window.addEventListener("online", () => {
    if (form.querySelector("[data-trouble]:not([hidden])")) htmx.trigger(form, "keep");
  });
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden" ? written() !== acknowledged : form.querySelector("[data-trouble]:not([hidden])")) {
      htmx.trigger(form, "keep");
    }
  });
  if (area.value && !state.querySelector(".note-meeting")) area.setSelectionRange(area.value.length, area.value.length);
})();
