import { createHash, randomBytes } from "node:crypto";
import { sql } from "kysely";
import { z } from "zod";
import * as Actor from "../actor/index.ts";
import * as Config from "../config/index.ts";
import { query } from "../database/index.ts";
import { AppError } from "../error/index.ts";
import { SocketActor } from "./actor.ts";

const LIFE_SECONDS = 30;

export const Ticket = z.object({ url: z.string(), ticket: z.string(), expiresAt: z.iso.datetime() });
export type Ticket = z.infer<typeof Ticket>;

/** Lets the actor open one socket, now: a browser cannot send a header with it, and a cookie would work from any site. */
export async function ticket(): Promise<Ticket> {
  const actor = SocketActor.parse(Actor.user());
  const secret = randomBytes(32).toString("base64url");
  const made = await query((db) =>
    db
      .insertInto("socket_ticket")
      .values({
        hash: hashOf(secret),
        user_id: actor.userID,
        actor: JSON.stringify(actor),
        expires_at: sql<Date>`now() + make_interval(secs => ${LIFE_SECONDS})`,
      })
      .returning("expires_at")
      .executeTakeFirstOrThrow(),
  );
  return { url: Config.socketsURL(), ticket: secret, expiresAt: made.expires_at.toISOString() };
}

/** Takes a ticket, which is then no more, and remembers who the connection belongs to. */
export async function connect(id: string, secret: string): Promise<void> {
  const taken = await query((db) =>
    sql`
      with taken as (delete from socket_ticket where hash = ${hashOf(secret)} returning user_id, actor, expires_at)
      insert into socket (id, user_id, actor) select ${id}, user_id, actor from taken where expires_at > now()
      returning id`.execute(db),
  );
  if (taken.rows.length > 0) return;
  throw new AppError("auth", "socket.bad_ticket", "This ticket was used or has expired. Ask for another one.");
}

const hashOf = (secret: string): Buffer => createHash("sha256").update(secret).digest();
