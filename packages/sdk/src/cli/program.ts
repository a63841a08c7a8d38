import { Command } from "commander";
import manifest from "../../package.json" with { type: "json" };
import { createAtrium } from "../client.ts";
import { paint } from "./color.ts";
import { addAccount } from "./commands/account.ts";
import { addAlgorithm } from "./commands/algorithm.ts";
import { addAnnotations } from "./commands/annotations.ts";
import { addCompletion } from "./commands/completion.ts";
import { addFile } from "./commands/file.ts";
import { addProject } from "./commands/project.ts";
import { addRun } from "./commands/run.ts";
import { addTable } from "./commands/table.ts";
import { addUpload } from "./commands/upload.ts";
import type { Context } from "./context.ts";
import { findCredentials } from "./credentials.ts";
import { describeError, Exit, exitCode } from "./exit.ts";
import { type IO, print, say } from "./io.ts";

const AFTER_HELP = `
Exit codes: 0 done, 1 failed, 2 not understood, 3 not signed in, not allowed or not there, 4 the run failed,
130 interrupted.
Credentials: ATRIUM_URL and ATRIUM_API_KEY, or \`atrium login\`, or .atrium/ of the current folder.`;

export async function runCLI(args: string[], io: IO): Promise<number> {
  const interrupt = new AbortController();
  const onInterrupt = () => interrupt.abort();
  io.on("SIGINT", onInterrupt);
  try {
    await createProgram(io, interrupt.signal).parseAsync(args, { from: "user" });
    return Exit.ok;
  } catch (error) {
    if (interrupt.signal.aborted) return Exit.interrupted;
    const code = exitCode(error);
    // Commander has already said what it does not understand.
    if (!isCommander(error)) say(io, `${paint(io, "stderr", "red", "atrium:")} ${describeError(error)}`);
    return code;
  } finally {
    io.off("SIGINT", onInterrupt);
  }
}

function createProgram(io: IO, signal: AbortSignal): Command {
  const program = new Command("atrium")
    .description("Work with an Atrium workspace: projects, files, tables and runs.")
    .version(manifest.version)
    .option("--json", "print JSON for machines on standard output")
    .option("--quiet", "no progress on standard error")
    .addHelpText("after", AFTER_HELP)
    .showHelpAfterError("(try --help)")
    .configureOutput({ writeOut: (text) => print(io, text.trimEnd()), writeErr: (text) => say(io, text.trimEnd()) })
    .exitOverride();
  const given = () => program.opts<{ json?: boolean; quiet?: boolean }>();
  const context: Context = {
    io,
    signal,
    get json() {
      return given().json === true;
    },
    get quiet() {
      return given().quiet === true;
    },
    connect: async () => createAtrium(await findCredentials(io)),
  };
  const groups = [
    addAccount,
    addProject,
    addUpload,
    addFile,
    addTable,
    addAlgorithm,
    addAnnotations,
    addRun,
    addCompletion,
  ];
  for (const add of groups) add(program, context);
  return program;
}

const isCommander = (error: unknown) =>
  error instanceof Error && "code" in error && `${error.code}`.startsWith("commander.");
