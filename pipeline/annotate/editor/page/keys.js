// Every key and what it does: one table for the keyboard and for the page that explains it.

import { make } from "./rows.js";

const LABELS = [
  ["stance", { p: "pro", a: "anti", n: "neutral" }],
  ["quote", { d: "direct", m: "mixed", i: "indirect", o: "none" }],
  ["role", { c: "claim", e: "premise", x: "none" }],
  ["rel", { "+": "supports", "-": "attacks" }],
  ["kind", { 1: "body", 2: "headline", 3: "byline", 4: "caption", 5: "heading", 6: "boilerplate" }],
];

export class Keys {
  constructor(actions) {
    this.on = true;
    this.table = [
      [["Enter"], "right as it stands: on to the next that was not looked at", actions.accept],
      [["j", "ArrowDown"], "next sentence", actions.next],
      [["k", "ArrowUp"], "sentence before", actions.previous],
      [["f"], "first sentence that was not looked at", actions.first],
      ...LABELS.flatMap(([field, values]) =>
        Object.entries(values).map(([key, value]) => [[key], `${field}: ${value}`, () => actions.label(field, value)]),
      ),
      [["s"], "to the speaker (Enter or Esc leads back)", actions.speaker],
      [["t"], "to the target: a number or the arrows, then Enter", actions.target],
      [["r"], "looked at, or not", actions.read],
      [["v"], "show the model's guess, or hide it", actions.guess],
      [["g"], "take the model's guess", actions.take],
      [["w"], "to the words: split there with Enter, mark with 1, 2, 3", actions.words],
      [["M"], "merge with the next sentence", actions.merge],
      [["z"], "undo (Ctrl+Z too)", actions.undo],
      [["y"], "redo (Ctrl+Y, Shift+Ctrl+Z too)", actions.redo],
      [["h"], "guideline", actions.guideline],
      [["?"], "these keys", actions.help],
    ].filter(([, , run]) => run);
    this.run = new Map(this.table.flatMap(([keys, , run]) => keys.map((key) => [key, run])));
    document.addEventListener("keydown", (event) => this.press(event, actions));
  }

  press(event, actions) {
    if (event.isComposing || document.querySelector("dialog[open]")) return;
    const { target } = event;
    const types = target.matches("input:not([type=radio], [type=checkbox]), select, textarea");
    if (event.key === "Escape") {
      event.preventDefault();
      actions.list();
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey) this.chord(event, actions, target);
    else if (target.id === "words") this.mark(event, actions);
    else if (types) this.leave(event, actions);
    else if (this.on && this.run.has(event.key) && !this.isOwn(event)) {
      event.preventDefault();
      if (event.key !== "Enter" || !event.repeat) this.run.get(event.key)(); // a key held down has read nothing
    }
  }

  /** Keys that an element needs itself: Enter on a button that is no row, arrows among choices. */
  isOwn({ key, target }) {
    if (key === "Enter") return target.matches("button, summary") && !target.closest("#rows");
    return key.startsWith("Arrow") && target.matches("input[type=radio]");
  }

  chord(event, actions, target) {
    const key = event.key.toLowerCase();
    const writes = target.matches("#speaker");
    if (event.altKey || writes || !["z", "y"].includes(key)) return;
    event.preventDefault();
    if (key === "y" || event.shiftKey) actions.redo();
    else actions.undo();
  }

  mark(event, actions) {
    const type = { 1: "source", 2: "cue", 3: "content" }[event.key];
    if (type) actions.mark(type);
    else if (event.key === "Enter" && !event.repeat) actions.split();
    else return;
    event.preventDefault();
  }

  leave(event, actions) {
    if (event.key !== "Enter") return;
    event.preventDefault();
    actions.list();
  }

  explain(body) {
    const names = { ArrowDown: "↓", ArrowUp: "↑", Enter: "Enter" };
    const lines = this.table.map(([keys, does]) => {
      const line = make("tr");
      const cell = make("td");
      cell.append(...keys.flatMap((key) => [make("kbd", "", names[key] ?? key), " "]));
      line.append(cell, make("td", "", does));
      return line;
    });
    body.replaceChildren(...lines);
  }
}
