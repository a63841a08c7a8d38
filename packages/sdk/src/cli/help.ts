import { type Command, InvalidArgumentError } from "commander";

/** Shown below the options of a command's `--help`. */
export const examples = (command: Command, ...lines: string[]) =>
  command.addHelpText("after", `\nExamples:\n${lines.map((line) => `  $ ${line}`).join("\n")}`);

/** For options that count. */
export function count(text: string): number {
  const number = Number(text);
  if (Number.isInteger(number) && number > 0) return number;
  throw new InvalidArgumentError("It must be a whole number above 0.");
}

/** For options that may be repeated. */
export const gather = (value: string, earlier: string[]) => [...earlier, value];
