// A code from a QR picture stands behind the # of the address: the browser sends that to nobody. It is put into the field,
// goes along over the log-in, and is taken out of the address at once.
(() => {
  "use strict";

  const code = new URLSearchParams(location.hash.slice(1)).get("kode");
  if (!code) return;
  const field = document.querySelector("main input[name=code]");
  if (field) {
    field.value = code;
    history.replaceState(null, "", location.pathname);
    return;
  }
  for (const form of document.querySelectorAll("main form")) form.action += location.hash;
})();
