// What axe-core judges a page by, but for its words: each element in its place, with its attributes, whether it has
// text and is shown, and which elements it names. Two pages with the same are of one kind.
() => {
  "use strict";

  const names = new Set(["for", "headers", "list", "form", "aria-activedescendant", "aria-controls",
    "aria-describedby", "aria-details", "aria-errormessage", "aria-flowto", "aria-labelledby", "aria-owns"]);
  const words = new Set(["value", "content", "action", "formaction", "title", "alt", "placeholder", "aria-label", "src",
    "srcset", "datetime", "d", "viewBox"]);
  const all = [...document.querySelectorAll("*")];
  const place = new Map();
  for (const [number, element] of all.entries()) if (element.id && !place.has(element.id)) place.set(element.id, number);

  const attribute = ({ name, value }, number) => {
    if (name === "id") return place.get(value) === number ? "" : "id twice";
    if (name === "name" || name.startsWith("data-") || name.startsWith("hx-")) return name;
    if (names.has(name)) return name + value.split(/\s+/).map((one) => place.get(one) ?? "none").join();
    if (name === "href") return name + (value.startsWith("#") ? place.get(value.slice(1)) ?? "none" : "");
    return name + (words.has(name) ? value.trim() !== "" : value);
  };

  const own = (element, number) => [
    element.tagName,
    element.checkVisibility({ visibilityProperty: true, opacityProperty: true }),
    [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim() !== ""),
    element === document.activeElement,
    element.checked,
    element.disabled,
    ...[...element.attributes].map((one) => attribute(one, number)),
  ].join(" ");

  return all.map((element, number) => `${all.indexOf(element.parentElement)} ${own(element, number)}`).join("\n");
}
