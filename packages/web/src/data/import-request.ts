import { createSignal } from "solid-js";
import type { FileEntity } from "./types.ts";

export type ImportSource = Pick<FileEntity, "id" | "name" | "projectId">;
export type ImportTarget = { id: string; name: string; projectId: string | null; version: number | null };

/** What the import dialog is open for: a file, the table it shall be a version of, or both. */
export type ImportRequest = {
  file?: ImportSource;
  table?: ImportTarget;
  /** The row of the upload tray that shows the run. */
  uploadItem?: string;
};

export const [importRequest, setImportRequest] = createSignal<ImportRequest>();
