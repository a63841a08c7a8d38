import { z } from "zod";
import * as Actor from "../actor/index.ts";
import { transaction } from "../database/index.ts";
import { bits } from "./privilege.ts";

export const Visibility = z.enum(["private", "internal", "public"]);
export type Visibility = z.infer<typeof Visibility>;

const READING = bits("see", "read");

/** Visibility is nothing but grants to the built-in groups. */
const groups: Record<Visibility, string[]> = {
  private: [],
  internal: ["signed-in"],
  public: ["signed-in", "everyone"],
};

export const setVisibility = (scopeID: string, visibility: Visibility): Promise<void> =>
  transaction(async (tx) => {
    await tx.deleteFrom("grant").where("scope_id", "=", scopeID).where("group_id", "in", groups.public).execute();
    const rows = groups[visibility].map((group_id) => ({
      scope_id: scopeID,
      group_id,
      privileges: READING,
      granted_by: Actor.userID(),
    }));
    if (rows.length > 0) await tx.insertInto("grant").values(rows).execute();
  });
