// The FHIR files once more, by a second implementation: `fhir` of npm, with the structures and value sets of R4 itself.
//
// `cargo xtask test --only fhir` calls it with the folder that tests/fhir.rs has filled, before check.py, which knows
// much more about what the files mean.
// It also has to refuse broken files, each for the reason it was broken for.

const { readFileSync } = require("node:fs");
const { join } = require("node:path");
const { Fhir, ParseConformance, Versions } = require("fhir");

const fhir = new Fhir(new ParseConformance(true, Versions.R4));

// It has no list of the answers that forms allow, and says so as information.
function problems(resource) {
  const found = fhir.validate(resource, { errorOnUnexpected: true });
  const messages = found.messages.filter((message) => message.severity !== "info");
  return messages.map((message) => `${message.location}: ${message.message}`);
}

function broken(original, edits) {
  return Object.entries(edits).flatMap(([why, edit]) => {
    const changed = structuredClone(original);
    edit(changed);
    const found = problems(changed);
    return found.some((problem) => problem.includes(why)) ? [] : [`broken for "${why}", and the check says ${JSON.stringify(found)}`];
  });
}

const folder = process.argv[2];
const form = JSON.parse(readFileSync(join(folder, "questionnaire.json"), "utf8"));
const lines = readFileSync(join(folder, "responses.jsonl"), "utf8").trimEnd().split("\n").map((line) => JSON.parse(line));

const found = problems(form).map((problem) => `questionnaire: ${problem}`);
for (const { name, text } of lines) {
  found.push(...problems(JSON.parse(text)).map((problem) => `${name}: ${problem}`));
}

const responseEdits = {
  'Code "done" not found': (response) => { response.status = "done"; },
  "status: Missing property": (response) => { delete response.status; },
  "score: Unexpected property": (response) => { response.score = 7; },
  "item[0].linkId: Missing property": (response) => { delete response.item[0].linkId; },
  "item: Property is not an array": (response) => { response.item = {}; },
  "not a valid resource type": (response) => { response.resourceType = "Response"; },
};
const formEdits = {
  'Code "radio" not found': (changed) => { changed.item[2].type = "radio"; },
  "type: Missing property": (changed) => { delete changed.item[2].type; },
  'Code "final" not found': (changed) => { changed.status = "final"; },
  'boolean value "yes"': (changed) => { changed.item[2].required = "yes"; },
  "hint: Unexpected property": (changed) => { changed.item[2].hint = "x"; },
  'Code "<>" not found': (changed) => { changed.item.find((item) => item.enableWhen).enableWhen[0].operator = "<>"; },
};
found.push(...broken(JSON.parse(lines[0].text), responseEdits), ...broken(form, formEdits));

found.slice(0, 40).forEach((problem) => console.log(problem));
if (found.length > 0 || lines.length === 0) {
  console.error(`${found.length} problems with the FHIR files as R4`);
  process.exit(1);
}
console.log(`fhir ${require("fhir/package.json").version}: the form and ${lines.length} responses are R4, and broken files are refused`);
