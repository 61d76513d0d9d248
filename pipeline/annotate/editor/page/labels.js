// What follows from a label for the others of its row, and the model's labels for a row, however it was cut.

const SIDES = { pro: "supports", anti: "attacks" };
const LABELS = ["kind", "stance", "speaker", "quote", "role", "to", "rel"];

/** The row with a label changed, and with what the guideline makes of that; `rows` and `number` give its place. */
export function relabel(rows, number, field, value) {
  const row = { ...rows[number], [field]: value };
  if (field === "role" && value === "none") return { ...row, to: null, rel: null };
  if (field === "role" && value === "premise" && rows[number].role !== "premise") {
    const to = claimBefore(rows, number);
    return { ...row, to, rel: relation(row.stance, to === "issue" ? "pro" : rows[to].stance) };
  }
  if (row.role === "claim" && (field === "role" || field === "stance")) {
    return { ...row, to: "issue", rel: SIDES[row.stance] ?? row.rel };
  }
  return row;
}

/** A premise of the other side attacks; it is a first guess, as the target is. */
function relation(stance, goal) {
  const opposed = { pro: "anti", anti: "pro" };
  return opposed[stance] === goal ? "attacks" : "supports";
}

function claimBefore(rows, number) {
  for (let n = number - 1; n >= 0; n--) if (rows[n].role === "claim") return n;
  return "issue";
}

/** The model's row that shares most characters with a row, its target as a number of today's rows; or null. */
export function guessFor(guesses, rows, number) {
  const shared = (a, b) => Math.min(a.end, b.end) - Math.max(a.start, b.start);
  let best = null;
  for (const guess of guesses) {
    if (shared(guess, rows[number]) > Math.max(0, best ? shared(best, rows[number]) : 0)) best = guess;
  }
  if (!best) return null;
  const labels = Object.fromEntries(LABELS.map((name) => [name, best[name]]));
  if (typeof best.to === "number") {
    const start = guesses[best.to].start;
    const to = rows.findIndex((row) => row.start <= start && start < row.end);
    labels.to = to < 0 || to === number ? "issue" : to;
  }
  return labels;
}

export function describe(labels) {
  const target = labels.to === null ? "" : ` ${labels.rel ?? "?"} ${labels.to === "issue" ? "the issue" : labels.to}`;
  const speech = labels.quote === "none" ? "" : labels.quote;
  const role = labels.role === "none" ? "" : labels.role + target;
  const kind = labels.kind === "body" ? "" : labels.kind;
  return [kind, labels.stance, speech, labels.speaker, role].filter(Boolean).join(" · ");
}
