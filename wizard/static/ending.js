// Before a log-in ends it says so, and one press makes it last. Once it is over, what is typed stays; a page with nothing
// typed goes, for whoever comes by must not read it.
(() => {
  "use strict";

  const { left, present, warned, over } = document.currentScript.dataset;
  const dialog = document.getElementById("logges-ut");
  const SOON = 20; // seconds until it is asked: the page itself does not say, and an answer may not come
  let timer = 0, seen = "";

  // Whether it holds something that is nowhere else. A step has what was saved in its fields; a text elsewhere may have
  // been laid aside while its writer showed who they are.
  const isTyped = (field) =>
    field.matches("[type=radio], [type=checkbox]") ? field.checked !== field.defaultChecked
    : field.matches("select") ? [...field.options].some((one) => one.selected !== one.defaultSelected)
    : field.matches("[type=file], [data-drawing] input, form:not(:has(#lagret)) textarea") ? field.value !== ""
    : field.value !== field.defaultValue;
  // A page that answers what was posted may be the only place where that is.
  const holds = () =>
    "again" in document.documentElement.dataset ||
    [...document.querySelectorAll("main :is(input, textarea, select)")].some(isTyped);

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
  const leave = () => {
    document.documentElement.hidden = true;
    document.title = "";
    location.replace(over);
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
    if (told.seconds <= 0) return holds() ? say("over") : leave();
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
