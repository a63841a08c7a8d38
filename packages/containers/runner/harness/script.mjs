// Runs a JavaScript script: `node script.mjs` in the folder that holds job.json. Depends on flechette and Node alone.
import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { resolve } from "node:path";
import vm from "node:vm";
import { given } from "./given.mjs";
import { left } from "./left.mjs";
import { linesOf } from "./trouble.mjs";

const job = JSON.parse(readFileSync("job.json", "utf8"));
const fileName = job.source.fileName;
const source = readFileSync(job.source.path, "utf8").replace(/^\uFEFF/, "");

/** The source is the body of a function: inputs are its parameters, outputs whatever has their names at its end. */
function compile(names) {
  const head = `(async (require, ${names.join(", ")}) => {`;
  const outputs = job.outputs.map(({ name }) => `${name}: typeof ${name} === "undefined" ? undefined : ${name}`);
  const code = `${head}${source}\n;return { ${outputs.join(", ")} };})`;
  return new vm.Script(code, {
    filename: fileName,
    columnOffset: -head.length,
    importModuleDynamically: vm.constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
  }).runInThisContext();
}

function write(result) {
  mkdirSync("outputs", { recursive: true });
  writeFileSync("outputs/result.part", JSON.stringify(result));
  renameSync("outputs/result.part", "outputs/result.json");
}

async function main() {
  // Else what is printed in a loop without a pause is kept in memory until its end, and is not live.
  for (const stream of [process.stdout, process.stderr]) stream._handle?.setBlocking?.(true);
  let variables;
  try {
    const run = compile(job.inputs.map(({ name }) => name));
    variables = (await run(createRequire(resolve(job.source.path)), ...job.inputs.map(given))) ?? {};
  } catch (error) {
    return write({ outputs: [], error: linesOf(error, fileName) });
  }
  const outputs = [];
  for (const one of job.outputs) {
    try {
      outputs.push({ name: one.name, type: one.type, ...left(one, variables[one.name]) });
    } catch (error) {
      const message = `The output "${one.name}" (${one.type}) is not what was declared: ${error.message}.`;
      return write({ outputs: [], error: { message } });
    }
  }
  write({ outputs });
}

await main();
