// Arrows in the sheet of who came: down and up to the person below and above, left and right to
// the column beside, Home and End to the first and the last. Enter or space taps, as ever.
// A tap that did not get through, in the forest, is said so in its own row.
"use strict";

(() => {
  const taps = (list) => [...list.querySelectorAll("button.tap")];
  const place = (button) => button.getBoundingClientRect();

  // The nearest button of the nearest column on that side; columns do not always end alike.
  function beside(from, list, side) {
    const here = place(from);
    const away = (button) => side * (place(button).left - here.left);
    const there = taps(list).filter((button) => away(button) > 1);
    const column = Math.min(...there.map(away));
    const near = (button) => Math.abs(place(button).top - here.top);
    return there.filter((button) => away(button) < column + 1).sort((a, b) => near(a) - near(b))[0];
  }

  const MOVES = {
    ArrowDown: (from, list) => taps(list)[taps(list).indexOf(from) + 1],
    ArrowUp: (from, list) => taps(list)[taps(list).indexOf(from) - 1],
    ArrowRight: (from, list) => beside(from, list, 1),
    ArrowLeft: (from, list) => beside(from, list, -1),
    Home: (_from, list) => taps(list)[0],
    End: (_from, list) => taps(list).at(-1),
  };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const from = event.target;
    if (!Object.hasOwn(MOVES, event.key) || !from.matches?.(".tap-sheet button.tap")) return;
    // Also where nobody stands further on: the page is not to scroll away from the button.
    event.preventDefault();
    MOVES[event.key](from, from.closest(".tap-sheet"))?.focus();
  });

  function lost(event) {
    const row = event.detail.elt.closest?.(".tap-sheet > li");
    if (!row || row.querySelector("[data-lost]")) return;
    const word = document.createElement("div");
    word.className = "tap-lost text-danger";
    word.dataset.lost = "";
    word.setAttribute("role", "alert");
    word.textContent = row.parentElement.dataset.lost;
    row.append(word);
  }
  for (const trouble of ["htmx:sendError", "htmx:timeout", "htmx:responseError"]) {
    document.addEventListener(trouble, lost);
  }
})();
