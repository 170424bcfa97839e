// Before a log-in ends it says so, and one press makes it last; once it is over it says that too. What is typed stays.
(() => {
  "use strict";

  const { left, present, warned } = document.currentScript.dataset;
  const dialog = document.getElementById("logges-ut");
  const SOON = 20; // seconds until it is asked: the page itself does not say, and an answer may not come
  let timer = 0, seen = "";

  const wait = (seconds) => {
    clearTimeout(timer);
    timer = setTimeout(look, seconds * 1000);
  };
  const say = (state) => {
    if (state === seen) return; // who closed it has read it
    seen = state;
    for (const part of dialog.querySelectorAll("[data-when]")) part.hidden = !part.dataset.when.includes(state);
    if (dialog.open) dialog.close(); // what it says now is read aloud anew
    dialog.showModal();
  };
  const look = async () => {
    let told;
    try {
      told = await (await fetch(left)).json();
    } catch {
      return wait(SOON);
    }
    if (told.seconds > warned) {
      seen = "";
      if (dialog.open) dialog.close();
      return wait(told.seconds - warned);
    }
    if (told.seconds <= 0) return say("over");
    say(told.longer ? "idle" : "last");
    wait(told.seconds + 1);
  };

  dialog.querySelector("[data-present]").addEventListener("click", async () => {
    await fetch(present, { redirect: "error" }).catch(() => {});
    look();
  });
  for (const button of dialog.querySelectorAll("[data-close]")) button.addEventListener("click", () => dialog.close());
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible") look(); // a machine that slept counts no seconds; another tab may have asked
  });
  document.addEventListener("log-in-over", look); // somebody who types hears it at once
  wait(SOON);
})();
