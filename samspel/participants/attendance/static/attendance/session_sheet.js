// The sheet of a session: a tap shows at once, is kept in the browser and then sent. Arrows go
// from person to person and among the four buttons, Home and End to the first and the last person.
"use strict";

(() => {
  const sheet = document.getElementById("session-sheet");
  const words = sheet.dataset;
  const kept = new KeptTaps(words.user);
  const rows = () => [...sheet.querySelectorAll("li[data-episode]")];
  const rowOf = (episode) => sheet.querySelector(`li[data-episode="${CSS.escape(episode)}"]`);
  const buttons = (row) => [...row.querySelectorAll("button.presence")];

  const sender = new TapSender(kept, {
    user: words.user,
    address: words.taps,
    shown: words.session,
    token: document.querySelector("#session-sheet [name=csrfmiddlewaretoken]")?.value
      ?? JSON.parse(document.body.getAttribute("hx-headers"))["X-CSRFToken"],
    told,
    changed,
  });

  // What a row shows: what the server has of it, or what was tapped since ----------------------
  function show(row, presence) {
    row.dataset.presence = presence;
    // What is taken back is what the row shows now, not what it showed when the page was made.
    const seen = row.querySelector("[data-take-back] [name=seen]");
    if (seen) seen.value = presence;
    for (const button of buttons(row)) {
      button.setAttribute("aria-pressed", String(button.value === presence));
    }
  }

  function mark(row, isWaiting) {
    const word = row.querySelector("[data-waits]");
    if (!isWaiting) return word?.remove();
    if (word) return;
    const made = document.createElement("span");
    made.className = "mark is-due";
    made.dataset.waits = "";
    made.textContent = words.waits;
    row.querySelector(".presence-who").append(" ", made);
  }

  function showKept(isWaiting) {
    const here = kept.all().filter((tap) => tap.session === words.session);
    const waiting = new Set(here.map((tap) => tap.episode));
    for (const tap of here) {
      const row = rowOf(tap.episode);
      if (row) show(row, tap.presence);
    }
    for (const row of rows()) mark(row, isWaiting && waiting.has(row.dataset.episode));
  }

  // Tapping ------------------------------------------------------------------------------------
  // Outside of a secure context, as in a demo over plain HTTP, there is no randomUUID.
  function newId() {
    if (crypto.randomUUID) return crypto.randomUUID();
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    bytes[6] = (bytes[6] & 0x0f) | 0x40;
    bytes[8] = (bytes[8] & 0x3f) | 0x80;
    const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
    return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
  }

  function tap(row, presence) {
    const seen = row.dataset.presence;
    if (seen === presence) return;
    const { episode } = row.dataset;
    const at = new Date().toISOString();
    kept.keep({ id: newId(), session: words.session, episode, presence, seen, at });
    show(row, presence);
  }

  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (form.matches("[data-tap]") && event.submitter) {
      event.preventDefault();
      tap(form.closest("li"), event.submitter.value);
    } else if (form.matches("[data-all-present]")) {
      event.preventDefault();
      for (const row of rows()) if (!row.dataset.presence) tap(row, "present");
    } else if (form.matches("[data-take-back]") && kept.all().length) {
      // What is still on its way would arrive after it was taken back: it is sent first.
      event.preventDefault();
    } else {
      return;
    }
    sender.send();
  });

  // What the server says -----------------------------------------------------------------------
  function told(said, taps) {
    const still = new Set(kept.all().map((each) => each.episode));
    for (const [episode, html] of Object.entries(said.rows ?? {})) {
      const row = rowOf(episode);
      // A row that looks right is left alone: exchanged under a thumb, it would swallow a tap.
      const fresh = document.createRange().createContextualFragment(html).firstElementChild;
      const isRight = row && row.dataset.state === fresh.dataset.state;
      if (!row || still.has(episode)) continue;
      if (isRight || (!fresh.querySelector(".conflict") && !row.querySelector(".conflict"))) {
        row.dataset.state = fresh.dataset.state;
        show(row, fresh.dataset.presence);
      } else {
        htmx.swap(row, html, { swapStyle: "outerHTML" });
      }
    }
    if (said.counts) htmx.swap("#session-counts", said.counts, { swapStyle: "outerHTML" });
    tellOf(said, taps);
  }

  function tellOf(said, taps) {
    const about = new Map(taps.map((each) => [each.id, each.episode]));
    const sentences = said.answers.filter((each) => each.why).map((each) => {
      const name = rowOf(about.get(each.id) ?? "")?.querySelector(".presence-who a")?.textContent
        ?? each.about;
      return name ? `${name}: ${each.why}` : each.why;
    });
    if (said.clock) sentences.push(said.clock);
    const place = document.getElementById("taps-told");
    place.hidden = !sentences.length;
    place.textContent = sentences.join(" ");
  }

  // Read aloud, also that what waited has been sent; a part that was hidden would say nothing.
  function announce(sentence) {
    const place = document.getElementById("taps-announced");
    const said = sentence || (place.textContent && words.sent);
    if (place.textContent !== said) place.textContent = said;
  }

  function changed(state) {
    // What is said of waiting taps stands until they have been sent.
    if (state === "sending") return;
    const number = kept.all().length;
    const isWaiting = state === "waiting" || state === "signed-out";
    const count = number === 1 ? words.waitingOne : words.waitingMany.replace("NUMBER", number);
    document.getElementById("taps-kept").hidden = !isWaiting || !number;
    document.getElementById("taps-sign-in").hidden = state !== "signed-out";
    document.getElementById("taps-send").hidden = state === "signed-out";
    const sentence = state === "signed-out" ? `${count} ${words.signIn}` : count;
    document.getElementById("taps-kept-words").textContent = sentence;
    announce(isWaiting && number ? sentence : "");
    showKept(isWaiting);
  }

  addEventListener("online", () => sender.send());
  addEventListener("offline", () => sender.send());
  // A phone that slept, and a page that one comes back to, may have missed the connection's return.
  addEventListener("pageshow", (event) => event.persisted && sender.send());
  document.addEventListener("visibilitychange", () => document.hidden || sender.send());
  document.getElementById("taps-send").addEventListener("click", () => sender.send());
  // Without a connection the page cannot be had again: whoever leaves it is asked first.
  addEventListener("beforeunload", (event) => {
    if (!navigator.onLine && kept.all().length) event.preventDefault();
  });

  // Arrows -------------------------------------------------------------------------------------
  const MOVES = {
    ArrowDown: (row, place) => buttonIn(rows().indexOf(row) + 1, place),
    ArrowUp: (row, place) => buttonIn(rows().indexOf(row) - 1, place),
    ArrowRight: (row, place) => buttons(row)[place + 1],
    ArrowLeft: (row, place) => buttons(row)[place - 1],
    Home: (_row, place) => buttonIn(0, place),
    End: (_row, place) => buttonIn(rows().length - 1, place),
  };
  function buttonIn(number, place) {
    const row = rows()[number];
    return row && buttons(row)[place];
  }
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const from = event.target;
    if (!Object.hasOwn(MOVES, event.key) || !from.matches?.("#session-sheet button.presence")) return;
    event.preventDefault();
    const row = from.closest("li");
    MOVES[event.key](row, buttons(row).indexOf(from))?.focus();
  });

  showKept(false);
  sender.send();
})();
