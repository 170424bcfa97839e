// A signature drawn with finger, pen or mouse. What is drawn goes along with the form as a picture, and is kept nowhere here.
(() => {
  "use strict";

  // As bytes: a picture with a data address is not let in here.
  const opened = async (address) => {
    const bytes = Uint8Array.from(atob(address.split(",")[1]), (one) => one.charCodeAt(0));
    return createImageBitmap(new Blob([bytes], { type: "image/png" }));
  };

  for (const field of document.querySelectorAll("[data-drawing]")) {
    const [canvas, again, sent, drawn] = ["canvas", "button", "input", ".drawn"].map((what) => field.querySelector(what));
    const pad = new SignaturePad(canvas, { backgroundColor: "rgb(255, 255, 255)", penColor: "rgb(0, 0, 0)", minWidth: 1, maxWidth: 3 });
    let before = sent.value && opened(sent.value);
    const tell = () => { drawn.hidden = !sent.value; };
    for (const part of [canvas, again]) part.hidden = false;

    // As many points as the screen has, or the line would be blurred; what was drawn before, on this page or the one
    // that was sent, is drawn again.
    const fit = async () => {
      const { width, height } = canvas.getBoundingClientRect();
      if (!width) return;
      const ratio = Math.min(window.devicePixelRatio || 1, 2), kept = pad.toData();
      canvas.width = width * ratio;
      canvas.height = height * ratio;
      canvas.getContext("2d").scale(ratio, ratio);
      pad.clear();
      if (before) canvas.getContext("2d").drawImage(await before, 0, 0, width, height);
      pad.fromData(kept, { clear: false });
    };
    new ResizeObserver(fit).observe(canvas);

    // What is there now lacks no more.
    const mended = () => {
      field.removeAttribute("aria-invalid");
      field.querySelector("[data-field=validation]")?.remove();
    };
    pad.addEventListener("endStroke", () => { mended(); sent.value = pad.toDataURL("image/png"); tell(); });
    again.addEventListener("click", () => { pad.clear(); sent.value = before = ""; tell(); });
    tell();
  }
})();
