// Signing out wipes the taps that are kept in this browser; where some have not been sent, it asks.
"use strict";

(() => {
  const question = document.currentScript.dataset.question;
  const START = "samspel.taps.";

  function keys() {
    try {
      return Object.keys(localStorage).filter((key) => key.startsWith(START));
    } catch {
      return [];
    }
  }

  document.addEventListener("submit", (event) => {
    if (!event.target.matches('form[action$="/logout/"]')) return;
    const found = keys();
    if (found.length && !window.confirm(question)) {
      event.preventDefault();
      return;
    }
    for (const key of found) localStorage.removeItem(key);
  });
})();
