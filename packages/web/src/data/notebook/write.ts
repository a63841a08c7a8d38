import { client } from "../client.ts";
import { type NotebookEntity, notebooksAPI } from "./api.ts";

/** An empty one, to be written in Jupyter. */
export async function createNotebook(projectId: string): Promise<NotebookEntity> {
  const notebook = await notebooksAPI.create({ projectId });
  client.setQueryData(["notebook", notebook.id], notebook);
  await client.invalidateQueries({ queryKey: ["items", projectId] });
  return notebook;
}

/** Makes a file the next version; refused when somebody made one since this one was read. */
export async function replaceContent({ id, revision }: NotebookEntity, file: File): Promise<NotebookEntity> {
  const content = await file.arrayBuffer();
  const { uploadId, url, headers } = await notebooksAPI.beginUpload(id, {
    bytes: content.byteLength,
    sha256: await hashOf(content),
  });
  const stored = await fetch(url, { method: "PUT", body: content, headers, credentials: "omit" });
  if (!stored.ok) throw new Error(`The file did not arrive (${stored.status})`);
  const changed = await notebooksAPI.takeUpload(id, uploadId, revision);
  await client.invalidateQueries({ queryKey: ["notebook", id] });
  return changed;
}

async function hashOf(content: ArrayBuffer): Promise<string> {
  // Browsers have it only where nobody in between could change the page.
  if (crypto.subtle === undefined) throw new Error("A browser sends a new version only from https or this machine");
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", content));
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
