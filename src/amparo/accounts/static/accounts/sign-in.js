// Passkeys, and a password that can be looked at. Without JavaScript the pages work by password and
// code; what needs this script is hidden until it runs.
"use strict";

const toBytes = (text) =>
  Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (c) => c.charCodeAt(0));
const toText = (bytes) =>
  btoa(String.fromCharCode(...new Uint8Array(bytes)))
    .replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
const withBytes = (key) => ({ ...key, id: toBytes(key.id) });

// What the server asks, with bytes where the browser wants bytes.
function understood(asked) {
  const told = { ...asked, challenge: toBytes(asked.challenge) };
  if (asked.user) told.user = { ...asked.user, id: toBytes(asked.user.id) };
  for (const name of ["excludeCredentials", "allowCredentials"])
    if (asked[name]) told[name] = asked[name].map(withBytes);
  return told;
}

function answered(made) {
  const response = {};
  for (const name of ["clientDataJSON", "attestationObject", "authenticatorData", "signature", "userHandle"])
    if (made.response[name]) response[name] = toText(made.response[name]);
  return {
    id: made.id,
    rawId: toText(made.rawId),
    type: made.type,
    authenticatorAttachment: made.authenticatorAttachment,
    clientExtensionResults: made.getClientExtensionResults(),
    response,
  };
}

async function question(form) {
  const given = document.getElementById("passkey-question");
  if (given) return JSON.parse(given.textContent);
  const answer = await fetch(form.action, { headers: { Accept: "application/json" } });
  return answer.json();
}

async function credential(form) {
  const asked = await question(form);
  if (form.dataset.passkey !== "make")
    return navigator.credentials.get({ publicKey: understood(asked.request_options.publicKey) });
  const publicKey = understood(asked.creation_options.publicKey);
  publicKey.authenticatorSelection = {
    ...publicKey.authenticatorSelection,
    residentKey: "required",
    requireResidentKey: true,
    userVerification: "required",
  };
  return navigator.credentials.create({ publicKey });
}

for (const form of document.querySelectorAll("form[data-passkey]")) {
  if (!window.PublicKeyCredential) break;
  form.hidden = false;
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const refused = form.querySelector("[data-refused]");
    refused.hidden = true;
    try {
      form.elements.credential.value = JSON.stringify(answered(await credential(form)));
      form.submit();
    } catch {
      refused.hidden = false;
    }
  });
}

for (const button of document.querySelectorAll("[data-show-password]")) {
  const fields = button.form.querySelectorAll("input[type=password]");
  button.hidden = !fields.length;
  button.addEventListener("click", () => {
    const shown = button.getAttribute("aria-pressed") !== "true";
    button.setAttribute("aria-pressed", String(shown));
    for (const field of fields) field.type = shown ? "text" : "password";
  });
  // What is sent is never kept by the browser as ordinary text.
  button.form.addEventListener("submit", () => {
    for (const field of fields) field.type = "password";
  });
}
