import { createSignal } from "solid-js";
import { type Crop, type Drawing, drawings } from "../../../data/media/drawings.ts";

const AT_ONCE = 40;
const WAIT_MS = 60;
/** A signed address holds for five minutes; it is asked for again a little before. */
const KEEP_MS = 4 * 60_000;
const MOST_KEPT = 20_000;

type Kept = Crop & { until: number };

/** Pictures of what is on the screen: asked for together, the last that came into sight first, and those that are gone not at all. */
export function createCrops(width: () => number) {
  const [version, setVersion] = createSignal(0);
  const known = new Map<string, Kept>();
  let wanted = new Map<string, Drawing>();
  let busy = false;
  let later: ReturnType<typeof setTimeout> | undefined;
  const keyOf = ({ elementalId, layerId, mark }: Drawing) => `${layerId}/${elementalId}/${mark}/${width()}`;
  const isFresh = (row: Drawing) => (known.get(keyOf(row))?.until ?? 0) > Date.now();

  async function work() {
    if (busy) return;
    busy = true;
    try {
      for (;;) {
        const rows = [...wanted.values()].filter((row) => !isFresh(row)).slice(0, AT_ONCE);
        if (rows.length === 0) break;
        await fetchSome(rows);
      }
    } finally {
      busy = false;
    }
  }

  async function fetchSome(rows: Drawing[]) {
    const keys = rows.map(keyOf);
    const failed = (error: unknown): Crop[] =>
      rows.map(() => ({ url: null, expiresAt: null, problem: { code: "crops.failed", message: String(error) } }));
    const crops = await drawings.crops(rows, width()).catch(failed);
    if (known.size > MOST_KEPT) known.clear();
    crops.forEach((crop, at) => void known.set(keys[at] ?? "", { ...crop, until: Date.now() + KEEP_MS }));
    setVersion((count) => count + 1);
  }

  return {
    of(row: Drawing): Crop | undefined {
      version();
      return known.get(keyOf(row));
    },
    /** These are on the screen. */
    want(rows: readonly Drawing[]) {
      wanted = new Map(rows.map((row) => [keyOf(row), row]));
      clearTimeout(later);
      later = setTimeout(() => void work(), WAIT_MS);
    },
    stop() {
      clearTimeout(later);
      wanted = new Map();
    },
  };
}

export type Crops = ReturnType<typeof createCrops>;
