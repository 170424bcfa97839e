// A shared screen: it warns whoever seems to have left, ends their turn, and leaves nothing for Back to show.
(() => {
  "use strict";

  const { idle, warned, home, present, elsewhere } = document.currentScript.dataset;
  const out = document.querySelector("form.out"), warning = document.getElementById("snart-slutt");
  const others = new BroadcastChannel("skjerm");
  let last = Date.now(), told = 0, over = false;

  // The page is out of sight before anything is asked of the server; what the server wipes is wiped when it has answered.
  const end = async () => {
    if (over) return;
    over = true;
    document.documentElement.hidden = true;
    document.title = "";
    if (elsewhere) return out.submit(); // the log-in at the provider is ended by going there
    try {
      await fetch(out.action, { method: "POST", body: new URLSearchParams(new FormData(out)) });
    } finally {
      location.replace(home);
    }
  };
  const here = () => {
    last = Date.now();
    if (warning.open) warning.close();
  };
  const alive = () => {
    if (warning.open) return; // only a plain yes counts then
    here();
    others.postMessage("here");
    if (last - told < 20_000) return;
    told = last;
    fetch(present, { redirect: "error" }).catch(() => {});
  };

  others.addEventListener("message", here);
  for (const sign of ["pointerdown", "pointermove", "keydown", "scroll", "input"]) addEventListener(sign, alive, { passive: true });
  warning.querySelector("button").addEventListener("click", () => { warning.close(); alive(); });
  warning.addEventListener("cancel", () => setTimeout(alive));
  out.addEventListener("submit", (event) => { event.preventDefault(); end(); });
  setInterval(() => {
    const still = Date.now() - last;
    if (still >= idle * 1000) end();
    else if (still >= (idle - warned) * 1000 && !warning.open) warning.showModal();
  }, 1000);
})();
