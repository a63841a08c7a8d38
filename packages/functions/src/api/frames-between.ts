import { z } from "zod";

/** `10:20`, or one frame. */
export const Frames = z
  .string()
  .regex(/^\d{1,9}(:\d{1,9})?$/, "A frame or two with a colon between are wanted")
  .transform((text) => {
    const [from = 0, to = from] = text.split(":").map(Number);
    return { from, to };
  });
