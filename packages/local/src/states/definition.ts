import validate from "asl-validator";
import { isObject } from "./json.ts";
import type { Program, State } from "./language.ts";

/** A definition this interpreter does not run, and why. */
export class DefinitionError extends Error {
  override readonly name = "DefinitionError";
}

const RESOURCES = [
  /^arn:aws:states:::lambda:invoke(\.waitForTaskToken)?$/,
  /^arn:aws:states:::batch:submitJob\.sync$/,
  /^arn:aws:states:::aws-sdk:batch:(describeJobDefinitions|registerJobDefinition)$/,
  /^arn:aws:lambda:[a-z0-9-]+:\d{12}:function:[A-Za-z0-9_-]+(:[A-Za-z0-9_$-]+)?$/,
];

/** Parses a definition already known to be valid. */
export const parse = (text: string): Program => JSON.parse(text) as Program;

/** Parses and checks a definition; throws DefinitionError where AWS would refuse it or we cannot run it. */
export function load(text: string): Program {
  const definition = read(text);
  const report = validate(structuredClone(definition), { checkPaths: true, checkArn: true });
  if (!report.isValid) throw new DefinitionError(report.errorsText());
  if (definition.QueryLanguage !== "JSONata") {
    throw new DefinitionError('QueryLanguage must be "JSONata" for the whole definition; JSONPath is not supported');
  }
  const program = definition as unknown as Program;
  check(program);
  return program;
}

function read(text: string) {
  try {
    const value: unknown = JSON.parse(text);
    if (isObject(value)) return value;
  } catch (error) {
    throw new DefinitionError(`The definition is not JSON: ${error instanceof Error ? error.message : error}`);
  }
  throw new DefinitionError("The definition is not a JSON object");
}

function check(program: Program): void {
  for (const [name, state] of Object.entries(program.States)) {
    if ("QueryLanguage" in state && state.QueryLanguage !== "JSONata") {
      throw new DefinitionError(`State ${name}: JSONPath is not supported`);
    }
    checkState(name, state);
  }
}

function checkState(name: string, state: State): void {
  switch (state.Type) {
    case "Task":
      if (!RESOURCES.some((known) => known.test(state.Resource))) {
        throw new DefinitionError(`State ${name}: resource ${state.Resource} is not supported`);
      }
      return;
    case "Parallel":
      state.Branches.forEach(check);
      return;
    case "Map":
      if (state.ItemProcessor.ProcessorConfig?.Mode === "DISTRIBUTED") {
        throw new DefinitionError(`State ${name}: a distributed Map is not supported`);
      }
      check(state.ItemProcessor);
      return;
    default:
      return;
  }
}
