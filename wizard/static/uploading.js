// Files on a step: those that cannot be taken are told before they are sent, the rest are sent while it is told how far it has come.
(() => {
  "use strict";

  const SHOWN = [200, 422]; // answers that are this step, with what came of the files; any other says more than that
  const TOLD_AT = 25; // percent: so often it is read aloud, and shown at every step

  // What cannot be taken is not sent at all: it might take minutes, only to hear that. All else stays chosen.
  const sort = (field) => {
    const { largest, most, tooLarge, tooMany, otherKind } = field.dataset;
    const kinds = field.accept.split(",");
    const fit = new DataTransfer();
    const told = [];
    for (const file of field.files) {
      const name = file.name.toLowerCase();
      const why =
        !kinds.some((kind) => name.endsWith(kind)) ? otherKind
        : file.size > Number(largest) ? tooLarge
        : fit.files.length >= Number(most) ? tooMany
        : "";
      if (why) told.push(`${file.name}: ${why}`);
      else fit.items.add(file);
    }
    return { fit: fit.files, told };
  };

  document.addEventListener("change", ({ target: field }) => {
    if (!field.matches("input[type=file][data-largest]")) return;
    const unfit = document.getElementById(`${field.id}-unfit`);
    const { fit, told } = sort(field);
    if (told.length) field.files = fit;
    if (told.length && fit.length) told.push(field.dataset.rest);
    unfit.textContent = told.join("\n");
    unfit.hidden = !told.length;
    if (unfit.hidden) field.removeAttribute("aria-invalid");
    else field.setAttribute("aria-invalid", "true");
  });

  const form = document.getElementById("steg");
  if (!form?.querySelector("input[type=file][data-largest]")) return;

  const fields = () => [...form.querySelectorAll("input[type=file][data-largest]")];
  const chosen = () => fields().find(({ files }) => files.length);

  // How far it has come, to see and now and then to hear; a way to stop as long as not all is sent.
  const progress = (place, stop) => {
    const { text, percent, looking, cancel } = place.dataset;
    const bar = document.createElement("progress");
    bar.max = 100;
    bar.value = 0;
    bar.setAttribute("aria-label", text);
    const shown = document.createElement("p");
    shown.setAttribute("aria-hidden", "true");
    shown.textContent = text;
    const heard = place.querySelector("[role=status]");
    heard.textContent = text;
    const button = document.createElement("button");
    Object.assign(button, { type: "button", className: "ds-button", textContent: cancel });
    button.dataset.variant = "secondary";
    button.addEventListener("click", stop);
    place.prepend(bar, shown);
    place.append(button);
    let last = 0;
    return {
      at(part) {
        const now = Math.floor(100 * part);
        bar.value = now;
        shown.textContent = percent.replace("%d", now);
        if (now - last < TOLD_AT || now === 100) return;
        last = now - (now % TOLD_AT);
        heard.textContent = percent.replace("%d", last);
      },
      looking() {
        button.remove();
        if (!matchMedia("(prefers-reduced-motion: reduce)").matches) bar.removeAttribute("value");
        shown.textContent = heard.textContent = looking;
      },
      over(told) {
        place.replaceChildren(heard);
        heard.textContent = told;
      },
    };
  };

  // What was chosen while others were sent stays chosen, with what was told of it.
  const keep = (old, block, gone) => {
    const later = [...old.files].filter((file) => !gone.has(file));
    if (!later.length) return;
    const field = block.querySelector("input[type=file]");
    const all = new DataTransfer();
    for (const file of later) all.items.add(file);
    field.files = all.files;
    block.querySelector(`#${field.id}-unfit`).replaceWith(document.getElementById(`${field.id}-unfit`));
  };

  // The answer is this step as it is now: of it come the files, what was refused, and the version. What is typed stays.
  const show = (page, gone) => {
    const there = page?.getElementById("steg");
    if (there?.getAttribute("action") !== form.getAttribute("action")) return false;
    form.elements.version.value = there.elements.version.value;
    document.title = page.title;
    document.getElementById("feil")?.remove();
    for (const block of there.querySelectorAll(".files")) {
      const { id } = block.querySelector("input[type=file]");
      const old = document.getElementById(id);
      if (!old) continue;
      keep(old, block, gone);
      old.closest(".files").replaceWith(block);
    }
    for (const told of page.querySelectorAll("main > .ds-alert")) form.before(told);
    const faults = there.querySelector("#feil");
    if (faults) form.querySelector("h1").before(faults);
    return true;
  };

  let sending = false;
  const done = () => {
    sending = false;
    delete form.dataset.sending;
    form.dispatchEvent(new Event("sent"));
  };

  // As a page without scripts does it: what the answer says is shown, whatever it is.
  const plainly = (submitter) => {
    if (submitter?.name) {
      const pressed = Object.assign(document.createElement("input"), { type: "hidden", name: submitter.name });
      pressed.value = submitter.value;
      form.append(pressed);
    }
    form.submit();
  };

  const goOn = (submitter, field) => {
    const refused = document.getElementById("feil");
    if (refused) return refused.focus();
    if (!submitter || submitter.name === "_upload") return document.getElementById(field)?.focus();
    const { name, value } = submitter;
    const same = [...form.querySelectorAll("button")].find((one) => one.name === name && one.value === value);
    if (same) form.requestSubmit(same);
  };

  const send = (field, submitter) => {
    const body = new FormData(form);
    const gone = new Set(fields().flatMap(({ files }) => [...files]));
    body.append("_upload", field.name);
    const request = new XMLHttpRequest();
    const place = document.getElementById(`${field.id}-sending`);
    const told = progress(place, () => request.abort());
    place.scrollIntoView({ block: "nearest" });
    sending = true;
    form.dataset.sending = "";
    request.upload.addEventListener("progress", ({ loaded, total }) => told.at(loaded / total));
    let sent = false;
    request.upload.addEventListener("load", () => {
      sent = true;
      told.looking();
    });
    const stay = (why) => {
      told.over(why);
      done();
      field.focus();
    };
    request.addEventListener("abort", () => stay(place.dataset.stopped));
    request.addEventListener("error", () => stay(sent ? place.dataset.unknown : place.dataset.lost));
    request.addEventListener("load", () => {
      if (!SHOWN.includes(request.status) || !show(request.response, gone)) return plainly(submitter);
      done();
      goOn(submitter, field.id);
    });
    request.open("POST", form.action);
    request.responseType = "document";
    request.send(body);
  };

  form.addEventListener("submit", (event) => {
    if (event.defaultPrevented) return;
    if (sending) return event.preventDefault();
    const field = chosen();
    if (!field) return;
    event.preventDefault();
    send(field, event.submitter);
  });
})();
