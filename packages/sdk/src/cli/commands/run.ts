import { type Command, Option } from "commander";
import { type Atrium, take } from "../../client.ts";
import { sleep } from "../../retry.ts";
import { isEnded, waitForRun } from "../../run.ts";
import type { LogEntry, Run } from "../../types.ts";
import { colorOf, paint } from "../color.ts";
import type { Context } from "../context.ts";
import { RunFailedError } from "../exit.ts";
import { count, examples } from "../help.ts";
import { formatRows, print, printJSON, say } from "../io.ts";
import { createProgress } from "../progress.ts";
import { resolve } from "../resolve.ts";

const FOLLOW_MS = 1_000;
const STATES: Run["state"][] = ["queued", "running", "succeeded", "failed", "cancelled"];

type ListOptions = { project?: string; state?: Run["state"]; limit: number };

export function addRun(program: Command, context: Context) {
  const { io, signal } = context;
  const run = program.command("run").description("runs: what was done, by whom, and what came of it");

  run
    .command("list")
    .description("list runs, newest first")
    .option("-p, --project <project>", "id or name")
    .addOption(new Option("--state <state>", "only those").choices(STATES))
    .option("-n, --limit <count>", "how many at most", count, 20)
    .action(async ({ project, state, limit }: ListOptions) => {
      const atrium = await context.connect();
      const projectId = project && (await resolve(atrium, "project", project));
      const query = { projectId, state, limit };
      const { items } = await take(atrium.GET("/api/v1/runs", { params: { query }, signal }));
      if (context.json) return printJSON(io, items);
      if (items.length > 0)
        print(io, formatRows(items.map((item) => [item.id, item.state, item.function.name, item.queuedAt])));
    });

  run
    .command("show <run>")
    .alias("get")
    .description("show one run: its steps, and why it failed")
    .action(async (id: string) => {
      const atrium = await context.connect();
      const found = await take(atrium.GET("/api/v1/runs/{id}", { params: { path: { id } }, signal }));
      if (context.json) return printJSON(io, found);
      print(io, formatRows(describe(found), { widest: 400 }));
    });

  run
    .command("logs <run>")
    .description("print what a run said")
    .option("-f, --follow", "until it ends")
    .action(async (id: string, { follow }: { follow?: boolean }) => {
      const atrium = await context.connect();
      await printLogs(context, atrium, id, follow === true);
    });

  const wait = run
    .command("wait <run>")
    .description("wait until a run has ended; exit code 4 if it did not succeed")
    .action(async (id: string) => show(context, await awaitRun(context, await context.connect(), id)));
  examples(wait, "atrium run wait run_01K… && echo done");

  run
    .command("cancel <run>")
    .description("stop a run")
    .action(async (id: string) => {
      const atrium = await context.connect();
      const cancelled = await take(atrium.POST("/api/v1/runs/{id}/cancel", { params: { path: { id } }, signal }));
      if (context.json) printJSON(io, cancelled);
      else print(io, cancelled.state);
    });

  const again = (name: "retry" | "redrive", description: string) =>
    run
      .command(`${name} <run>`)
      .description(description)
      .option("--wait", "until it has ended; exit code 4 if it did not succeed")
      .action(async (id: string, options: { wait?: boolean }) => {
        const atrium = await context.connect();
        const begun = await take(atrium.POST(`/api/v1/runs/{id}/${name}`, { params: { path: { id } }, signal }));
        if (options.wait) return show(context, await awaitRun(context, atrium, id));
        if (context.json) return printJSON(io, begun);
        print(io, begun.state);
        say(io, name === "retry" ? `Attempt ${begun.attempt}` : `Continued for the ${ordinal(begun.redrives)} time`);
      });
  again("retry", "try a run again from its beginning that failed or was cancelled");
  again("redrive", "continue a run that failed from the step that failed");
}

const ordinal = (n: number): string => ["first", "second", "third"][n - 1] ?? `${n}th`;

export async function awaitRun(context: Context, atrium: Atrium, id: string): Promise<Run> {
  const progress = createProgress(context.io, id, context.quiet);
  try {
    return await waitForRun(atrium, id, {
      signal: context.signal,
      onProgress: ({ state, progress: now }) =>
        progress.update(state === "succeeded" ? 1 : (now.fraction ?? 0), now.message ?? now.step ?? state),
    });
  } finally {
    progress.end();
  }
}

function show({ io, json }: Context, ended: Run) {
  if (json) printJSON(io, ended);
  else print(io, paint(io, "stdout", colorOf(ended.state), ended.state));
  insist(ended);
}

/** A run that did not succeed decides the exit code, after everything was printed. */
export function insist(run: Run) {
  if (run.state === "succeeded") return;
  throw new RunFailedError(
    `Run ${run.id} ${run.state}${run.error ? `: ${run.error.message} (${run.error.code})` : ""}`,
  );
}

async function printLogs(context: Context, atrium: Atrium, id: string, follow: boolean) {
  const { io, signal } = context;
  const path = { id };
  let after: LogEntry["seq"] | undefined;
  for (;;) {
    // Asked before the entries: what a run says last is written before it ends.
    const ended = !follow || isEnded(await take(atrium.GET("/api/v1/runs/{id}", { params: { path }, signal })));
    for (;;) {
      const { items } = await take(
        atrium.GET("/api/v1/runs/{id}/logs", { params: { path, query: { after } }, signal }),
      );
      if (items.length === 0) break;
      for (const entry of items) print(io, context.json ? JSON.stringify(entry) : format(entry));
      after = items.at(-1)?.seq;
    }
    if (ended) return;
    await sleep(FOLLOW_MS, signal);
  }
}

const format = ({ at, level, step, message }: LogEntry) => `${at} ${level.padEnd(5)} ${step}: ${message}`;

function describe(run: Run): string[][] {
  const steps = run.steps.map((step) => [`  ${step.name}`, `${step.state}${step.engine ? ` (${step.engine})` : ""}`]);
  return [
    ["id", run.id],
    ["function", run.function.name],
    ["state", run.state],
    ...(run.error ? [["error", `${run.error.message} (${run.error.code})`]] : []),
    ["attempt", String(run.attempt)],
    ["by", run.requestedBy.name],
    ["queued", run.queuedAt],
    ["ended", run.endedAt ?? "–"],
    ...steps,
  ];
}
