// Ctrl and full stop lock the screen. Typing counts as being here; whoever is away too long finds
// the page covered, with what they had typed still behind the notice.
"use strict";

const STEP = 60000; // milliseconds: the server is told at most so often
const SOON = 120000; // so long before the end it is said
const presence = document.querySelector("[data-presence]");
const locking = document.querySelector("form[data-lock]");

document.addEventListener("keydown", (event) => {
  if (!locking || !event.ctrlKey || event.key !== ".") return;
  event.preventDefault();
  locking.requestSubmit();
});

function watch() {
  const idle = Number(presence.dataset.idle) * 1000;
  const soon = presence.querySelector("[data-soon]");
  const ended = presence.querySelector("[data-ended]");
  const main = document.getElementById("main");
  let told = Date.now(); // when the server last heard of us

  async function tell() {
    told = Date.now();
    const answer = await fetch(presence.dataset.here, { redirect: "manual" }).catch(() => null);
    if (answer && answer.status === 204) show(false);
    else if (answer) show(true);
  }

  function show(away) {
    presence.hidden = !away;
    ended.hidden = !away;
    soon.hidden = true;
    main.hidden = away; // nothing left to read
    if (away) ended.querySelector("a").focus();
  }

  function stir() {
    if (ended.hidden && Date.now() - told > STEP) tell();
  }

  for (const kind of ["keydown", "input", "pointerdown", "scroll"])
    document.addEventListener(kind, stir, { passive: true });
  presence.querySelector("[data-again]").addEventListener("click", tell);
  // A tab asleep, or a lid closed, finds out when it wakes.
  document.addEventListener("visibilitychange", look);
  setInterval(look, 5000);

  function look() {
    const left = told + idle - Date.now();
    if (!ended.hidden) return;
    if (left <= 0) return show(true);
    presence.hidden = soon.hidden = left > SOON;
  }
}

if (presence && Number(presence.dataset.idle) > 0) watch();
