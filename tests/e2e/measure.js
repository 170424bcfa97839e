// What the tests measure on a page. Plain functions on one name, evaluated in the page by the browser's debugger.
globalThis.measure = (() => {
  "use strict";

  const name = (element) =>
    `${element.tagName.toLowerCase()}${element.id ? `#${element.id}` : ""} «${(element.innerText || element.name || "").trim().slice(0, 40)}»`;

  const shown = (element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true });

  const reached = (element) => {
    const box = element.getBoundingClientRect();
    return shown(element) && box.width > 1 && box.height > 1 && element.tabIndex >= 0;
  };

  // A link inside running text is as high as its line; WCAG 2.5.8 leaves it out.
  const inSentence = (element) => element.matches("a") && element.closest("p, li, dd, td, th, address, .prose") !== null;

  // How far a pointer still hits the control, or a label of its; at least so many CSS pixels are looked for.
  const whole = (element, least) => {
    element.scrollIntoView({ block: "center", behavior: "instant" });
    const box = element.getBoundingClientRect();
    const hits = (x, y) => {
      const found = document.elementFromPoint(x, y);
      return found !== null && [element, ...(element.labels ?? [])].some((part) => part.contains(found));
    };
    const [x, y] = [box.left + Math.min(box.width, 40) / 2, box.top + box.height / 2];
    const far = (right, down) => {
      let steps = 0;
      while (steps < least && hits(x + right * steps, y + down * steps)) steps += 1;
      return steps;
    };
    const span = (right, down) => {
      const ahead = far(right, down);
      return ahead < least ? ahead + far(-right, -down) - 1 : ahead;
    };
    return { width: span(1, 0), height: span(0, 1) };
  };

  const controls = () => [...document.querySelectorAll("a[href], button, input, select, textarea, summary")].filter(reached);

  return {
    // Where the page is wider than the window, and by which elements.
    tooWide() {
      const page = document.scrollingElement;
      if (page.scrollWidth <= page.clientWidth) return [];
      const beyond = [...document.body.querySelectorAll("*")].filter(
        (element) => shown(element) && element.getBoundingClientRect().right > page.clientWidth + 1,
      );
      return beyond.slice(-3).map(name).concat(`${page.scrollWidth} > ${page.clientWidth}`);
    },

    // Controls that a pointer must hit within fewer CSS pixels either way, label included: the links inside sentences,
    // or all others.
    tooSmall(least, sentences) {
      return controls()
        .filter((element) => inSentence(element) === sentences)
        .map((element) => [element, whole(element, least)])
        .filter(([, box]) => box.width < least - 1 || box.height < least - 1)
        .map(([element, box]) => `${name(element)} ${Math.round(box.width)}×${Math.round(box.height)}`);
    },

    // The page's landmarks in their order: help must always stand at the same place among them.
    landmarks() {
      const found = document.querySelectorAll("header.top, main, aside.help, footer");
      return [...found].map((element) => element.tagName.toLowerCase()).join(" ");
    },

    headings: () => document.querySelectorAll("h1").length,

    focused: () => (document.activeElement ? name(document.activeElement) : ""),

    // Whether the focused element, or what stands around it, looks other than without the focus.
    focusShows() {
      const element = document.activeElement;
      const look = () => [element, element.parentElement].map((part) => {
        const { outline, boxShadow, borderColor, backgroundColor } = getComputedStyle(part);
        return [outline, boxShadow, borderColor, backgroundColor].join();
      }).join();
      const focused = look();
      element.blur();
      const plain = look();
      element.focus();
      return focused !== plain;
    },
  };
})();
