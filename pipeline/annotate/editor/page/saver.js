// Save a while after the last change, again after a failure, and never over what another page or program wrote.

import * as server from "./server.js";

const PAUSE = 350; // ms: typing a name is one save
const AGAIN = 3000; // ms until a failed save is tried again
const CONFLICT = 409;

export class Saver {
  constructor(reading, show) {
    this.reading = reading;
    this.show = show; // called with saved, waiting, saving, failed or conflict, and a reason
    this.done = reading.version;
    this.timer = null;
    this.state = "saved";
  }

  get isClean() {
    return this.done === this.reading.version;
  }

  tell(state, reason = "") {
    this.state = state;
    this.show(state, reason);
  }

  soon(pause = PAUSE) {
    if (this.state === "conflict") return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.now(), pause);
    if (this.state === "saved") this.tell("waiting");
  }

  async now() {
    clearTimeout(this.timer);
    if (this.state === "saving" || this.state === "conflict") return;
    const { draft, version, revision } = this.reading;
    this.tell("saving");
    try {
      const answer = await server.save(draft, revision);
      this.done = version;
      this.reading.revision = answer.revision;
      this.reading.problems = answer.problems;
      this.tell("saved");
    } catch (error) {
      this.tell(error.status === CONFLICT ? "conflict" : "failed", error.message);
    }
    if (!this.isClean) this.soon(this.state === "failed" ? AGAIN : PAUSE);
  }

  /** After a conflict: take the other's reading, or write ours over it. */
  async settle(keepOurs) {
    try {
      const theirs = await server.load();
      if (keepOurs) this.reading.revision = theirs.revision;
      else this.reading.take(theirs);
    } catch (error) {
      this.show("conflict", error.message);
      return;
    }
    this.state = "saved";
    if (keepOurs) await this.now();
    else {
      this.done = this.reading.version;
      this.tell("saved");
    }
  }
}
