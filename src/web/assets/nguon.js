// What the browser may add. Every page works without it.

const on = (selector, action) => document.querySelectorAll(selector).forEach(action);
const stored = (action) => { try { return action(window.localStorage); } catch { return null; } };

// Drafts: <form data-draft="key" data-draft-restored="…" data-draft-discard="…"> keeps what is typed on this device until it is sent.
const sent = document.querySelector('meta[name="draft-sent"]');
if (sent) stored((box) => box.removeItem(`draft:${sent.content}`));

const kept = (form) => [...form.elements].filter((it) => it.name && (it.tagName === "TEXTAREA" || ["text", "tel", "search", ""].includes(it.type)) && it.type !== "hidden");

on("form[data-draft]", (form) => {
  const key = `draft:${form.dataset.draft}`;
  const draft = JSON.parse(stored((box) => box.getItem(key)) || "null");
  const empty = kept(form).every((it) => !it.value);
  if (draft && empty) {
    kept(form).forEach((it) => { if (draft[it.name]) it.value = draft[it.name]; });
    const note = document.createElement("p");
    note.className = "draft";
    note.setAttribute("role", "status");
    const drop = document.createElement("button");
    drop.type = "button";
    drop.className = "linklike";
    drop.textContent = form.dataset.draftDiscard;
    drop.addEventListener("click", () => { stored((box) => box.removeItem(key)); form.reset(); note.remove(); });
    note.append(`${form.dataset.draftRestored} `, drop);
    form.prepend(note);
  }
  form.addEventListener("input", () => {
    const values = Object.fromEntries(kept(form).filter((it) => it.value).map((it) => [it.name, it.value]));
    stored((box) => box.setItem(key, JSON.stringify(values)));
  });
});

// Similar ones while typing: <textarea data-similar="/difficulties/similar?class=…" data-similar-into="#similar">.
on("[data-similar]", (field) => {
  const into = document.querySelector(field.dataset.similarInto);
  if (!into) return;
  into.setAttribute("aria-live", "polite");
  let waiting;
  let asked;
  field.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(async () => {
      if (asked) asked.abort();
      asked = new AbortController();
      const text = field.value.trim();
      if (text.length < 12) { into.replaceChildren(); return; }
      const url = new URL(field.dataset.similar, location.href);
      url.searchParams.set("text", text.slice(0, 1500));
      try {
        const answer = await fetch(url, { signal: asked.signal, headers: { accept: "text/html" } });
        if (answer.ok) into.innerHTML = await answer.text();
      } catch { /* what was typed stays; the page asks again when it is sent */ }
    }, 400);
  });
});

// Live parts: <div data-refresh="/url" data-every="5000" data-lost="…"> is drawn again; a lost connection is said and tried again.
on("[data-refresh]", (part) => {
  const every = Number(part.dataset.every) || 5000;
  let wait = every;
  const again = async () => {
    try {
      const answer = await fetch(part.dataset.refresh, { headers: { accept: "text/html" } });
      if (!answer.ok) throw new Error(String(answer.status));
      const html = await answer.text();
      if (html !== part.innerHTML) part.innerHTML = html;
      wait = every;
    } catch {
      if (!part.querySelector(".lost")) {
        const lost = document.createElement("p");
        lost.className = "lost";
        lost.setAttribute("role", "status");
        lost.textContent = part.dataset.lost || "";
        part.append(lost);
      }
      wait = Math.min(wait * 2, 60000);
    }
    setTimeout(again, wait);
  };
  setTimeout(again, every);
});

// A button pressed twice acts once; the server knows the deed anyway.
document.addEventListener("submit", (event) => {
  const button = event.submitter;
  if (!button || event.defaultPrevented) return;
  setTimeout(() => { button.disabled = true; }, 0);
  setTimeout(() => { button.disabled = false; }, 5000);
});
window.addEventListener("pageshow", () => on("button[disabled]", (it) => { it.disabled = false; }));

// Finding in a long list: <input data-filter="#list"> hides what does not match, with or without diacritics.
const fold = (text) => text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/[đĐ]/g, "d").toLowerCase();
on("[data-filter]", (field) => {
  const list = document.querySelector(field.dataset.filter);
  if (!list) return;
  field.closest("[hidden]")?.removeAttribute("hidden");
  field.addEventListener("input", () => {
    const wanted = fold(field.value.trim());
    [...list.children].forEach((row) => { row.hidden = !fold(row.textContent).includes(wanted); });
  });
  field.form?.addEventListener("submit", (event) => { if (field.dataset.filterOnly !== undefined) event.preventDefault(); });
});

// <button hidden data-copy="text" data-copied="…">
on("[data-copy]", (button) => {
  if (!navigator.clipboard) return;
  button.hidden = false;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(button.dataset.copy);
    button.textContent = button.dataset.copied || button.textContent;
  });
});
