// Sort a table by a column: up, down, and as it was; what is empty stays last.
(() => {
  "use strict";
  const NEXT = { none: "ascending", ascending: "descending", descending: "none" };

  function key(row, column, kind) {
    const text = row.cells[column].textContent.trim();
    return kind === "number" ? parseFloat(text) : text;
  }

  function compare(a, b) {
    return typeof a === "number" ? a - b : a.localeCompare(b, "en");
  }

  function sort(table, rows, header) {
    const order = NEXT[header.getAttribute("aria-sort") || "none"];
    for (const other of header.parentNode.cells) other.removeAttribute("aria-sort");
    if (order !== "none") header.setAttribute("aria-sort", order);
    const sign = order === "descending" ? -1 : 1;
    const keyed = rows.map((row) => [key(row, header.cellIndex, header.dataset.sort), row]);
    const full = keyed.filter(([value]) => value !== "");
    if (order !== "none") full.sort(([a], [b]) => sign * compare(a, b));
    const sorted = order === "none" ? keyed : [...full, ...keyed.filter(([value]) => value === "")];
    table.tBodies[0].append(...sorted.map(([, row]) => row));
  }

  for (const table of document.querySelectorAll("table.sortable")) {
    const rows = [...table.tBodies[0].rows];
    if (rows.length < 2) continue;
    for (const header of table.querySelectorAll("th[data-sort]")) {
      const button = document.createElement("button");
      button.type = "button";
      button.append(...header.childNodes);
      button.addEventListener("click", () => sort(table, rows, header));
      header.append(button);
    }
  }
})();
