import { broken } from "./broken.ts";
import type { Opened } from "./opened.ts";
import { type Packed, untar } from "./tar.ts";

/** The files of an archive, or the file by itself where it is none. */
export async function* filesOf(open: Opened, name: string, ending: string): AsyncGenerator<Packed> {
  if (await isTar(open)) return yield* untar(open());
  const plain = name.replace(/\.gz$/i, "");
  // By itself it is what somebody says it is, whatever it is called.
  yield { name: plain.toLowerCase().endsWith(ending) ? plain : `${plain}${ending}`, bytes: 0, content: open };
}

async function isTar(open: Opened): Promise<boolean> {
  const head: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of open()) {
    head.push(chunk);
    bytes += chunk.length;
    if (bytes >= 512) break;
  }
  return Buffer.concat(head).subarray(257, 262).toString("latin1") === "ustar";
}

/** The whole of a small file. */
export async function textOf({ name, content }: Packed, most: number): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of content()) {
    bytes += chunk.length;
    if (bytes > most) throw broken(`${name} is larger than ${most / 1024 / 1024} MiB.`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks)
    .toString()
    .replace(/^\ufeff/, "");
}

export const baseOf = (path: string): string => path.split(/[/\\]/).at(-1) ?? "";
export const folderOf = (path: string): string => path.split(/[/\\]/).slice(0, -1).join("/");
