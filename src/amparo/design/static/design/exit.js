// Leaves this page at once: by the button, or by Shift pressed three times.
// Not Escape: it stops the loading of the very page one wants to see.
"use strict";
const button = document.querySelector("[data-exit]");
const tabs = "BroadcastChannel" in window ? new BroadcastChannel("exit") : null;
const PATIENCE = 5000; // milliseconds in which the three presses must fall
let presses = [];

function leave() {
  document.title = "";
  document.body.replaceChildren(); // nothing left to read while the next page loads
  location.replace(button.href); // this page leaves the history of the tab
}

if (button) {
  button.addEventListener("click", (event) => {
    event.preventDefault();
    if (tabs) tabs.postMessage("exit");
    leave();
  });
  document.addEventListener("keyup", (event) => {
    const now = Date.now();
    presses = event.key === "Shift" ? presses.filter((at) => now - at < PATIENCE) : [];
    if (event.key === "Shift") presses.push(now);
    if (presses.length === 3) button.click();
  });
  if (tabs) {
    tabs.addEventListener("message", () => {
      window.close(); // works in tabs that we opened; the others go to the neutral page
      leave();
    });
  }
  // A page kept in memory by the browser must not come back by "Back".
  window.addEventListener("pageshow", (event) => {
    if (event.persisted && !document.body.children.length) leave();
  });
}
