import * as Actor from "../actor/index.ts";
import { createContext } from "../context/index.ts";
import { query } from "../database/index.ts";
import { createID } from "../id/index.ts";
import { announce } from "../outbox/announce.ts";
import { linkInto } from "./link.ts";

/** Where a request came from. */
export type Origin = { requestID: string; address: string };
const origin = createContext<Origin>("origin of the request");

export const from = <T>(where: Origin, run: () => T): T => origin.provide(where, run);

/** Where the request under way came from; null for what nobody asked for. */
export const addressOf = (): string | null => origin.peek()?.address ?? null;

export type EventInput = {
  /** `<domain>.<what happened>`, in the past tense. */
  type: string;
  entityID?: string;
  /** What a reader needs to understand it; never a secret, never what somebody wrote. */
  parameters?: Record<string, unknown>;
};

/** Notes what the actor did, in the open transaction: either both happened or neither. */
export async function record({ type, entityID, parameters = {} }: EventInput): Promise<void> {
  const who = Actor.current();
  const where = origin.peek();
  const id = createID("event");
  const linkID = entityID === undefined ? null : await linkInto(entityID);
  const actorID = Actor.userIDOrNone();
  await query((db) =>
    db
      .insertInto("event")
      .values({
        id,
        type,
        actor_type: who.type,
        actor_id: actorID,
        session_id: (who.type === "user" && who.sessionID) || null,
        key_id: (who.type === "user" && who.key?.id) || null,
        link_id: linkID,
        run_id: who.type === "run" ? who.runID : null,
        request_id: where?.requestID ?? null,
        address: where?.address ?? null,
        entity_id: entityID ?? null,
        parameters: JSON.stringify(parameters),
      })
      .execute(),
  );
  await announce({ id, type, actorID, entityID: entityID ?? null, parameters });
}
