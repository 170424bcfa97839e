// A step's text is kept while it is typed, never races the step's own buttons, and is sent before anybody goes elsewhere.
(() => {
  "use strict";

  const status = document.getElementById("lagret");
  const form = status?.closest("form");
  if (!form || !window.htmx) return;

  const PATIENCE = 8000; // milliseconds to wait for an answer before a button works again
  const KEPT_BY_THEIR_PAGE = [400, 401, 409, 413, 429]; // to send the form then leads to a page that has all that was typed
  const AGAIN = 20000; // milliseconds until what came too often is sent once more
  const MOST_KEPT_ALIVE = 60000; // bytes: browsers refuse more in requests that outlive their page

  let unsent = "unsent" in form.dataset; // typed, and not on its way
  let saving = null; // the autosave under way
  let pressed = null; // the step's own button, once the form is on its way
  let onward = null; // where to go as soon as all is kept
  let lost = false; // the last save came to nothing: to send the form now would lose it to an error page
  let trying = false; // such a save is tried again, for the button that was pressed
  let warned = false; // it was said that not all is kept: who presses again may go

  const typed = () =>
    new URLSearchParams([...new FormData(form)].filter(([, value]) => typeof value === "string"));
  const fits = (body) => body.toString().length < MOST_KEPT_ALIVE;
  const save = () => window.htmx.trigger(status, "save");

  const stay = () => {
    onward = null;
    warned = true;
    status.scrollIntoView({ block: "center" });
  };
  const fail = (answer) => {
    status.classList.add("failed");
    status.textContent = answer === 404 ? status.dataset.gone : status.dataset.failed;
  };
  const release = () => {
    if (!("sending" in form.dataset)) pressed = null;
  };

  form.addEventListener("input", () => {
    unsent = true;
    warned = false;
  });

  // A save already under way has raised the version: wait for it, or the form would meet its own answers as a conflict.
  form.addEventListener("submit", (event) => {
    if (pressed) return event.preventDefault();
    pressed = event.submitter ?? form;
    setTimeout(release, PATIENCE);
    if (saving) return event.preventDefault();
    if (!lost && navigator.onLine) return;
    event.preventDefault();
    trying = true;
    save();
  });
  // Files went ahead, with all that was typed until then; the step that is here now has another version.
  form.addEventListener("sent", () => {
    pressed = null;
    if (unsent) save();
  });
  // The browser's Stop button: the form is on its way no more.
  window.navigation?.addEventListener("navigate", (event) => {
    if (pressed && !event.downloadRequest) event.signal.addEventListener("abort", release);
  });

  document.addEventListener("htmx:before:request", (event) => {
    const { ctx } = event.detail;
    if (ctx.sourceElement !== status) return;
    if (pressed && !trying) return event.preventDefault();
    trying = false;
    saving = ctx;
    unsent = false;
    ctx.request.keepalive = fits(typed());
    ctx.request.body.set("version", form.elements.version.value);
  });
  document.addEventListener("htmx:finally:request", (event) => {
    // It also comes for a request that was prevented: then the form is on its way, and must not be sent twice.
    if (event.detail.ctx !== saving) return;
    saving = null;
    const answer = event.detail.ctx.response?.status;
    const told = answer < 400 || [401, 403, 409, 413, 429].includes(answer); // these say themselves what is the matter
    status.classList.toggle("failed", !told);
    if (!told) fail(answer);
    lost = !(answer < 400 || KEPT_BY_THEIR_PAGE.includes(answer));
    if (!(answer < 400)) unsent = true;
    if (answer === 401) document.dispatchEvent(new Event("log-in-over"));
    if (answer === 429) setTimeout(() => unsent && !saving && save(), AGAIN);
    if (pressed) {
      const button = pressed;
      pressed = null;
      if (lost) return stay();
      form.requestSubmit(button === form ? undefined : button);
    } else if (onward) {
      goOn(answer < 400);
    }
  });

  const goOn = (kept) => {
    if (!kept) return stay();
    if (unsent) return save(); // typed while the last one was under way
    const go = onward;
    onward = null;
    go();
  };

  // Going elsewhere waits for what is not kept yet: a log-out would leave nobody to keep it for.
  const hold = (event, go) => {
    if (pressed || warned || !(unsent || saving)) return;
    event.preventDefault();
    if (onward) return;
    onward = go;
    setTimeout(() => {
      if (onward !== go) return;
      fail();
      stay();
    }, PATIENCE);
    if (!saving) save();
  };
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href]");
    const elsewhere = event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || link?.target;
    if (!link || elsewhere || event.defaultPrevented || link.protocol !== location.protocol) return;
    if (link.hash && link.pathname === location.pathname) return;
    hold(event, () => location.assign(link.href));
  });
  document.addEventListener("submit", (event) => {
    const other = event.target;
    if (other === form || event.defaultPrevented) return;
    if (other.matches(".leave")) return sendNow(); // nobody may have to wait for the quick exit
    hold(event, () => other.requestSubmit(event.submitter));
  });

  // Nobody waits for an answer: the page is closed, or left by the browser's own buttons.
  const sendNow = () => {
    if (!unsent || pressed) return;
    unsent = false;
    const body = typed();
    if (saving) body.set("version", Number(body.get("version")) + 1);
    fetch(status.getAttribute("hx-post"), { method: "POST", body, keepalive: fits(body) }).catch(() => {});
  };
  window.addEventListener("pagehide", sendNow);
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden" && unsent && !saving) save();
  });

  // Shown again after a POST: what was typed is on this page only. htmx begins in a timer of its own, set before this one.
  if (unsent) setTimeout(save);
})();
