// The page without a server: Python runs here, and what is entered stays here.
import { loadPyodide } from "./pyodide/pyodide.mjs";

window.listingRewardsOffline = true;
let offline = null;

// What the library answers to a form: its fields, and the file in it.
async function answered(address, form) {
  const fields = [];
  let name = "";
  let content = new Uint8Array();
  for (const [key, value] of form.entries()) {
    if (typeof value === "string") {
      fields.push([key, value]);
    } else if (value.size) {
      name = value.name;
      content = new Uint8Array(await value.arrayBuffer());
    }
  }
  const found = offline.answer(address, JSON.stringify(fields), name, content);
  const bytes = found.content.toJs();
  const answer = { bytes, type: found.media_type, keepAs: found.keep_as };
  found.destroy();
  return answer;
}

const textOf = (answer) => new TextDecoder().decode(answer.bytes);

async function show(address, form) {
  const page = new DOMParser().parseFromString(textOf(await answered(address, form)), "text/html");
  document.documentElement.lang = page.documentElement.lang;
  document.title = page.title;
  document.body.replaceWith(page.body);
  window.listingRewardsStart();
}

function keep(answer) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([answer.bytes], { type: answer.type }));
  link.download = answer.keepAs;
  link.click();
  URL.revokeObjectURL(link.href);
}

window.listingRewardsAsk = async (address, form) => textOf(await answered(address, form));
window.listingRewardsRenew = (form) => show("", new FormData(form));

document.addEventListener("submit", async (event) => {
  if (event.defaultPrevented) return;
  event.preventDefault();
  const { target, submitter } = event;
  const form = new FormData(target, submitter);
  const address = (submitter && submitter.getAttribute("formaction")) || target.getAttribute("action");
  const asked = address.replace("./", "");
  if (asked === "case.json") {
    keep(await answered(asked, form));
  } else if (asked === "report") {
    const page = await answered(asked, form);
    window.open(URL.createObjectURL(new Blob([page.bytes], { type: "text/html" })), "_blank");
  } else {
    await show(asked, form);
  }
});

document.addEventListener("click", (event) => {
  const link = event.target.closest(".bar nav a");
  if (!link || link.hash) return;
  event.preventDefault();
  const [address, query] = link.getAttribute("href").split("?");
  const form = new FormData();
  for (const [key, value] of new URLSearchParams(query)) form.set(key, value);
  show(address.replace("./", ""), form);
});

try {
  const [pyodide, packages, policies] = await Promise.all([
    loadPyodide({ indexURL: new URL("pyodide/", import.meta.url).href }),
    fetch("packages.zip").then((found) => found.arrayBuffer()),
    fetch("policies.json").then((found) => found.text()),
    import("./form.js"),
  ]);
  const place = pyodide.runPython("import site; site.getsitepackages()[0]");
  pyodide.unpackArchive(packages, "zip", { extractDir: place });
  const { Offline } = pyodide.pyimport("listing_rewards.service.offline");
  offline = Offline(policies);
  const form = new FormData();
  form.set("lang", navigator.language.startsWith("zh") ? "zh" : "en");
  await show("", form);
} catch (error) {
  console.error(error);
  document.querySelector("#loading").hidden = true;
  document.querySelector("#failed").hidden = false;
}
