import { z } from "zod";
import * as Actor from "../actor/index.ts";
import { record } from "../audit/record.ts";
import { transaction } from "../database/index.ts";
import { createID } from "../id/index.ts";
import { fn } from "../util/index.ts";

export * as Service from "./service.ts";

export const Create = z.strictObject({ kind: z.literal("service"), name: z.string().trim().min(1).max(200) });

/**
 * A user that no person is: it has no password and comes in by its keys only. Rights are given to it as to anybody. Its address
 * is of a domain that never exists, so that nobody gets its mail and no provider can vouch for it.
 */
export const create = fn(Create, ({ name }) =>
  transaction(async (tx): Promise<string> => {
    Actor.administrator();
    const id = createID("user");
    const email = `${id.toLowerCase()}@service.invalid`;
    await tx
      .insertInto("user")
      .values({ id, name, email, kind: "service", image: null, deactivated_at: null })
      .execute();
    await record({ type: "user.service_made", parameters: { userId: id } });
    return id;
  }),
);
