import { Analysis } from "@atrium/core/analysis";
import { z } from "zod";
import { closing } from "./step.ts";

const Event = z.object({ batch: z.number().int().positive() });

export const handler = closing((job, event) => Analysis.give(job, Event.parse(event).batch));
