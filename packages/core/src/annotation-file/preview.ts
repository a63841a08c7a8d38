import * as Actor from "../actor/index.ts";
import { AnnotationType } from "../annotation-type/index.ts";
import { transaction } from "../database/index.ts";
import type { Reporter } from "../ingest/reporter.ts";
import { asRequester } from "../job/requester.ts";
import { Run } from "../run/index.ts";
import type { Parsed } from "./parse/parsed.ts";
import { mediaIn } from "./read/media.ts";
import { renamed } from "./read/renamed.ts";
import { Survey } from "./read/survey.ts";
import { Taking } from "./read/taking.ts";
import { Classes, definitionsOf, type Wanted, wanting } from "./read/types.ts";
import type { Import } from "./schema.ts";

const FIRST = 20;
const TOLD = 100;

/** Says what taking a file in would come to, by the code that takes it in, and writes nothing. */
export const preview = (job: Run.Job, asked: Import, parse: () => AsyncIterable<Parsed>, reporter: Reporter) =>
  transaction(async () => {
    const outputs = await asRequester(Actor.userID(), () => look(asked, parse, reporter));
    await Run.succeed({
      ...{ runID: job.runId, attempt: job.attempt, outputs },
      ...{ used: [{ entityID: asked.fileId, role: "file" }], generated: [] },
    });
  });

async function look(asked: Import, parse: () => AsyncIterable<Parsed>, reporter: Reporter) {
  const existing = await AnnotationType.typesAround(asked.projectId);
  const named = asked.classes ?? {};
  const known = new Classes(existing, named);
  const [survey, wanted]: [Survey, Wanted] = [new Survey(known), new Map()];
  for await (const parsed of parse()) {
    reporter.signal.throwIfAborted();
    survey.note(parsed);
  }
  const meant = () => renamed(parse(), asked.attributes ?? {});
  if (asked.createTypes) for await (const parsed of meant()) wanting(known, wanted, parsed);
  const made = definitionsOf(wanted, existing).map((type, i): AnnotationType.Info => {
    const { hotkey = null, ...definition } = AnnotationType.Definition.parse(type);
    return { ...definition, hotkey, id: `new-${i}`, projectId: asked.projectId, revision: 1 };
  });
  const types = [...existing, ...made];
  const media = await mediaIn(asked.projectId, asked.mediaId ?? undefined);
  const taking = new Taking(asked.layerId ?? "", media, new Classes(types, named));
  const names = new Map(types.map(({ id, name }) => [id, name]));
  const items: object[] = [];
  for await (const parsed of meant()) {
    reporter.signal.throwIfAborted();
    const before = taking.problems.length;
    const [row] = taking.take(parsed);
    const problem = taking.problems[before]?.message;
    if (items.length < FIRST && parsed.kind !== "problem" && (row || problem))
      items.push({
        ...{ at: parsed.at, className: parsed.className, type: names.get(row?.t ?? "") ?? null },
        ...{ frame: row?.f ?? null, mediaId: row?.m ?? null, attributes: row?.a ?? parsed.attributes },
        problem: problem ?? null,
      });
  }
  const { read, left, cut, problemCount, problems } = taking;
  return {
    ...{ preview: true, read, left, cut, problemCount, items, classes: survey.classes() },
    problems: problems.slice(0, TOLD).map(({ at, message }) => ({ at, message })),
    creates: made.map(({ name, shape, attributes }) => ({
      name,
      shape,
      attributes: attributes.map((one) => one.name),
    })),
  };
}
