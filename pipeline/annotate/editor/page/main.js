// Bring the parts together: the reading, what shows it, what changes it, what saves it.

import * as server from "./server.js";
import { Keys } from "./keys.js";
import { Panel } from "./panel.js";
import { Reading } from "./reading.js";
import { make, Rows } from "./rows.js";
import { Saver } from "./saver.js";
import { Text } from "./text.js";
import { Words } from "./words.js";

const at = (id) => document.getElementById(id);
const STATES = {
  saved: "Saved",
  waiting: "Not saved yet",
  saving: "Saving…",
  failed: "Not saved",
  conflict: "Not saved",
};

function say(words, shown = true) {
  at("say").textContent = words;
  at("say").classList.toggle("shown", shown && Boolean(words));
}

function alarm(words, ...buttons) {
  const shown = at("alarm").firstChild?.textContent;
  if ((shown ?? "") === words) return; // read aloud once, not at every try
  at("alarm").replaceChildren(...(words ? [make("p", "", words), ...buttons] : []));
}

function button(text, run) {
  const made = make("button", "", text);
  made.type = "button";
  made.addEventListener("click", run);
  return made;
}

/** Stay where one left off, or go on to the next sentence that was not looked at. */
function resume(reading) {
  const { read, at: left } = reading.draft;
  const after = read.indexOf(false, left);
  const goal = after < 0 ? read.indexOf(false) : after;
  if (goal >= 0) reading.go(goal);
}

function start(state) {
  const text = new Text(state.article.text);
  const reading = new Reading(state, () => {
    say("");
    draw();
    saver.soon();
  });
  const rows = new Rows(at("rows"), text, (number) => go(number, false));
  const panel = new Panel(reading, text);
  const words = new Words(reading, text, say);
  const saver = new Saver(reading, showState);

  function draw() {
    rows.draw(reading);
    panel.draw();
    words.draw();
    const all = reading.draft.rows.length;
    at("count").textContent = `${all - reading.unread} of ${all} looked at`;
    at("undo").disabled = !reading.past.length;
    at("redo").disabled = !reading.future.length;
  }

  function go(number, move = true) {
    say("");
    reading.go(number);
    draw();
    if (move) list();
    else rows.button(reading.draft.at).focus({ preventScroll: true });
  }

  function list() {
    rows.focus(reading.draft.at);
  }

  function showState(kind, reason) {
    at("saved").dataset.state = kind;
    at("saved").textContent = STATES[kind];
    if (kind === "failed") {
      const told = `Not saved: ${reason}. Your changes are kept here; saving is tried again.`;
      alarm(told, button("Try now", () => saver.now()));
    }
    if (kind === "conflict") {
      const settle = (keep) => saver.settle(keep).then(draw);
      alarm(
        `Not saved: ${reason}. Nothing was overwritten.`,
        button("Show the other reading (undo brings mine back)", () => settle(false)),
        button("Keep mine, overwrite the other", () => settle(true)),
      );
    }
    if (kind === "saved") {
      alarm("");
      draw();
    }
  }

  function hasRole() {
    const has = reading.row.role !== "none";
    if (!has) say("Give the sentence a role first: c claim, e premise.");
    return has;
  }

  const actions = {
    list,
    next: () => go(reading.draft.at + 1),
    previous: () => go(reading.draft.at - 1),
    first: () => go(Math.max(0, reading.draft.read.indexOf(false))),
    accept: () => {
      const more = reading.accept();
      draw();
      list();
      say(more ? "" : "All sentences were looked at.");
    },
    label: (field, value) => {
      if (field === "rel" && !hasRole()) return;
      reading.label(field, value);
      say(`${field}: ${value}`, false); // who sees the page sees it there
    },
    speaker: () => at("speaker").select(),
    target: () => {
      if (hasRole()) at("to").focus();
    },
    read: () => reading.mark(!reading.draft.read[reading.draft.at]),
    guess: reading.guesses && (() => panel.toggleGuess()),
    take: reading.guesses && (() => reading.takeGuess()),
    words: () => words.open(),
    mark: (type) => words.mark(type),
    split: () => words.split().then(list),
    merge: () => words.merge(),
    undo: () => {
      reading.undo();
      say("Undone.", false);
    },
    redo: () => {
      reading.redo();
      say("Done again.", false);
    },
    guideline: () => at("guideline").showModal(),
    help: () => at("keys").showModal(),
  };
  const keys = new Keys(actions);
  keys.explain(at("keys-list"));
  at("keys-on").addEventListener("change", (event) => (keys.on = event.target.checked));
  for (const id of ["next", "previous", "accept", "undo", "redo"]) at(id).addEventListener("click", actions[id]);
  at("guideline-open").addEventListener("click", actions.guideline);
  at("keys-open").addEventListener("click", actions.help);
  at("guess-show")?.addEventListener("click", actions.guess);
  at("guess-take").addEventListener("click", actions.take);
  addEventListener("beforeunload", (event) => {
    if (!saver.isClean) event.preventDefault();
  });

  at("title").textContent = state.article.title || state.article.id;
  document.title = `${state.article.id}: annotate`;
  resume(reading);
  showState("saved", "");
  list();
}

try {
  start(await server.load());
} catch (error) {
  alarm(error.message);
}
