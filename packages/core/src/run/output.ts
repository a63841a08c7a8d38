import { z } from "zod";
import { Access } from "../access/index.ts";
import { AppError } from "../error/index.ts";
import { Objects } from "../object/index.ts";
import { fn } from "../util/index.ts";
import { get } from "./get.ts";

const Picture = z.object({ type: z.literal("graphics"), contentType: z.string(), key: z.string() });

/** A URL for a picture that a run drew, for five minutes. Opened by itself it is downloaded, so that nothing in it runs. */
export const output = fn(
  z.object({ id: z.string(), name: z.string() }),
  async ({ id, name }): Promise<{ url: string; expiresAt: string }> => {
    const { privileges, outputs } = await get(id);
    if (!privileges.includes("read")) throw Access.denied("read");
    const picture = Picture.safeParse(outputs && Object.hasOwn(outputs, name) ? outputs[name] : undefined);
    if (!picture.success)
      throw new AppError(
        "not_found",
        "run.no_such_output",
        `This run has no picture ${JSON.stringify(name.slice(0, 100))}.`,
      );
    const { key, contentType } = picture.data;
    const ending = contentType === "image/svg+xml" ? "svg" : "png";
    const { url, expiresAt } = await Objects.presignGet(key, { name: `${name}.${ending}`, contentType });
    return { url, expiresAt: expiresAt.toISOString() };
  },
);
