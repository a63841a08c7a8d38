import { client } from "../../../data/client.ts";
import { downloadFile } from "../../../data/download.ts";
import { plural } from "../../../data/format.ts";
import { mediaApi } from "../../../data/media/api.ts";
import { NOTHING } from "../../../data/media/selection.ts";
import type { MediaItem } from "../../../data/media/types.ts";
import { complain, toast } from "../../../data/toast.ts";
import type { Library } from "./state.ts";

/** Browsers ask before they take more at once, and nobody looks at twenty files in a folder of downloads. */
const MOST_DOWNLOADS = 20;

export const refreshMedia = async (): Promise<void> => {
  await client.invalidateQueries({ queryKey: ["library"] });
  await client.invalidateQueries({ queryKey: ["media"] });
  await client.invalidateQueries({ queryKey: ["items"] });
};

/** To the trash at once, and back by the toast. */
export async function trashMedia(library: Library): Promise<void> {
  const ids = library.selected().map(({ id }) => id);
  if (ids.length === 0) return;
  const words = ids.length === 1 ? (library.selected()[0]?.name ?? "It") : plural(ids.length, "clip");
  try {
    await mediaApi.trash(ids);
    library.setSelection(NOTHING);
    const restore = () =>
      void mediaApi
        .restore(ids)
        .then(refreshMedia)
        .catch(complain(`${words} could not be brought back`));
    toast(`${words} ${ids.length === 1 ? "is" : "are"} in the trash`, { action: { label: "Undo", run: restore } });
  } catch (error) {
    complain(`${words} stayed where they are`)(error);
  } finally {
    await refreshMedia();
  }
}

/** The files that they were made of. */
export async function downloadMedia(items: MediaItem[]): Promise<void> {
  const files = items.flatMap(({ fileId }) => (fileId === null ? [] : [fileId]));
  if (files.length > MOST_DOWNLOADS)
    toast(`The first ${MOST_DOWNLOADS} of ${plural(files.length, "file")} are downloaded`, {
      detail: "The command line tool takes any number.",
    });
  for (const id of files.slice(0, MOST_DOWNLOADS)) await downloadFile(id);
}

/** Makes what is missing of those that have something missing. */
export async function repairMedia(items: MediaItem[]): Promise<void> {
  const broken = items.filter(({ state }) => state === "failed" || state === "partial");
  try {
    for (const { id } of broken) await mediaApi.repair(id);
    toast(`What is missing of ${plural(broken.length, "clip")} is being made`, { tone: "ok" });
  } catch (error) {
    complain("Not all of them could be begun")(error);
  } finally {
    await refreshMedia();
  }
}
