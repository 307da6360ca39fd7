// "/" goes to the search box. Switched off by data-keys="off" on <body> (WCAG 2.1.4).
"use strict";
document.addEventListener("keydown", (event) => {
  const search = document.querySelector("[data-search]");
  const typing = event.target.closest("input, select, textarea, [contenteditable]");
  const free = !event.ctrlKey && !event.altKey && !event.metaKey;
  if (event.key !== "/" || !search || typing || !free) return;
  if (document.body.dataset.keys === "off") return;
  event.preventDefault();
  search.focus();
});

// Escape closes an open menu and gives the focus back to its button.
document.addEventListener("keydown", (event) => {
  const menu = event.target.closest("details.menu[open]");
  if (event.key !== "Escape" || !menu) return;
  menu.open = false;
  menu.querySelector("summary").focus();
});
