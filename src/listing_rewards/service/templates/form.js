"use strict";
// The page works without this: it asks again at every change, adds rows, takes dropped files.

window.listingRewardsStart = () => {
const form = document.querySelector("#case");
const beside = document.querySelector("#beside");

// How a question reaches whoever answers; a page without a server puts its own here.
const ask = window.listingRewardsAsk || (async (address, fields) => {
  const answer = await fetch(address, { method: "POST", body: new URLSearchParams(fields) });
  if (!answer.ok) throw new Error(String(answer.status));
  return answer.text();
});

let asked = 0;
let waiting = 0;

async function askAgain() {
  const mine = ++asked;
  beside.setAttribute("aria-busy", "true");
  try {
    const text = await ask(form.dataset.answers, new FormData(form));
    if (mine !== asked) return;
    const open = new Set([...beside.querySelectorAll("details[open] > summary")].map((each) => each.textContent));
    beside.innerHTML = text;
    for (const each of beside.querySelectorAll("details > summary")) {
      if (open.has(each.textContent)) each.parentElement.open = true;
    }
    markFields();
  } catch {
    if (mine !== asked) return;
  }
  if (mine === asked) beside.setAttribute("aria-busy", "false");
}

function markFields() {
  for (const each of form.querySelectorAll("[aria-invalid]")) each.removeAttribute("aria-invalid");
  for (const link of beside.querySelectorAll(".faults a")) {
    const field = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (field) field.setAttribute("aria-invalid", "true");
  }
}

function addRow(button) {
  const rows = button.closest("fieldset").querySelectorAll(".row");
  const last = rows[rows.length - 1];
  const row = last.cloneNode(true);
  const next = (text, joint) =>
    text.replace(new RegExp(`${joint}(\\d+)${joint}([a-z]+)`), (_, n, part) => `${joint}${Number(n) + 1}${joint}${part}`);
  for (const each of row.querySelectorAll("[name]")) {
    each.name = next(each.name, "/");
    if (each.id) each.id = next(each.id, "-");
    if (each.tagName === "INPUT") each.value = "";
    else if (!each.name.endsWith("/unit")) each.selectedIndex = 0;
    each.removeAttribute("aria-invalid");
  }
  for (const each of row.querySelectorAll("label")) each.htmlFor = next(each.htmlFor, "-");
  last.after(row);
  row.querySelector("input, select").focus();
}

if (form) {
  form.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(askAgain, 250);
  });
  form.addEventListener("click", (event) => {
    const button = event.target.closest("[data-more]");
    if (!button) return;
    event.preventDefault();
    addRow(button);
  });
  form.addEventListener("submit", (event) => {
    if (event.submitter && event.submitter.hasAttribute("formaction")) return;
    event.preventDefault();
    askAgain();
  });
  const renew = window.listingRewardsRenew || (() => form.submit());
  form.querySelector("[data-renews]").addEventListener("change", () => renew(form));
  markFields();
}

document.addEventListener("click", (event) => {
  const link = event.target.closest('#beside a[href^="#f-"]');
  const field = link && document.getElementById(decodeURIComponent(link.hash.slice(1)));
  if (!field) return;
  event.preventDefault();
  field.scrollIntoView({ block: "center" });
  (field.matches("fieldset") ? field.querySelector("input") : field).focus();
});

const drop = document.querySelector(".drop");
if (drop) {
  const input = drop.querySelector("input");
  for (const kind of ["dragover", "dragenter"]) {
    drop.addEventListener(kind, (event) => {
      event.preventDefault();
      drop.classList.add("over");
    });
  }
  drop.addEventListener("dragleave", () => drop.classList.remove("over"));
  drop.addEventListener("drop", (event) => {
    event.preventDefault();
    drop.classList.remove("over");
    input.files = event.dataTransfer.files;
    if (input.form.reportValidity()) input.form.requestSubmit();
  });
}
};

if (!window.listingRewardsOffline) window.listingRewardsStart();
