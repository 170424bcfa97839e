// What every page does beyond plain HTML: a history without posted pages, no stale page out of it, and counters.
(() => {
  "use strict";

  // This page answers a POST. Its place in the history becomes that of the plain page: Back and reload ask for that one,
  // instead of asking to send the form once more.
  const { again } = document.documentElement.dataset;
  if (again) history.replaceState(null, "", again);

  // A page that was put aside with its state would go on with old versions, or show what was left by logging out. In one
  // that was fetched anew the browser fills in what was typed the last time: what is saved is newer.
  window.addEventListener("pageshow", (event) => {
    if (event.persisted) return location.reload();
    if (performance.getEntriesByType("navigation")[0]?.type !== "back_forward") return;
    for (const form of document.forms) form.reset();
  });

  for (const count of document.querySelectorAll("[data-count]")) {
    const field = document.getElementById(count.dataset.count);
    const enclose = document.getElementById(`${field.id}-enclose`);
    const { limit, most, thousand, under, over, beyond } = count.dataset;
    const written = (number) => String(number).replace(/\B(?=(\d{3})+$)/g, thousand.slice(1, -3));
    const show = () => {
      const length = [...field.value].length; // letters as the server counts them: an emoji is one
      const [state, text, left] =
        length > most ? ["beyond", beyond, length - most]
        : length > limit ? ["over", over, length - limit]
        : ["under", under, limit - length];
      count.textContent = text.replace("%d", written(left));
      count.dataset.state = state;
      if (enclose) enclose.hidden = length <= limit;
    };
    field.addEventListener("input", show);
    field.form.addEventListener("reset", () => setTimeout(show));
    show();
  }
})();
