import type { Command } from "commander";
import { type Atrium, take } from "../../client.ts";
import { parseAttributes } from "../attributes.ts";
import type { Context } from "../context.ts";
import { UsageError } from "../exit.ts";
import { examples } from "../help.ts";
import { formatRows, print, printJSON, say } from "../io.ts";
import { resolve } from "../resolve.ts";
import { awaitRun, insist } from "./run.ts";

type RunOptions = {
  project: string;
  media: string[];
  query?: string;
  recursive?: boolean;
  set: string[];
  layer?: string;
  newLayer?: string;
  wait?: boolean;
};

export function addAlgorithm(program: Command, context: Context) {
  const { io, signal } = context;
  const algorithm = program.command("algorithm").description("algorithms: scripts that are run over media");

  algorithm
    .command("list")
    .description("list what can be run over the media of a project")
    .requiredOption("-p, --project <project>", "id or name")
    .action(async ({ project }: { project: string }) => {
      const atrium = await context.connect();
      const items = await algorithmsOf(atrium, await resolve(atrium, "project", project), signal);
      if (context.json) return printJSON(io, items);
      const rows = items.map(({ id, name, batchSize, problem }) => [id, name, `${batchSize} a job`, problem ?? ""]);
      if (rows.length > 0) print(io, formatRows(rows));
    });

  const run = algorithm
    .command("run <algorithm>")
    .description("run an algorithm (id or name) over media, and print the run's id")
    .requiredOption("-p, --project <project>", "id or name: where its media lie, and its run belongs")
    .option("-m, --media <id>", "of these media; may be given several times", collect, [])
    .option("-q, --query <text>", "of those in the project that match")
    .option("-r, --recursive", "with what lies in the projects inside it")
    .option("-s, --set <name=value>", "a parameter; may be given several times", collect, [])
    .option("--layer <id>", "write on this layer, instead of the project's first")
    .option("--new-layer <name>", "write on a new layer")
    .option("--wait", "until it has ended; exit code 4 if it did not succeed")
    .action(async (wanted: string, options: RunOptions) => {
      const { media, query: q, set, layer: id, newLayer: name } = options;
      if (id !== undefined && name !== undefined) throw new UsageError("Say either --layer or --new-layer");
      if (media.length > 0 && (q !== undefined || options.recursive))
        throw new UsageError("Say either --media or what is to be found by --query and --recursive");
      const atrium = await context.connect();
      const projectId = await resolve(atrium, "project", options.project);
      const known = await algorithmsOf(atrium, projectId, signal);
      const found = known.find((one) => one.id === wanted || one.name === wanted);
      if (!found) throw new UsageError(`No algorithm of ${options.project} is called “${wanted}”`);
      const query = { projectId, recursive: options.recursive === true, ...(q === undefined ? {} : { q }) };
      const chosen = media.length > 0 ? { mediaIds: media } : { query, count: await countOf(atrium, query, signal) };
      const layer = name === undefined ? (id === undefined ? undefined : { id }) : { name };
      const body = { ...chosen, projectId, parameters: parseAttributes(set) ?? {}, ...(layer ? { layer } : {}) };
      const params = { path: { id: found.id } };
      const begun = await take(atrium.POST("/api/v1/algorithms/{id}/runs", { params, body, signal }));
      if (!options.wait) {
        if (context.json) return printJSON(io, begun);
        say(io, `${begun.media} media in ${begun.batches} batches`);
        return print(io, begun.run.id);
      }
      const ended = await awaitRun(context, atrium, begun.run.id);
      if (context.json) printJSON(io, ended);
      else print(io, `${ended.id} ${ended.state}`);
      insist(ended);
    });
  examples(run, 'atrium algorithm run "Scenes and motion" -p Sample --set every=2 --new-layer Motion --wait');
}

const collect = (value: string, before: string[]): string[] => [...before, value];

const algorithmsOf = async (atrium: Atrium, id: string, signal: AbortSignal) =>
  (await take(atrium.GET("/api/v1/projects/{id}/algorithms", { params: { path: { id } }, signal }))).items;

type Query = { projectId: string; recursive: boolean; q?: string };

/** The run is refused where this is not so any more. */
async function countOf(atrium: Atrium, { recursive, ...query }: Query, signal: AbortSignal): Promise<number> {
  const asked = { ...query, recursive: recursive ? ("true" as const) : ("false" as const) };
  const { total } = await take(
    atrium.GET("/api/v1/media", { params: { query: { ...asked, limit: 1, count: "true" } }, signal }),
  );
  if (typeof total === "number") return total;
  throw new UsageError(`These are ${total} media; find fewer`);
}
