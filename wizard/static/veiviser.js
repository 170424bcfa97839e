// What the pages do beyond plain forms: a counter, an autosave that never races the main button, and a word when it fails.
(() => {
  "use strict";

  for (const count of document.querySelectorAll("[data-count]")) {
    const field = document.getElementById(count.dataset.count);
    const show = () => {
      const left = Number(count.dataset.limit) - field.value.length;
      count.textContent = (left < 0 ? count.dataset.over : count.dataset.under).replace("%d", Math.abs(left));
      count.dataset.state = left < 0 ? "over" : "under";
    };
    field.addEventListener("input", show);
    show();
  }

  const status = document.getElementById("lagret");
  const form = status?.form ?? status?.closest("form");
  if (!form) return;
  let saving = null;
  let submitter = null;

  // A save already under way has raised the version: wait for it, or the form would meet its own answers as a conflict.
  form.addEventListener("submit", (event) => {
    if (submitter) return event.preventDefault();
    submitter = event.submitter;
    if (saving) event.preventDefault();
  });
  window.addEventListener("pageshow", () => { submitter = null; });

  document.addEventListener("htmx:before:request", (event) => {
    const { ctx } = event.detail;
    if (ctx.sourceElement !== status) return;
    if (submitter) return event.preventDefault();
    saving = ctx;
    ctx.request.body.set("version", form.elements.version.value);
  });
  document.addEventListener("htmx:finally:request", (event) => {
    // It also comes for a request that was prevented: then the form is on its way, and must not be sent twice.
    if (event.detail.ctx !== saving) return;
    saving = null;
    const answer = event.detail.ctx.response?.status;
    const told = answer < 400 || [401, 409, 413].includes(answer); // these say themselves what is the matter
    status.classList.toggle("failed", !told);
    if (!told) status.textContent = status.dataset.failed;
    if (submitter) {
      const button = submitter;
      submitter = null;
      form.requestSubmit(button);
    }
  });
})();
