// The list of sentences: the article to read, with the labels of each sentence and the words of its quotes.

import { describe } from "./labels.js";

const PARTS = new Set(["source", "cue", "content"]);

export const isPart = (span) => PARTS.has(span.type);

/** A new element with a class and text; text is never read as markup. */
export function make(name, className = "", text = "") {
  const element = document.createElement(name);
  element.className = className;
  element.textContent = text;
  return element;
}

export class Rows {
  constructor(list, text, onPick) {
    this.list = list;
    this.text = text;
    this.drawn = new WeakMap();
    list.addEventListener("click", (event) => {
      const item = event.target.closest("li");
      if (item) onPick([...list.children].indexOf(item));
    });
  }

  button(number) {
    return this.list.children[number].firstChild;
  }

  draw(reading) {
    const { rows, spans, read, at } = reading.draft;
    while (this.list.children.length > rows.length) this.list.lastChild.remove();
    while (this.list.children.length < rows.length) this.list.append(this.item());
    const parts = spans.filter(isPart);
    const wrong = new Set(reading.problems.map((problem) => problem.row));
    rows.forEach((row, n) => {
      const item = this.list.children[n];
      const shows = [row, rows[n - 1], spans, read[n], n === at, wrong.has(n), n];
      const before = this.drawn.get(item);
      if (before?.every((value, place) => value === shows[place])) return; // a long article has a thousand rows
      this.drawn.set(item, shows);
      this.drawRow(item, n, reading.draft, parts, wrong.has(n));
    });
  }

  drawRow(item, n, { rows, read, at }, parts, isWrong) {
    const row = rows[n];
    const gap = this.text.slice(n ? rows[n - 1].end : 0, row.start);
    item.className = `${row.kind} ${row.stance}${read[n] ? "" : " unread"}${gap.includes("\n") ? " para" : ""}`;
    const [button] = item.children;
    button.tabIndex = n === at ? 0 : -1;
    if (n === at) button.setAttribute("aria-current", "true");
    else button.removeAttribute("aria-current");
    const [number, words, state, tags] = button.children;
    number.textContent = n;
    words.replaceChildren(...this.words(row, parts));
    state.textContent = read[n] ? " looked at: " : " not looked at: ";
    tags.textContent = `${read[n] ? "✓" : "○"} ${describe(row)}${isWrong ? " ⚠ see what is wrong" : ""}`;
  }

  item() {
    const item = make("li");
    const button = make("button");
    button.type = "button";
    button.append(make("span", "number"), make("span", "words"), make("span", "sr"), make("span", "tags"));
    item.append(button);
    return item;
  }

  words(row, parts) {
    const inside = parts.filter((s) => s.start < row.end && row.start < s.end);
    const cuts = new Set([row.start, row.end]);
    for (const s of inside) cuts.add(Math.max(s.start, row.start)).add(Math.min(s.end, row.end));
    const places = [...cuts].sort((a, b) => a - b);
    return places.slice(1).map((end, n) => {
      const types = inside.filter((s) => s.start < end && places[n] < s.end).map((s) => s.type);
      return make("span", types.join(" "), this.text.slice(places[n], end));
    });
  }

  focus(number) {
    this.button(number).focus({ preventScroll: true });
    this.show(number);
  }

  /** Bring a row to where its neighbours are seen too, whatever covers the foot of a small window. */
  show(number) {
    this.button(number).scrollIntoView({ block: "center" });
  }
}
