// The reading as the page has it: every change makes a new draft, so that undo is to go back to an old one.

import { guessFor, relabel } from "./labels.js";

const TYPED = new Set(["speaker", "to"]); // letters of a name and steps through a list are undone together

export class Reading {
  constructor(state, onChange) {
    this.onChange = onChange;
    this.article = state.article;
    this.guesses = state.guesses;
    this.past = [];
    this.future = [];
    this.lastKey = null;
    this.version = 0;
    this.take(state);
  }

  /** Take what the server has; a draft that was here can still be had back by undo. */
  take(state) {
    if (this.draft) this.past.push(this.draft);
    this.draft = state.draft;
    this.revision = state.revision;
    this.problems = state.problems;
    this.future = [];
    this.lastKey = null;
  }

  get row() {
    return this.draft.rows[this.draft.at];
  }

  get unread() {
    return this.draft.read.filter((read) => !read).length;
  }

  /** Go to a row; this is no change, so that looking around is neither saved nor undone. */
  go(number) {
    this.draft = { ...this.draft, at: Math.max(0, Math.min(number, this.draft.rows.length - 1)) };
    this.lastKey = null;
  }

  /** Replace the draft; changes with the same key, one after the other, are undone together. */
  change(draft, key = null) {
    if (key === null || key !== this.lastKey) this.past.push(this.draft);
    this.lastKey = key;
    this.future = [];
    this.set(draft);
  }

  set(draft) {
    this.draft = draft;
    this.version += 1;
    this.onChange();
  }

  label(field, value) {
    const { rows, at } = this.draft;
    if (rows[at][field] === value) return this.mark(true);
    this.write(relabel(rows, at, field, value), TYPED.has(field) ? `${at} ${field}` : null);
  }

  write(row, key = null) {
    const { rows, read, at } = this.draft;
    this.change({ ...this.draft, rows: rows.with(at, row), read: read.with(at, true) }, key);
  }

  mark(read) {
    if (this.draft.read[this.draft.at] === read) return;
    this.change({ ...this.draft, read: this.draft.read.with(this.draft.at, read) });
  }

  /** Mark the row as read and go to the next that is not, from here to the end and then from the beginning. */
  accept() {
    const { read, at } = this.draft;
    const marked = read.with(at, true);
    const after = marked.indexOf(false, at);
    const next = after < 0 ? marked.indexOf(false) : after;
    const goal = { ...this.draft, read: marked, at: next < 0 ? at : next };
    if (read[at]) this.go(goal.at);
    else this.change(goal);
    return next >= 0;
  }

  get guess() {
    return this.guesses && guessFor(this.guesses, this.draft.rows, this.draft.at);
  }

  takeGuess() {
    const guess = this.guess;
    if (guess) this.write({ ...this.row, ...guess });
  }

  addSpan(span) {
    const same = (s) => s.start === span.start && s.end === span.end && s.type === span.type;
    const spans = this.draft.spans.filter((s) => !same(s) || s.attribution !== span.attribution);
    spans.push(span);
    spans.sort((a, b) => a.start - b.start || a.end - b.end || (a.type < b.type ? -1 : 1));
    this.change({ ...this.draft, spans, read: this.draft.read.with(this.draft.at, true) });
  }

  removeSpan(span) {
    const spans = this.draft.spans.filter((s) => s !== span);
    this.change({ ...this.draft, spans, read: this.draft.read.with(this.draft.at, true) });
  }

  undo() {
    this.back(this.past, this.future);
  }

  redo() {
    this.back(this.future, this.past);
  }

  back(from, to) {
    if (!from.length) return;
    to.push(this.draft);
    this.lastKey = null;
    this.set(from.pop());
  }
}
