import { z } from "zod";

/** What one of several jobs of a run is to do. The first job, which looks into the file, is told nothing. */
export const Share = z.union([
  /** Rungs in one piece: of what is too large for one job, and can't be cut. */
  z.strictObject({ rungs: z.array(z.string()) }),
  /** These rungs of one part of a long video. */
  z.strictObject({ part: z.number().int().min(0), rungs: z.array(z.string()) }),
  /** A rung whose parts are all there. */
  z.strictObject({ join: z.string() }),
]);
export type Share = z.infer<typeof Share>;
