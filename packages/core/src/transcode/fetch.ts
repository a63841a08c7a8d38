import { open } from "node:fs/promises";
import { extname, join } from "node:path";
import { AppError } from "../error/index.ts";
import { Media } from "../media/index.ts";
import { Objects } from "../object/index.ts";
import { topBoxes } from "./boxes.ts";
import type { Rung } from "./ladder.ts";
import type { Part } from "./parts.ts";
import type { Probe } from "./probe.ts";
import { fileIn, type Work } from "./work.ts";

/** Under a name of ours: only its ending is the file's, for formats that are known by nothing else. */
export async function fetchOriginal(work: Work): Promise<string> {
  const { file } = work.plan;
  const path = pathOf(work);
  const { bytes } = await Objects.download(file.key, path, { signal: work.signal });
  if (bytes === file.bytes) return path;
  throw new AppError("unavailable", "media.incomplete_download", `Fetched ${bytes} of ${file.bytes} bytes.`);
}

/** What one part takes of it, at its places; the rest of the file is a hole. */
export async function fetchPart(work: Work, { bytes: ranges }: Part): Promise<string> {
  if (ranges === null) return fetchOriginal(work);
  const { file } = work.plan;
  const path = pathOf(work);
  await Objects.downloadRanges(file.key, path, { bytes: file.bytes, ranges, signal: work.signal });
  return path;
}

/** Whether a file can be read with holes in it: all that says where frames are is at its ends. */
export async function hasHoles(path: string, { format }: Probe, bytes: number): Promise<boolean> {
  if (format.includes("matroska")) return true;
  if (!format.includes("mp4")) return false;
  const file = await open(path);
  try {
    for await (const { type } of topBoxes(file, bytes)) if (type === "moof") return false;
    return true;
  } finally {
    await file.close();
  }
}

/** A rung that was made before this job. */
export async function fetchRung(work: Work, { name }: Rung): Promise<void> {
  const row = (await Media.renditionsOf(work.plan.media.id)).find((one) => one.name === name);
  if (row) await Objects.download(row.key, fileIn(work, `${name}.mp4`), { signal: work.signal });
}

function pathOf({ plan: { file }, folder }: Work): string {
  const ending = /^\.[a-z0-9]{1,5}$/i.exec(extname(file.name))?.[0] ?? "";
  return join(folder, `original${ending.toLowerCase()}`);
}
