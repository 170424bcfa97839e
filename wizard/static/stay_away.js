// Only on pages that are opened after a quick exit: whoever comes by the browser's Back is led away again.
if (performance.getEntriesByType("navigation")[0]?.type === "back_forward") {
  document.documentElement.hidden = true;
  location.replace(document.currentScript.dataset.away);
}
