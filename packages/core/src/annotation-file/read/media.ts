import { sql } from "kysely";
import { query } from "../../database/index.ts";
import { Layer } from "../../layer/index.ts";
import type { Pictured } from "../item.ts";
import { baseOf, folderOf } from "../parse/packed.ts";
import type { Naming } from "../parse/parsed.ts";
import { safe } from "../write/frames.ts";

const MEDIA_AT_ONCE = 10_000;

type Found = { media: Pictured; frame: number | undefined } | { problem: string };
/** Of a name the media that has it; none where several have. */
type Names = Map<string, Pictured | undefined>;

/** The media of a project by all that a file may call them. */
export type Media = { byID: Map<string, Pictured>; names: Names; stems: Names; target: Pictured | undefined };

/** All media that the actor sees in the project. */
export async function mediaIn(projectID: string, target: string | undefined): Promise<Media> {
  const { scopes } = await Layer.inProject(projectID);
  const media: Media = { byID: new Map(), names: new Map(), stems: new Map(), target: undefined };
  for (let after = ""; ; ) {
    const found = await query((db) =>
      sql<Pictured>`
        select e.id, e.name, m.dtype, m.width, m.height, m.frames, null as fps from entity e join media m on m.id = e.id
        where e.scope_id = any (${scopes}::text[]) and e.kind = 'media' and e.deleted_at is null and e.id > ${after}
        order by e.id limit ${MEDIA_AT_ONCE}`.execute(db),
    );
    for (const one of found.rows) {
      media.byID.set(one.id, one);
      for (const name of new Set([one.name, safe(one.name)])) {
        put(media.names, name, one);
        put(media.stems, stemOf(name), one);
      }
    }
    const last = found.rows.at(-1);
    if (!last || found.rows.length < MEDIA_AT_ONCE) break;
    after = last.id;
  }
  return { ...media, target: target === undefined ? undefined : media.byID.get(target) };
}

const put = (names: Names, name: string, one: Pictured) => {
  const key = name.toLowerCase();
  names.set(key, names.has(key) && names.get(key)?.id !== one.id ? undefined : one);
};

const stemOf = (name: string) => name.replace(/\.[^.]{1,8}$/, "");
const DIGITS = /(?:^|[^\d])(\d{1,9})$/;

/** Which media, and which frame of it, a file means. */
export function findMedia({ byID, target, ...named }: Media, { id, path = "" }: Naming): Found {
  const base = baseOf(path);
  const trailing = DIGITS.exec(stemOf(base))?.[1];
  const frame = trailing === undefined ? undefined : Number(trailing);
  if (target) return { media: target, frame };
  const one = id === undefined ? undefined : byID.get(id);
  if (one) return { media: one, frame };
  const folder = baseOf(folderOf(path));
  const video = folder === "" ? undefined : called(named, folder);
  if (video && video !== "several" && video.dtype !== "image" && frame !== undefined) return { media: video, frame };
  const itself = called(named, base);
  if (itself === "several") return { problem: `Several media are called ${shown(base)}` };
  if (itself) return { media: itself, frame: undefined };
  const before = frame === undefined ? undefined : called(named, stemOf(base).replace(/[_-]?(?:frame_?)?\d+$/i, ""));
  if (before && before !== "several" && before.dtype !== "image") return { media: before, frame };
  return { problem: `There is no media called ${shown(path || (id ?? ""))} here that you can see` };
}

const shown = (name: string) => JSON.stringify(name.slice(0, 200));

function called({ names, stems }: Pick<Media, "names" | "stems">, name: string): Pictured | "several" | undefined {
  const key = name.replace(/~med_[0-9a-z]+$/i, "").toLowerCase();
  for (const [known, sought] of [
    [names, key],
    [stems, key],
    [stems, stemOf(key)],
  ] as const)
    if (known.has(sought)) return known.get(sought) ?? "several";
  return undefined;
}
