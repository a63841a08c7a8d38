import { createSignal } from "solid-js";
import { complain } from "../../data/toast.ts";
import type { Way } from "../model/history.ts";
import type { Saving } from "../model/saving.ts";
import { annotationsAPI, type Outcome, type TrackVerb } from "../remote/annotations.ts";
import type { Session } from "./session.ts";

type Options = { session: Session; saving: Saving; projectId: string; load: () => Promise<void> };
type Done = { label: string; verb: TrackVerb; body: object };

/** What the server does with whole tracks: each can be undone, and only after what was drawn before it is saved. */
export function createTrackWork({ session, saving, projectId, load }: Options) {
  const [busy, setBusy] = createSignal(false);
  let last: Promise<void> = Promise.resolve();

  /** One after the other, and then what the server has is read anew. */
  function queued(label: string, work: () => Promise<void>): Promise<void> {
    setBusy(true);
    const mine = last.then(async () => {
      try {
        await saving.settled();
        await work();
      } catch (error) {
        complain(`${label} did not work`)(error);
      }
      await load();
      if (mine === last) setBusy(false);
    });
    last = mine;
    return mine;
  }

  /** Tracks of what is selected, in the order it was. */
  const selected = () => [
    ...new Set(session.rows().flatMap((row) => (row.kind === "state" ? [row.elementalId] : row.trackIds.slice(0, 1)))),
  ];
  const trackOf = (id: string) => session.tracks().get(id);
  /** The first that is selected, if it may be changed. */
  const track = () => {
    const found = trackOf(selected()[0] ?? "");
    return found && session.canEdit(found.layerId) ? found : undefined;
  };

  function change({ label, verb, body }: Done, others: string[] = []) {
    const of = track();
    if (!of) return;
    const { elementalId: id, layerId } = of;
    let outcome: Outcome | undefined;
    const marks = new Map<string, number>();
    const way: Way = {
      async forth() {
        marks.clear();
        for (const track of [id, ...others]) marks.set(track, await annotationsAPI.markOf(track, layerId));
        for (const row of session.store.ofTrack(id)) {
          const mark = saving.markOf(row);
          if (mark !== null) marks.set(row.elementalId, mark);
        }
        outcome = await annotationsAPI.track(id, layerId, verb, body);
      },
      async back() {
        const { created = [], deleted = [] } = outcome ?? {};
        const restored = (kind: "localizations" | "states", ids: readonly string[]) =>
          annotationsAPI.restore(
            kind,
            layerId,
            ids.flatMap((one) => (marks.has(one) ? [{ id: one, mark: marks.get(one) ?? 1 }] : [])),
          );
        await restored("localizations", deleted);
        await restored("states", [id, ...others]);
        if (created.length > 0)
          await annotationsAPI.removeMany(
            projectId,
            created.map(({ elementalId }) => elementalId),
          );
      },
    };
    void queued(label, async () => {
      await way.forth();
      session.history.note({ label, changes: [], also: way });
    }).then(() => session.selectTrack(id));
  }

  return {
    busy,
    queued,
    selected,
    track,
    /** Others that could become part of the first: of its class, nearest in time first. */
    mergeable() {
      const mine = track();
      if (!mine) return [];
      const [first, end] = spanOf(mine.elementalId);
      const distance = (id: string) => {
        const [from, to] = spanOf(id);
        return Math.max(0, from - end, first - to);
      };
      return [...session.tracks().values()]
        .filter(
          ({ elementalId, typeId, layerId }) =>
            elementalId !== mine.elementalId && typeId === mine.typeId && layerId === mine.layerId,
        )
        .map((row) => ({ row, span: spanOf(row.elementalId), distance: distance(row.elementalId) }))
        .sort((a, b) => a.distance - b.distance);
    },
    merge(trackIds: string[] = selected().slice(1)) {
      if (trackIds.length > 0) change({ label: "Merge", verb: "merge", body: { trackIds } }, trackIds);
    },
    trim: (frame: number, end: "start" | "end") => change({ label: "Trim", verb: "trim", body: { frame, end } }),
    extend: (direction: "forward" | "backward", frames: number) =>
      change({ label: "Extend", verb: "extend", body: { direction, frames } }),
    interpolate: () => change({ label: "Interpolate", verb: "interpolate", body: {} }),
    fill: () => change({ label: "Fill gaps", verb: "fill", body: {} }),
  };

  function spanOf(id: string): [number, number] {
    const rows = session.store.ofTrack(id);
    return [rows[0]?.frame ?? 0, rows.at(-1)?.frame ?? 0];
  }
}

export type TrackWork = ReturnType<typeof createTrackWork>;
