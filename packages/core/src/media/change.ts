import { z } from "zod";
import { transaction } from "../database/index.ts";
import { Entity } from "../entity/index.ts";
import { AppError } from "../error/index.ts";
import { fn } from "../util/index.ts";
import { find } from "./find.ts";
import { arranged, laidOut, Streams, Views } from "./placeholder.ts";

export const Change = Entity.Patch.extend({
  /** Of media that shows others side by side: which, and how. */
  multi: Views.optional(),
  /** Of live media: where its streams are. */
  live: Streams.optional(),
});

/** Changes what people may edit; `revision` is the one they saw. */
export const update = fn(
  z.object({ id: z.string(), revision: z.number().int().optional(), patch: Change }),
  ({ id, revision, patch: { multi, live, ...patch } }) =>
    transaction(async (tx): Promise<void> => {
      await Entity.get(id, "media");
      const also = [...(multi ? ["multi"] : []), ...(live ? ["live"] : [])];
      await Entity.update({ id, kind: "media", revision, patch, also });
      if (also.length === 0) return;
      const before = await find(id);
      for (const dtype of also) if (dtype !== before.dtype) throw other(dtype);
      await tx
        .updateTable("media")
        .set({
          ...(multi
            ? { multi: JSON.stringify(await arranged(multi, { before: before.multi?.ids, at: "/multi" })) }
            : {}),
          ...(live ? { live: JSON.stringify(laidOut(live, { at: "/live" })) } : {}),
        })
        .where("id", "=", id)
        .execute();
    }),
);

const other = (field: string) =>
  new AppError("unprocessable", "media.other_kind", "This is media of another kind, which has no such thing.", {
    fields: [{ path: `/${field}`, message: "Is not of this kind of media" }],
  });
