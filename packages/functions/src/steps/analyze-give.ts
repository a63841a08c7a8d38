import { Algorithm } from "@atrium/core/algorithm";
import { z } from "zod";
import { closing } from "./step.ts";

const Event = z.object({ batch: z.number().int().positive() });

export const handler = closing((job, event) => Algorithm.give(job, Event.parse(event).batch));
