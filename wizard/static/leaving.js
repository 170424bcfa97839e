// The quick exit: this page goes out of sight and out of the history at once, and the log-in ends behind it.
(() => {
  "use strict";

  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (!form.matches(".leave")) return;
    event.preventDefault();
    document.documentElement.hidden = true;
    document.title = "";
    const body = new URLSearchParams(new FormData(form));
    fetch(form.action, { method: "POST", body, keepalive: true, redirect: "manual" }).catch(() => {});
    location.replace(form.dataset.away);
  });
})();
