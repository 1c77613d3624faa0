// Taps that are kept go out from any page once there is a connection: nobody has to go back to the
// sheet for it. What needs a look is told with a link to the sheet; that takes care of itself.
"use strict";

(() => {
  const words = document.currentScript.dataset;
  const { user, taps } = document.body.dataset;
  if (!user || document.getElementById("session-sheet")) return;
  const kept = new KeptTaps(user);
  if (!kept.all().length) return;

  const sender = new TapSender(kept, {
    user,
    address: taps,
    shown: null,
    token: JSON.parse(document.body.getAttribute("hx-headers"))["X-CSRFToken"],
    told: (said) => {
      const troubled = said.answers.filter((each) => each.why);
      for (const each of troubled) tell("is-warning", each.why, each);
      if (!troubled.length && !kept.all().length) tell("is-success", words.sent, {});
    },
    changed: () => {},
  });

  function tell(css, sentence, { about, sheet }) {
    const message = document.createElement("div");
    message.className = `message ${css}`;
    const text = message.appendChild(document.createElement("div"));
    if (sheet) {
      const link = text.appendChild(document.createElement("a"));
      link.href = sheet;
      link.textContent = about;
      text.append(": ");
    }
    text.append(sentence);
    document.getElementById("messages").append(message);
  }

  addEventListener("online", () => sender.send());
  document.addEventListener("visibilitychange", () => document.hidden || sender.send());
  sender.send();
})();
