// Signing out wipes the taps that one has kept in this browser; where some have not been sent, it
// asks. A colleague's, kept on the same phone, stay until the colleague signs in again.
"use strict";

(() => {
  const question = document.currentScript.dataset.question;

  document.addEventListener("submit", (event) => {
    if (!event.target.matches('form[action$="/logout/"]') || !document.body.dataset.user) return;
    const kept = new KeptTaps(document.body.dataset.user);
    const ids = kept.all().map((tap) => tap.id);
    if (ids.length && !window.confirm(question)) event.preventDefault();
    else kept.forget(ids);
  });
})();
