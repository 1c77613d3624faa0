// Taps are written down in this browser before anything is sent, so that none is lost with a
// connection, a dead battery or a closed page. What is kept are ids and presences, no names, for
// each user apart; signing_out.js wipes one's own.
"use strict";

class KeptTaps {
  #key;
  #memory = null;

  constructor(user) {
    this.#key = `samspel.taps.${user}`;
  }

  all() {
    if (this.#memory) return this.#memory;
    try {
      const kept = JSON.parse(localStorage.getItem(this.#key) ?? "[]");
      return Array.isArray(kept) ? kept : [];
    } catch {
      return [];
    }
  }

  keep(tap) {
    this.#write([...this.all(), tap]);
  }

  forget(ids) {
    this.#write(this.all().filter((tap) => !ids.includes(tap.id)));
  }

  // A browser that stores nothing, as in some private windows, or has no room left, keeps them
  // while the page is open.
  #write(taps) {
    try {
      if (taps.length) localStorage.setItem(this.#key, JSON.stringify(taps));
      else localStorage.removeItem(this.#key);
      this.#memory = null;
    } catch {
      this.#memory = taps;
    }
  }
}

// Sends what is kept in its order, one request at a time. `told` is handed what the server says,
// `changed` the state: "sending", "sent", "waiting" or "signed-out".
class TapSender {
  static AT_ONCE = 100;
  static PATIENCE = 15_000;
  static AGAIN_AFTER = 20_000;
  #kept;
  #user;
  #address;
  #shown;
  #token;
  #told;
  #changed;
  #isSending = false;
  #again;

  constructor(kept, { user, address, shown, token, told, changed }) {
    this.#kept = kept;
    this.#user = user;
    this.#address = address;
    this.#shown = shown;
    this.#token = token;
    this.#told = told;
    this.#changed = changed;
  }

  async send() {
    if (this.#isSending) return;
    const taps = this.#kept.all().slice(0, TapSender.AT_ONCE);
    if (!taps.length) return this.#changed("sent");
    if (!navigator.onLine) return this.#changed("waiting");
    this.#isSending = true;
    this.#changed("sending");
    const state = await this.#post(taps);
    this.#isSending = false;
    clearTimeout(this.#again);
    if (state === "sent" && this.#kept.all().length) return this.send();
    if (state === "waiting") this.#again = setTimeout(() => this.send(), TapSender.AGAIN_AFTER);
    this.#changed(state);
  }

  // Signing in in another tab makes a new one; the page has the one that it was loaded with.
  #freshToken() {
    return /(?:^|; )csrftoken=([^;]+)/.exec(document.cookie)?.[1] ?? this.#token;
  }

  async #post(taps) {
    try {
      const answer = await fetch(this.#address, {
        method: "POST",
        headers: { "Content-Type": "application/json", "X-CSRFToken": this.#freshToken() },
        body: JSON.stringify({
          now: new Date().toISOString(),
          user: this.#user,
          shown: this.#shown,
          taps,
        }),
        // Who is signed out is sent to sign in: that is to be seen, not followed.
        redirect: "manual",
        signal: AbortSignal.timeout?.(TapSender.PATIENCE),
      });
      // 409: somebody else has signed in meanwhile, and is not to send these as their own.
      const isRefused = answer.status === 403 || answer.status === 409;
      if (answer.type === "opaqueredirect" || isRefused) return "signed-out";
      if (!answer.ok) return "waiting";
      const said = await answer.json();
      const done = said.answers.filter((each) => each.is !== "kept").map((each) => each.id);
      this.#kept.forget(done);
      this.#told(said, taps);
      return done.length ? "sent" : "waiting";
    } catch {
      return "waiting";
    }
  }
}
