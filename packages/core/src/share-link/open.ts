import { sql } from "kysely";
import { z } from "zod";
import * as Actor from "../actor/index.ts";
import { record } from "../audit/record.ts";
import { transaction } from "../database/index.ts";
import type { Kind } from "../entity/schema.ts";
import { AppError } from "../error/index.ts";
import { fn } from "../util/index.ts";
import type { Opened } from "./schema.ts";
import { digest, isSecret } from "./secret.ts";

/** What a secret opens. One that was revoked, is over, whose maker may not share any more or whose thing is gone: all the same. */
export const open = fn(z.string(), (secret) =>
  transaction(async (tx): Promise<Opened> => {
    const hash = isSecret(secret) ? digest(secret) : null;
    const found = await sql<{ id: string; entity_id: string; kind: Kind }>`
      update share_link l set opened = l.opened + 1, opened_at = now() from entity e
      where l.hash = ${hash} and l.id = any (live_links(array[l.id])) and e.id = l.entity_id
      returning l.id, l.entity_id, e.kind`.execute(tx);
    const link = found.rows[0];
    if (!link)
      throw new AppError(
        "not_found",
        "share_link.dead",
        "This link does not work, or not any more. Ask whoever gave it to you for another.",
      );
    const who = Actor.current();
    const opener = who.type === "public" || who.type === "user" ? { ...who, links: [link.id] } : who;
    await Actor.as(opener, () => record({ type: "share_link.opened", entityID: link.entity_id }));
    return { linkId: link.id, entity: { id: link.entity_id, kind: link.kind } };
  }),
);
