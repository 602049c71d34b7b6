// What the browser adds to pages that work without it. Every text comes from the page; LOOK-SHEET.md lists the attributes.

const all = (what, root = document) => Array.from(root.querySelectorAll(what));

// Storage may be full, or forbidden in a private window: then drafts are simply not kept.
const store = {
  get(key) { try { return JSON.parse(localStorage.getItem(key)); } catch { return null; } },
  set(key, value) { try { localStorage.setItem(key, JSON.stringify(value)); } catch { /* not kept */ } },
  forget(key) { try { localStorage.removeItem(key); } catch { /* nothing kept */ } },
};

// Without diacritics and case, so that "kho khan" finds "Khó khăn".
const fold = (text) => text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase().replace(/[đð]/g, "d").replace(/\s+/g, " ").trim();

// Drafts

const DRAFT = "draft:";
const MOST_DAYS = 60;
const TYPED = "textarea, select, input:not([type]), input[type=text], input[type=tel], input[type=email], input[type=url], input[type=number], input[type=date], input[type=time]";

const byServer = (field) => field.tagName === "SELECT"
  ? (all("option", field).find((it) => it.defaultSelected) || field.options[0] || {}).value || ""
  : field.defaultValue;

function forgetDrafts() {
  const sent = document.querySelector('meta[name="draft-sent"]');
  if (sent) store.forget(DRAFT + sent.content);
  try {
    const old = Date.now() - MOST_DAYS * 86400000;
    Object.keys(localStorage).filter((key) => key.startsWith(DRAFT) && ((store.get(key) || {}).at || 0) < old).forEach(store.forget);
  } catch { /* no storage */ }
}

function note(form, text, discard) {
  const box = document.createElement("div");
  box.className = "notice draft";
  box.setAttribute("role", "status");
  const line = document.createElement("p");
  box.append(line);
  if (discard) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "link";
    button.textContent = form.dataset.draftDiscard || "×";
    button.addEventListener("click", discard);
    box.append(button);
  }
  form.insertBefore(box, form.firstChild);
  // Said aloud only when it changes after it is there.
  setTimeout(() => { line.textContent = text; }, 50);
  return box;
}

function draft(form) {
  const key = DRAFT + form.dataset.draft;
  const fields = all(TYPED, form).filter((it) => it.name && it.autocomplete !== "one-time-code" && !it.readOnly);
  const nameOf = (field) => field.name + "/" + fields.filter((it) => it.name === field.name).indexOf(field);

  // Given back only where the page still says what it said when the draft was begun: newer words of the server win.
  const kept = (store.get(key) || {}).fields || {};
  const given = fields.filter((field) => {
    const it = kept[nameOf(field)];
    if (!it || it.from !== byServer(field) || it.is === field.value) return false;
    field.value = it.is;
    return field.value === it.is;
  });
  if (given.length) {
    const box = note(form, form.dataset.draftRestored || "", () => {
      store.forget(key);
      given.forEach((field) => { field.value = byServer(field); });
      box.remove();
      given[0].focus();
    });
  }

  const save = () => {
    const typed = {};
    fields.forEach((field) => {
      if (field.value !== byServer(field)) typed[nameOf(field)] = { from: byServer(field), is: field.value };
    });
    if (Object.keys(typed).length) store.set(key, { at: Date.now(), fields: typed }); else store.forget(key);
  };
  let soon;
  form.addEventListener("input", () => { clearTimeout(soon); soon = setTimeout(save, 300); });
  form.addEventListener("change", save);
  const last = () => { if (soon) { clearTimeout(soon); save(); } };
  form.addEventListener("submit", last);
  addEventListener("pagehide", last);

  if (form.dataset.draftOffline) {
    let box;
    addEventListener("offline", () => { if (!box) box = note(form, form.dataset.draftOffline); });
    addEventListener("online", () => { if (box) box.remove(); box = null; });
  }
}

// Fragments of pages

// A sign-in page instead of the fragment, or any refusal, is no fragment.
async function fragment(url, signal) {
  const answer = await fetch(url, { signal, credentials: "same-origin" });
  if (!answer.ok || answer.redirected) throw new Error(String(answer.status));
  return answer.text();
}

function similar(area) {
  const into = document.querySelector(area.dataset.similarInto);
  if (!into) return;
  let soon, asked = "", running;
  const ask = async () => {
    const text = area.value.trim().slice(0, 600);
    if (text === asked) return;
    asked = text;
    if (running) running.abort();
    running = null;
    if (text.length < 12) { into.textContent = ""; return; }
    const mine = running = new AbortController();
    const url = area.dataset.similar;
    try {
      const html = await fragment(url + (url.includes("?") ? "&" : "?") + "text=" + encodeURIComponent(text), mine.signal);
      if (running === mine) into.innerHTML = html.trim();
    } catch {
      if (running === mine) asked = "";
    }
  };
  area.addEventListener("input", () => { clearTimeout(soon); soon = setTimeout(ask, 400); });
  if (area.value) ask();
}

// What one may be looking for, under a search field: links that the arrow keys walk through; Escape takes them away.
function suggest(field) {
  const into = document.querySelector(field.dataset.suggestInto);
  if (!into) return;
  let soon, asked = field.value.trim(), running;
  const ask = async () => {
    const text = field.value.trim().slice(0, 200);
    if (text === asked) return;
    asked = text;
    if (running) running.abort();
    running = null;
    if (text.length < 2) { into.textContent = ""; return; }
    const mine = running = new AbortController();
    try {
      const html = await fragment(field.dataset.suggest + "?q=" + encodeURIComponent(text), mine.signal);
      if (running === mine) into.innerHTML = html.trim();
    } catch {
      if (running === mine) asked = "";
    }
  };
  field.addEventListener("input", () => { clearTimeout(soon); soon = setTimeout(ask, 200); });
  const walk = (event) => {
    const stops = [field].concat(all("a", into));
    const at = stops.indexOf(document.activeElement);
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === "Escape" && into.textContent) { into.textContent = ""; asked = ""; field.focus(); }
    else if (step && at >= 0 && stops[at + step]) stops[at + step].focus();
    else return;
    event.preventDefault();
  };
  [field, into].forEach((it) => it.addEventListener("keydown", walk));
}

// Server-sent events of a class: one stream a page. Without them, or while they are lost, pages ask again at their own pace.
const streams = {};
function follow(url, kinds, round) {
  if (!("EventSource" in window)) return null;
  const stream = streams[url] || (streams[url] = new EventSource(url));
  let soon;
  stream.addEventListener("message", (event) => {
    if (kinds && event.data !== "missed" && !kinds.split(" ").some((kind) => event.data.startsWith(kind))) return;
    clearTimeout(soon);
    soon = setTimeout(round, 100);
  });
  return stream;
}

function refresh(place) {
  const every = Math.max(1000, Number(place.dataset.every) || 5000);
  let shown, mark, misses = 0, timer;
  // Never under somebody's fingers: a field that is being typed in stays as it is.
  const busy = () => place.contains(document.activeElement) && document.activeElement.matches(TYPED);
  // What changes by the clock says how often: a code at the door.
  const clock = () => place.querySelector("[data-again]");
  // What is lost is looked for at the page's own pace, whatever the clock says.
  const pace = () => (misses ? every : clock() ? Number(clock().dataset.again) || every : live && live.readyState === 1 ? Math.max(every, 60000) : every);
  const round = async () => {
    clearTimeout(timer);
    if (!document.hidden && !busy()) {
      const patience = new AbortController();
      const enough = setTimeout(() => patience.abort(), 15000);
      try {
        const html = await fragment(place.dataset.refresh, patience.signal);
        if (html !== shown) {
          // Whoever goes by keyboard stays where they are.
          const at = place.contains(document.activeElement) && document.activeElement.id;
          place.innerHTML = html;
          if (at && document.getElementById(at)) document.getElementById(at).focus({ preventScroll: true });
        }
        shown = html;
        misses = 0;
        if (mark) mark.remove();
        mark = null;
      } catch {
        misses += 1;
        if (misses > 1 && !mark && place.dataset.lost) {
          mark = document.createElement("p");
          mark.className = "lost";
          mark.setAttribute("role", "status");
          mark.textContent = place.dataset.lost;
          place.after(mark);
        }
      }
      clearTimeout(enough);
    }
    clearTimeout(timer);
    timer = setTimeout(round, Math.min(pace() * 2 ** Math.max(0, misses - 1), Math.max(every, 60000)));
  };
  const live = place.dataset.live && follow(place.dataset.live, place.dataset.kinds, round);
  timer = setTimeout(round, every);
  // A stream that breaks off says at once what the next round would find out late.
  if (live) live.addEventListener("error", () => { if (!misses) round(); });
  if (live) live.addEventListener("open", () => { if (misses) round(); });
  addEventListener("online", round);
  addEventListener("offline", round);
  document.addEventListener("visibilitychange", () => { if (!document.hidden) round(); });
}

// Nothing is sent twice

const resting = new Set();
const wake = (form) => {
  resting.delete(form);
  Array.from(form.elements).filter((it) => it.hasAttribute("data-resting")).forEach((button) => { button.disabled = false; button.removeAttribute("data-resting"); });
};
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (event.defaultPrevented) return;
  if (resting.has(form)) { event.preventDefault(); return; }
  resting.add(form);
  const button = event.submitter || document.activeElement;
  // After the browser has gathered the form, for the button's own value belongs to it.
  setTimeout(() => {
    if (button && button.form === form && /^(submit|image)$/.test(button.type)) {
      button.disabled = true;
      button.setAttribute("data-resting", "");
    }
  }, 0);
  setTimeout(() => wake(form), 5000);
});
addEventListener("pageshow", () => Array.from(resting).forEach(wake));

// Finding in a list that is on the page

function filter(input) {
  const list = document.querySelector(input.dataset.filter);
  if (!list) return;
  const rows = all(list.tagName === "TABLE" ? "tbody tr" : ":scope > li, :scope > div", list).map((row) => [row, fold(row.textContent)]);
  const none = document.createElement("p");
  none.className = "empty";
  none.hidden = true;
  none.setAttribute("role", "status");
  list.after(none);
  const apply = () => {
    const words = fold(input.value).split(" ");
    let left = 0;
    rows.forEach(([row, text]) => {
      row.hidden = !words.every((word) => text.includes(word));
      if (!row.hidden) left += 1;
    });
    none.hidden = left > 0;
    none.textContent = left ? "" : input.dataset.filterNone || "";
  };
  input.addEventListener("input", apply);
  if (input.value) apply();
}

// Clauses to cite, offered while one types: arrows go through them, Enter or a blank takes one, Escape goes back to typing.

function choices(input) {
  const found = document.querySelector(input.dataset.choicesFound), kept = document.querySelector(input.dataset.choicesKept);
  if (!found || !kept) return;
  let soon, asked = input.value.trim(), running;
  const boxes = () => all("input:enabled", found);
  const clear = () => { found.textContent = ""; asked = input.value = ""; input.focus(); };
  const ask = async () => {
    const text = input.value.trim();
    if (text === asked) return;
    asked = text;
    if (running) running.abort();
    running = null;
    if (text.length < 2) { found.textContent = ""; return; }
    const mine = running = new AbortController();
    try {
      const html = await fragment(input.dataset.choices + "?text=" + encodeURIComponent(text), mine.signal);
      if (running !== mine) return;
      found.innerHTML = html.trim();
      const has = all("input", kept).map((it) => it.value);
      boxes().filter((it) => has.includes(it.value)).forEach((it) => { it.checked = it.disabled = true; });
    } catch {
      if (running === mine) asked = "";
    }
  };
  input.addEventListener("input", () => { clearTimeout(soon); soon = setTimeout(ask, 200); });
  input.addEventListener("keydown", (event) => {
    const first = boxes()[0];
    if (!first || input.value.trim() !== asked) return;
    if (event.key === "ArrowDown") { event.preventDefault(); first.focus(); }
    if (event.key === "Enter") { event.preventDefault(); first.click(); }
    if (event.key === "Escape") { event.preventDefault(); clear(); }
  });
  found.addEventListener("keydown", (event) => {
    const list = boxes(), at = list.indexOf(event.target);
    if (event.key === "Enter") { event.preventDefault(); event.target.click(); return; }
    const to = { ArrowDown: list[at + 1], ArrowUp: list[at - 1] || input, Escape: input }[event.key];
    if (to) { event.preventDefault(); to.focus(); }
  });
  found.addEventListener("change", (event) => {
    if (!event.target.checked) return;
    kept.append(event.target.closest("label"));
    clear();
  });
}

// Copying: on a class laptop there is no HTTPS, so no clipboard of the browser's own; then the old way.

async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    return;
  } catch { /* the old way */ }
  const area = document.createElement("textarea");
  area.value = text;
  area.className = "unseen";
  document.body.append(area);
  area.select();
  document.execCommand("copy");
  area.remove();
}

function copier(button) {
  const label = button.textContent;
  button.addEventListener("click", async () => {
    await copy(button.dataset.copy);
    button.focus();
    button.textContent = button.dataset.copied || "✓";
    setTimeout(() => { button.textContent = label; }, 2500);
  });
}

// Photos are made smaller before they are sent. Whatever goes wrong, they are sent as they are.

async function smaller(file) {
  if (!/^image\/(jpeg|png|webp)$/.test(file.type) || file.size < 300000) return file;
  const picture = await createImageBitmap(file, { imageOrientation: "from-image" });
  const scale = Math.min(1, 1600 / Math.max(picture.width, picture.height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(picture.width * scale);
  canvas.height = Math.round(picture.height * scale);
  canvas.getContext("2d").drawImage(picture, 0, 0, canvas.width, canvas.height);
  if (picture.close) picture.close();
  const blob = await new Promise((done) => canvas.toBlob(done, "image/jpeg", 0.85));
  return blob && blob.size < file.size ? new File([blob], file.name.replace(/\.\w+$/, "") + ".jpg", { type: "image/jpeg" }) : file;
}

function shrink(input) {
  if (!window.createImageBitmap || !window.DataTransfer) return;
  const note = document.createElement("p");
  note.className = "hint";
  note.setAttribute("role", "status");
  input.after(note);
  let turn = 0;
  input.addEventListener("change", async () => {
    const mine = turn += 1;
    const buttons = all("button", input.form);
    buttons.forEach((it) => { it.disabled = true; });
    note.textContent = input.dataset.shrink;
    try {
      const box = new DataTransfer();
      for (const file of Array.from(input.files)) box.items.add(await smaller(file).catch(() => file));
      if (mine === turn) input.files = box.files;
    } catch { /* as they are */ }
    note.textContent = "";
    buttons.forEach((it) => { it.disabled = false; });
  });
}

// Keys of a page without a menu: a digit presses the button that carries it, f fills the screen. Sent beside the page, for one that is left
// loses the whole screen; what it changes comes back as on every live page.

function keys(box) {
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.target.matches(TYPED)) return;
    if (event.key === "f" || event.key === "F") {
      if (document.fullscreenElement) document.exitFullscreen(); else document.documentElement.requestFullscreen().catch(() => {});
      return;
    }
    const button = all("[data-key]", box).find((it) => it.dataset.key === event.key);
    if (!button) return;
    event.preventDefault();
    const body = new URLSearchParams(new FormData(button.form));
    body.set(button.name, button.value);
    fetch(button.form.action, { method: "POST", body, credentials: "same-origin", redirect: "manual" })
      .then(() => document.dispatchEvent(new Event("visibilitychange"))).catch(() => { /* the page says that it is cut off */ });
  });
}

// What only works with a script is hidden until here.
const show = (it) => { (it.closest("[hidden]") || it).hidden = false; };

forgetDrafts();
all("form[data-draft]").forEach(draft);
all("[data-similar]").forEach(similar);
all("[data-suggest]").forEach(suggest);
all("[data-choices]").forEach(choices);
all("[data-refresh]").forEach(refresh);
all("[data-filter]").forEach((it) => { show(it); filter(it); });
all("[data-shrink]").forEach(shrink);
all("[data-copy]").forEach((it) => { show(it); copier(it); });
all("[data-keys]").forEach(keys);
all("[data-print]").forEach((it) => { show(it); it.addEventListener("click", () => print()); });
const errors = document.querySelector(".errors");
if (errors) errors.focus();
