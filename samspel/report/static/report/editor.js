// The report's editor: a copy of every unsaved text stays in the browser until the server has it,
// and what could not be sent is sent again. Saving itself is a form; without scripts it is a button.
"use strict";

(() => {
  const sheet = crypto.randomUUID ? crypto.randomUUID() : `${Date.now()}-${Math.random()}`.slice(0, 40);
  const FIRST_WAIT = 4000;
  const LONGEST_WAIT = 30000;
  let turn = 0;
  const editors = new Map();

  const storage = {
    read(key) {
      try { return localStorage.getItem(key); } catch { return null; }
    },
    write(key, text) {
      try { localStorage.setItem(key, text); } catch { /* a full or forbidden store costs only the copy */ }
    },
    drop(key) {
      try { localStorage.removeItem(key); } catch { /* nothing to drop */ }
    },
  };

  function begin(form) {
    const area = form.querySelector("textarea");
    const editor = {
      form, area, key: `samspel-text:${form.dataset.editor}`, acknowledged: area.value, sent: null,
      wait: FIRST_WAIT, timer: null, isWholePage: false,
    };
    editors.set(form, editor);
    offerKept(editor);
    area.addEventListener("input", () => storage.write(editor.key, area.value));
  }

  function offerKept(editor) {
    const kept = storage.read(editor.key);
    const notice = editor.form.querySelector("[data-kept]");
    if (kept === null || kept === editor.area.value) {
      storage.drop(editor.key);
      return;
    }
    notice.hidden = false;
    notice.querySelector("[data-take-kept]").addEventListener("click", () => {
      notice.hidden = true;
      editor.area.value = kept;
      editor.area.dispatchEvent(new Event("input", { bubbles: true }));
      editor.area.focus();
    });
    notice.querySelector("[data-drop-kept]").addEventListener("click", () => {
      notice.hidden = true;
      storage.drop(editor.key);
      editor.area.focus();
    });
  }

  function reached(editor) {
    editor.acknowledged = editor.sent;
    editor.wait = FIRST_WAIT;
    editor.form.querySelector("[data-offline]").hidden = true;
    if (editor.area.value === editor.sent) storage.drop(editor.key);
  }

  function missed(editor) {
    editor.form.querySelector("[data-offline]").hidden = false;
    clearTimeout(editor.timer);
    editor.timer = setTimeout(() => htmx.trigger(editor.form, "retry"), editor.wait);
    editor.wait = Math.min(editor.wait * 2, LONGEST_WAIT);
  }

  const editorOf = (event) => editors.get(event.detail.elt);
  // A session that has ended answers with the page for signing in, which is not the text's state.
  const isState = (event) => event.detail.xhr.status === 200 && event.detail.xhr.responseText.includes("data-state");

  document.addEventListener("htmx:configRequest", (event) => {
    const editor = editorOf(event);
    if (!editor) return;
    turn += 1;
    event.detail.parameters["sheet"] = sheet;
    event.detail.parameters["turn"] = String(turn);
    editor.sent = editor.area.value;
  });
  document.addEventListener("htmx:beforeSwap", (event) => {
    const editor = editors.get(event.detail.requestConfig?.elt);
    if (editor && !isState(event)) event.detail.shouldSwap = false;
  });
  document.addEventListener("htmx:afterRequest", (event) => {
    const editor = editorOf(event);
    if (!editor) return;
    if (event.detail.successful && isState(event)) reached(editor);
    else missed(editor);
  });
  // Two buttons change what the page itself shows, so they take the plain way of the form.
  document.addEventListener("click", (event) => {
    const button = event.target.closest?.("[data-whole-page]");
    const editor = button && editors.get(button.form);
    if (!editor) return;
    event.preventDefault();
    const extra = document.createElement("input");
    extra.type = "hidden";
    extra.name = button.name;
    extra.value = button.value;
    editor.form.append(extra);
    editor.isWholePage = true;
    storage.drop(editor.key);
    editor.form.submit();
  });
  window.addEventListener("beforeunload", (event) => {
    for (const editor of editors.values()) {
      if (!editor.isWholePage && editor.area.value !== editor.acknowledged) event.preventDefault();
    }
  });
  window.addEventListener("online", () => {
    for (const editor of editors.values()) {
      if (!editor.form.querySelector("[data-offline]").hidden) htmx.trigger(editor.form, "retry");
    }
  });

  document.querySelectorAll("form[data-editor]").forEach(begin);
})();
