import { createAtrium } from "@atrium/sdk";
import { discardUpload, upload } from "@atrium/sdk/upload";
import { api } from "../api.ts";
import { client } from "../client.ts";
import { isPlainlyTabular } from "../files.ts";
import { startImport } from "../import-file.ts";
import { type ImportTarget, setImportRequest } from "../import-request.ts";
import { mediaApi } from "../media/api.ts";
import { isProblem } from "../problem.ts";
import { remember } from "../remember.ts";
import { complain } from "../toast.ts";
import type { FileEntity } from "../types.ts";
import type { AttributeValue } from "../types-collaboration.ts";
import { createUploads, type Source, type UploadItem } from "./store.ts";

const [importsTables, setImportsTables] = remember("upload.import", true);

export { importsTables, setImportsTables };

const atrium = createAtrium({ url: location.origin });

export const uploads = createUploads(
  async (source, options) => {
    const contentType = source.type || undefined;
    const file = await upload(atrium, source, { ...options, ...(contentType ? { contentType } : {}) });
    return file as unknown as FileEntity;
  },
  {
    discard: (id) => discardUpload(atrium, id),
    onDone: async (item, file) => {
      await client.invalidateQueries({ queryKey: ["items", item.projectId] });
      await client.invalidateQueries({ queryKey: ["project", item.projectId] });
      await client.invalidateQueries({ queryKey: ["uploads", item.projectId] });
      if (item.media) await makeMedia(item, file);
      else if (importsTables() && !item.into && isPlainlyTabular(file.name)) await importTable(item, file);
    },
  },
);

/** Its run is shown in the file's row of the tray; what is neither a video nor a picture stays the file that it is. */
async function makeMedia(item: UploadItem, file: FileEntity) {
  try {
    const { media, run } = await mediaApi.create({
      projectId: item.projectId,
      fileId: file.id,
      attributes: item.media?.attributes ?? {},
      ...(item.media?.videoType && file.contentType.startsWith("video/") ? { typeId: item.media.videoType } : {}),
    });
    uploads.change(item.id, { runId: run.id, mediaId: media.id });
    await client.invalidateQueries({ queryKey: ["library"] });
  } catch (error) {
    if (isProblem(error, "media.not_media")) return;
    throw error;
  }
}

/** A plain file needs no question; its run is shown in the file's own row of the tray. */
async function importTable(item: UploadItem, file: FileEntity) {
  try {
    const { table, run } = await startImport({ file });
    uploads.change(item.id, { runId: run.id, tableId: table.id });
  } catch (error) {
    // What the project requires of a table is asked for in the dialog.
    if (isProblem(error, "attribute.required")) setImportRequest({ file, uploadItem: item.id });
    else complain(`${file.name} is stored, but the import did not start`)(error);
  }
}

/** Remembers what other visits left open, so that the tray can offer to go on. */
export async function findInterrupted(projectId: string, projectName: string) {
  const { items } = await client.fetchQuery({
    queryKey: ["uploads", projectId],
    queryFn: ({ signal }) => api.uploads.open(projectId, { signal }),
    staleTime: 30_000,
  });
  const mine = new Set(uploads.items.map((item) => item.uploadId));
  const open = await Promise.all(
    items
      .filter((upload) => upload.state === "open" && !mine.has(upload.id))
      .map(async ({ id, name, bytes }) => {
        const { parts } = await api.uploads.get(id);
        return { id, projectId, name, bytes, sent: parts.reduce((sum, part) => sum + part.bytes, 0) };
      }),
  );
  uploads.addInterrupted(open, projectName);
}

export const send = (
  projectId: string,
  projectName: string,
  files: Source[],
  more: {
    into?: ImportTarget | undefined;
    attributes?: Record<string, AttributeValue>;
    media?: UploadItem["media"] | undefined;
  } = {},
) => {
  const { into, attributes, media } = more;
  return uploads.add(projectId, projectName, files, {
    ...(into && { into }),
    ...(attributes && { attributes }),
    ...(media && { media }),
  });
};
