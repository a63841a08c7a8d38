import type { Store } from "../model/store.ts";
import type { AnnotationType, State } from "../model/types.ts";

/** What a lane of the timeline shows of one class: ticks where something is, bars where something lasts. */
export type Lane = {
  type: AnnotationType;
  ticks: Int32Array;
  bars: { from: number; to: number; id: string; keys: number[] }[];
};

/** So few have their lane before there is anything on it: a stage that shrank under the first box would be in the way. */
const FEW = 6;

/** Of the classes that have something here, or of all where they are few, in the order of the project. */
export function lanesOf(
  store: Store,
  types: readonly AnnotationType[],
  layers: ReadonlySet<string>,
  end: number,
): Lane[] {
  const frames = new Map<string, number[]>();
  const states = new Map<string, State[]>();
  for (const row of store.all()) {
    if (!layers.has(row.layerId)) continue;
    if (row.kind === "state") states.set(row.typeId, [...(states.get(row.typeId) ?? []), row]);
    else if (row.trackIds.length === 0) {
      const known = frames.get(row.typeId);
      if (known) known.push(row.frame);
      else frames.set(row.typeId, [row.frame]);
    }
  }
  return types.flatMap((type) => {
    const ticks = Int32Array.from(frames.get(type.id) ?? []).sort();
    const bars =
      type.shape === "track" ? trackBars(store, states.get(type.id)) : frameBars(type, states.get(type.id), end);
    return types.length > FEW && ticks.length === 0 && bars.length === 0 ? [] : [{ type, ticks, bars }];
  });
}

const trackBars = (store: Store, states: State[] = []): Lane["bars"] =>
  states.flatMap(({ elementalId }) => {
    const rows = store.ofTrack(elementalId);
    const [first] = rows;
    const last = rows.at(-1);
    if (!first || !last) return [];
    return [
      {
        from: first.frame,
        to: last.frame,
        id: elementalId,
        keys: rows.filter(({ key }) => key).map(({ frame }) => frame),
      },
    ];
  });

/** Said of frames: until it says itself, or, where its class wants that, until the next one is said. */
function frameBars(type: AnnotationType, states: State[] = [], end: number): Lane["bars"] {
  const sorted = states.filter(({ frame }) => frame !== null).sort((a, b) => (a.frame ?? 0) - (b.frame ?? 0));
  return sorted.map(({ frame, endFrame, elementalId }, at) => {
    const from = frame ?? 0;
    const lasting = type.interpolation === "none" ? from : (sorted[at + 1]?.frame ?? end) - 1;
    return { from, to: Math.max(from, endFrame ?? lasting), id: elementalId, keys: [] };
  });
}

/** Columns of the screen that have a tick, for any number of them. */
export function columnsOf(ticks: Int32Array, from: number, to: number, width: number): number[] {
  const columns: number[] = [];
  let last = -1;
  for (const frame of ticks) {
    if (frame < from || frame > to) continue;
    const column = Math.round(((frame - from) / Math.max(1, to - from)) * width);
    if (column === last) continue;
    columns.push(column);
    last = column;
  }
  return columns;
}

const STEPS = [0.1, 0.2, 0.5, 1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200];

/** Marks of a ruler: seconds at least `apart` pixels from each other. */
export function rulerMarks(from: number, to: number, width: number, apart = 70): number[] {
  const span = to - from;
  const step = STEPS.find((one) => (one / span) * width >= apart) ?? 14_400;
  const marks: number[] = [];
  for (let at = Math.ceil(from / step) * step; at <= to + 1e-9 && marks.length < 200; at += step) marks.push(at);
  return marks;
}
