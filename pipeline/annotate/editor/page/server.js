// Requests to the server that gave the page; the token is in the page's own address.

export class Refusal extends Error {
  constructor(status, message) {
    super(message);
    this.status = status;
  }
}

async function ask(method, name, body) {
  let answer;
  try {
    answer = await fetch(name, {
      method,
      headers: body ? { "Content-Type": "application/json" } : {},
      body: body && JSON.stringify(body),
    });
  } catch {
    throw new Refusal(0, "the annotator does not answer: is it still running?");
  }
  const data = await answer.json();
  if (!answer.ok) throw new Refusal(answer.status, data.error);
  return data;
}

export const load = () => ask("GET", "reading");
export const save = (draft, revision) => ask("PUT", "reading", { draft, revision });
export const cut = (draft, row, at) => ask("POST", "cut", { draft, row, at });
