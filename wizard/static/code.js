// A code from a QR picture stands behind the # of the address: the browser sends that to nobody. It is put into the field,
// goes along over the log-in, and is taken out of the address at once.
(() => {
  "use strict";

  const code = new URLSearchParams(location.hash.slice(1)).get("kode");
  if (!code) return;
  const field = document.querySelector("main input[name=code]:not([type=hidden])");
  if (field) {
    field.value = code;
    history.replaceState(null, "", location.pathname);
    return;
  }
  const carrier = document.querySelector("form[data-code]");
  if (!carrier) {
    for (const form of document.querySelectorAll("main form")) form.action += location.hash;
    return;
  }
  // The way to a provider leads over its own pages, and a browser would take what is behind the # along to them.
  history.replaceState(null, "", location.pathname + location.search);
  carrier.elements.code.value = code;
  const kept = fetch(carrier.action, { method: "POST", body: new URLSearchParams(new FormData(carrier)) }).catch(() => {});
  document.querySelector("form[data-carries]")?.addEventListener("submit", async (event) => {
    event.preventDefault();
    const form = event.currentTarget;
    await kept;
    form.submit();
  });
})();
