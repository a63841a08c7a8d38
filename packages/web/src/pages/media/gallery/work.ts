import { createSignal } from "solid-js";
import { client } from "../../../data/client.ts";
import { plural } from "../../../data/format.ts";
import { type Change, drawings, MOST_CHANGED } from "../../../data/media/drawings.ts";
import { NOTHING } from "../../../data/media/selection.ts";
import { isProblem } from "../../../data/problem.ts";
import { complain, toast } from "../../../data/toast.ts";
import type { Gallery } from "./state.ts";

export const refreshDrawings = () => client.invalidateQueries({ queryKey: ["drawings"] });
const NAME = "annotation";

/** What is done with all that is chosen, each at once, and each taken back by the toast. */
export function createWork(gallery: Gallery) {
  const [busy, setBusy] = createSignal(false);

  /** Named one by one, so that nothing is changed that somebody else drew since it was looked at. */
  async function meant() {
    if (!gallery.everything()) return gallery.selected();
    const rows = await drawings.all(gallery.projectId(), gallery.asked());
    if (rows.length <= MOST_CHANGED) return rows;
    toast(`At most ${MOST_CHANGED.toLocaleString("en")} at once`, { tone: "bad", detail: "Narrow what is asked for." });
    return [];
  }

  async function act(did: string, work: (rows: Awaited<ReturnType<typeof meant>>) => Promise<void>, undoes = true) {
    setBusy(true);
    try {
      const rows = await meant();
      if (rows.length === 0) return;
      await work(rows);
      const words = plural(rows.length, NAME);
      const undo = () =>
        void drawings
          .restore(rows)
          .then(() => toast(`${words} as before`, { tone: "ok" }))
          .catch(complain("Not all of them were taken back"))
          .finally(refreshDrawings);
      toast(`${words} ${did}`, undoes ? { action: { label: "Undo", run: undo } } : { tone: "ok" });
    } catch (error) {
      const isMoved = isProblem(error) && error.status === 409;
      complain(isMoved ? "Somebody changed some of them meanwhile: nothing was done" : "Nothing was changed")(error);
    } finally {
      await refreshDrawings();
      setBusy(false);
    }
  }

  return {
    busy,
    count: () => (gallery.everything() ? gallery.total() : gallery.selected().length),
    change: (values: Change) => act("changed", (rows) => drawings.change(gallery.projectId(), rows, values)),
    /** As they are, onto another layer: those they come from stay. */
    toLayer: (id: string) =>
      act("written on the other layer", (rows) => drawings.change(gallery.projectId(), rows, {}, id), false),
    remove: () =>
      act("deleted", async (rows) => {
        await drawings.remove(gallery.projectId(), rows);
        gallery.setSelection(NOTHING);
        gallery.setEverything(false);
      }),
  };
}

export type Work = ReturnType<typeof createWork>;
