import { Objects } from "../object/index.ts";
import { SegmentIndex } from "../transcode/segment-schema.ts";
import { Recent } from "../util/recent.ts";

export type { SegmentIndex };

const KEPT = 32;
const kept = new Recent<SegmentIndex>({ kept: KEPT });

/** Objects are never overwritten, so what was read once holds. */
export const readIndex = (key: string): Promise<SegmentIndex> =>
  kept.get(key, async () => SegmentIndex.parse(await Objects.getJSON(key)));
