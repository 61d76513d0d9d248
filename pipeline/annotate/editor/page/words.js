// The words of the sentence: where to split it, and which of them are source, cue and content of a quote.

import * as server from "./server.js";
import { isPart, make } from "./rows.js";
import { oneLine, pointsBefore } from "./text.js";

const at = (id) => document.getElementById(id);

export class Words {
  constructor(reading, text, say) {
    this.reading = reading;
    this.text = text;
    this.say = say;
    this.box = at("words");
    this.shown = null;
    this.keepUnchanged();
    at("split").addEventListener("click", () => this.split());
    at("merge").addEventListener("click", () => this.merge());
    for (const button of document.querySelectorAll(".mark")) {
      button.addEventListener("click", () => this.mark(button.dataset.type));
    }
  }

  /** The caret of a box that is `readonly` does not move by keyboard in every browser; this one's words only stay. */
  keepUnchanged() {
    let words = "";
    this.box.addEventListener("beforeinput", (event) => {
      words = this.box.value;
      event.preventDefault();
    });
    this.box.addEventListener("input", () => (this.box.value = words)); // some input methods cannot be prevented
  }

  draw() {
    const { row } = this.reading;
    const place = `${row.start} ${row.end}`;
    if (place !== this.shown) {
      // Drawn anew only for another sentence, so that the selection stays where it is.
      this.box.value = oneLine(this.text.slice(row.start, row.end));
      this.box.setSelectionRange(0, 0);
    }
    this.drawQuotes(row, place === this.shown);
    this.shown = place;
  }

  drawQuotes(row, keep) {
    const parts = this.reading.draft.spans.filter(isPart);
    const here = parts.filter((s) => s.start < row.end && row.start < s.end);
    const chosen = at("attribution").value;
    const numbers = [...new Set(parts.map((s) => s.attribution))].filter((n) => n !== null).sort((a, b) => a - b);
    const fresh = Math.max(0, ...numbers) + 1;
    const options = [...numbers, fresh].map((number) => {
      const words = parts.find((s) => s.attribution === number);
      const text = words ? oneLine(this.text.slice(words.start, Math.min(words.end, words.start + 40))) : "a new quote";
      const option = make("option", "", `${number}: ${text}`);
      option.value = number;
      return option;
    });
    at("attribution").replaceChildren(...options);
    at("attribution").value = keep && options.some((o) => o.value === chosen) ? chosen : (here[0]?.attribution ?? fresh);
    at("spans").replaceChildren(...here.map((span) => this.line(span)));
  }

  line(span) {
    const words = oneLine(this.text.slice(span.start, span.end));
    const line = make("li");
    const button = make("button", "", "Remove");
    button.type = "button";
    button.setAttribute("aria-label", `Remove ${span.type}: ${words}`);
    button.addEventListener("click", () => {
      this.reading.removeSpan(span);
      this.box.focus();
    });
    line.append(make("span", span.type, words), ` ${span.type} of ${span.attribution} `, button);
    return line;
  }

  open() {
    at("cutting").open = true;
    this.box.focus();
    this.box.scrollIntoView({ block: "nearest" });
  }

  offset(units) {
    return this.reading.row.start + pointsBefore(this.box.value, units);
  }

  mark(type) {
    let [start, end] = [this.box.selectionStart, this.box.selectionEnd];
    const words = this.box.value.slice(start, end);
    start += words.length - words.trimStart().length;
    end -= words.length - words.trimEnd().length;
    if (start >= end) {
      this.say("Select words first, with Shift and the arrows or the mouse.");
      this.box.focus();
      return;
    }
    const attribution = +at("attribution").value;
    this.reading.addSpan({ start: this.offset(start), end: this.offset(end), type, attribution });
    this.say(`${type} of quote ${attribution}: ${words.trim()}`);
    this.box.focus();
  }

  split() {
    return this.cut(this.offset(this.box.selectionStart), "Split in two; both parts are to be looked at.");
  }

  merge() {
    return this.cut(null, "Merged with the next; to be looked at.");
  }

  /** Let the server cut; what was changed meanwhile is not to be lost, so an answer that comes too late is dropped. */
  async cut(place, done) {
    const before = this.reading.draft;
    try {
      const answer = await server.cut(before, before.at, place);
      if (this.reading.draft !== before) return;
      this.reading.problems = answer.problems;
      this.reading.change(answer.draft);
      this.say(done);
    } catch (error) {
      this.say(error.message);
    }
  }
}
