// Read Argdown documents, one JSON string a line, with the parser of argdown.org; answer with what it found, a line each.
// `node read_argdown.mjs FOLDER`: the folder in which @argdown/core is installed.
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";

const { argdown } = await import(pathToFileURL(`${process.argv[2]}/node_modules/@argdown/core/dist/index.js`));

for await (const line of createInterface({ input: process.stdin })) {
  const found = argdown.run({ process: ["parse-input", "build-model"], input: JSON.parse(line), logLevel: "silent" });
  const statements = Object.values(found.statements ?? {}).map((one) => ({
    title: one.title,
    texts: one.members.filter((member) => !member.isReference).map((member) => member.text),
    tags: one.tags ?? [],
    data: one.data ?? {},
    ranges: one.members.flatMap((member) => member.ranges ?? []).length,
  }));
  const relations = (found.relations ?? []).map((one) => [one.from.title, one.to.title, one.relationType]);
  const errors = [...(found.lexerErrors ?? []), ...(found.parserErrors ?? [])].map((error) => error.message);
  const others = Object.keys(found.arguments ?? {}).length + (found.sections ?? []).length;
  console.log(JSON.stringify({ statements, relations, errors, others, settings: found.frontMatter ?? null }));
}
