import type { Command } from "commander";
import { type Atrium, take } from "../../client.ts";
import { sleep } from "../../retry.ts";
import { isEnded, waitForRun } from "../../run.ts";
import type { LogEntry, Run } from "../../types.ts";
import type { Context } from "../context.ts";
import { RunFailedError } from "../exit.ts";
import { formatRows, print, printJSON } from "../io.ts";
import { createProgress } from "../progress.ts";
import { resolve } from "../resolve.ts";

const FOLLOW_MS = 1_000;

type ListOptions = { project?: string; state?: Run["state"]; limit: number };

export function addRun(program: Command, context: Context) {
  const { io, signal } = context;
  const run = program.command("run").description("runs");

  run
    .command("list")
    .description("list runs, newest first")
    .option("-p, --project <project>", "id or name")
    .option("--state <state>", "queued, running, succeeded, failed or cancelled")
    .option("-n, --limit <count>", "how many at most", Number, 20)
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
    .command("get <run>")
    .description("show one run")
    .action(async (id: string) => {
      const atrium = await context.connect();
      const found = await take(atrium.GET("/api/v1/runs/{id}", { params: { path: { id } }, signal }));
      if (context.json) return printJSON(io, found);
      print(io, formatRows(describe(found)));
    });

  run
    .command("logs <run>")
    .description("print what a run said")
    .option("-f, --follow", "until it ends")
    .action(async (id: string, { follow }: { follow?: boolean }) => {
      const atrium = await context.connect();
      await printLogs(context, atrium, id, follow === true);
    });

  run
    .command("wait <run>")
    .description("wait until a run has ended; exit code 5 if it failed")
    .action(async (id: string) => {
      const ended = await awaitRun(context, await context.connect(), id);
      if (context.json) printJSON(io, ended);
      else print(io, ended.state);
      insist(ended);
    });

  run
    .command("cancel <run>")
    .description("stop a run")
    .action(async (id: string) => {
      const atrium = await context.connect();
      const cancelled = await take(atrium.POST("/api/v1/runs/{id}/cancel", { params: { path: { id } }, signal }));
      if (context.json) printJSON(io, cancelled);
      else print(io, cancelled.state);
    });
}

export async function awaitRun(context: Context, atrium: Atrium, id: string): Promise<Run> {
  const progress = createProgress(context.io, id, context.json);
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
