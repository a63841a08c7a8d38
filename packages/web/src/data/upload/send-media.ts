import { api } from "../api.ts";
import { client } from "../client.ts";
import type { AttributeValue } from "../types-collaboration.ts";
import { sendAsking } from "./ask.ts";
import { baseName, byFolder, foldersOf, outerOf } from "./folders.ts";
import type { Target } from "./target.ts";

type Values = Record<string, AttributeValue>;

/** Sends files to become media; where it is asked, the folders they came in become folders of media first. */
export async function sendMedia(
  target: Target,
  files: File[],
  { keepFolders, ...media }: { attributes: Values; videoType?: string; keepFolders: boolean },
): Promise<void> {
  if (!keepFolders) return void (await sendAsking(target.id, target.name, files.map(bare), { media }));
  const places = new Map<string, Target>([["", target]]);
  for (const path of foldersOf(files)) {
    const parentId = places.get(outerOf(path))?.id ?? target.id;
    const { id, name } = await api.projects.create({ name: baseName(path), parentId });
    places.set(path, { id, name });
  }
  await client.invalidateQueries({ queryKey: ["library", "folders"] });
  for (const [path, some] of byFolder(files)) {
    const place = places.get(path) ?? target;
    await sendAsking(place.id, place.name, some.map(bare), { media });
  }
}

const bare = (file: File): File =>
  new File([file], baseName(file.name), { type: file.type, lastModified: file.lastModified });
