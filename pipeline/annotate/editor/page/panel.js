// The labels of the sentence where one is, what is wrong with them, and what the model says.

import { describe } from "./labels.js";
import { make } from "./rows.js";

const CHOICES = ["stance", "quote", "role", "rel", "kind"];
const BEGINNING = 60; // characters of a sentence that tell which it is

const at = (id) => document.getElementById(id);

export class Panel {
  constructor(reading, text) {
    this.reading = reading;
    this.text = text;
    this.wantsGuess = false;
    for (const name of CHOICES) {
      at(`${name}-box`).addEventListener("change", (event) => reading.label(name, event.target.value));
    }
    at("speaker").addEventListener("input", (event) => reading.label("speaker", event.target.value.trim() || null));
    at("to").addEventListener("change", (event) => {
      reading.label("to", { issue: "issue", "": null }[event.target.value] ?? +event.target.value);
    });
    at("read").addEventListener("change", (event) => reading.mark(event.target.checked));
  }

  draw() {
    const { reading } = this;
    const { rows, read, at: number } = reading.draft;
    const row = reading.row;
    at("where").textContent = `Sentence ${number}`;
    for (const name of CHOICES) {
      for (const input of document.getElementsByName(name)) input.checked = input.value === row[name];
    }
    at("rel-box").disabled = at("to").disabled = row.role === "none";
    if (document.activeElement !== at("speaker")) at("speaker").value = row.speaker ?? "";
    at("read").checked = read[number];
    const names = new Set([...rows, ...(reading.guesses ?? [])].map((r) => r.speaker).filter(Boolean));
    at("names").replaceChildren(...[...names].sort().map((name) => this.option(name, name)));
    this.drawTargets(rows, number, row);
    this.drawProblems(number);
    this.drawGuess();
  }

  option(value, text) {
    const option = make("option", "", text);
    option.value = value;
    return option;
  }

  drawTargets(rows, number, row) {
    const options = [this.option("issue", "issue: sanctuary policies are good")];
    if (row.to === null) options.unshift(this.option("", "nothing"));
    rows.forEach((other, n) => {
      if (n === number || (other.role === "none" && row.to !== n)) return;
      const beginning = this.text.slice(other.start, Math.min(other.end, other.start + BEGINNING));
      options.push(this.option(n, `${n} ${other.role}: ${beginning}`));
    });
    at("to").replaceChildren(...options);
    at("to").value = row.to ?? "";
  }

  drawProblems(number) {
    const mine = this.reading.problems.filter((problem) => problem.row === number);
    const lines = mine.map((problem) => `${problem.field}: ${problem.what}. To mend: ${problem.fix}.`);
    const shown = [...at("problems").children].map((line) => line.textContent);
    if (lines.join("\n") === shown.join("\n")) return; // a live list is read aloud when it is drawn anew
    at("problems").replaceChildren(...lines.map((line) => make("li", "", line)));
  }

  drawGuess() {
    const { guess, row } = this.reading;
    at("guess").hidden = !this.wantsGuess || !guess;
    at("guess-show")?.setAttribute("aria-expanded", this.wantsGuess);
    if (!guess) return;
    const same = describe(guess) === describe(row);
    at("guess-text").textContent = `The model says: ${describe(guess)}${same ? " (as it stands)" : ""}`;
    at("guess-take").disabled = same;
  }

  toggleGuess() {
    this.wantsGuess = !this.wantsGuess;
    this.drawGuess();
  }
}
