import { Analysis } from "@atrium/core/analysis";
import { Outcome } from "@atrium/core/outcome";
import { z } from "zod";
import { closing } from "./step.ts";

const Event = z.object({ batch: z.number().int().positive(), error: Outcome.Failure.nullish().catch({}) });

export const handler = closing((job, event) => {
  const { batch, error } = Event.parse(event);
  return Analysis.take(job, batch, error ?? undefined);
});
