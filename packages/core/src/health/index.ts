import { sql } from "kysely";
import { z } from "zod";
import * as Actor from "../actor/index.ts";
import * as Config from "../config/index.ts";
import { query } from "../database/index.ts";
import { Mail } from "../mail/index.ts";
import { Objects } from "../object/index.ts";
import { Workflow } from "../workflow/index.ts";
import { type Finding, probe, type Said } from "./probe.ts";

export * as Health from "./index.ts";

const TIMEOUT_MS = 2_000;
const BEHIND_MINUTES = 5;

export const Component = z.object({
  name: z.enum(["database", "objects", "workflows", "relay", "mail"]),
  status: z.enum(["ok", "failed", "timeout", "off"]),
  ms: z.number().int(),
  timeoutMs: z.number().int(),
  detail: z.string().nullable(),
});
export const Report = z.object({ status: z.enum(["ok", "degraded"]), components: z.array(Component) });
export type Report = z.infer<typeof Report>;

const ABSENT = "health";

const probes: Record<z.infer<typeof Component>["name"], () => Promise<Said | undefined>> = {
  database: async () => {
    await query((db) => sql`select 1`.execute(db));
    return undefined;
  },
  // What is not there is answered as well, by whoever is.
  objects: async () => {
    await Objects.head(`files/${ABSENT}`);
    return undefined;
  },
  workflows: async () => {
    await Workflow.describe(Workflow.executionARN(Config.importStateMachineARN(), ABSENT));
    return undefined;
  },
  relay: async () => {
    const { overdue } = await outbox();
    if (overdue === 0) return undefined;
    return { status: "failed", detail: `${overdue} messages wait longer than ${BEHIND_MINUTES} min to be delivered` };
  },
  mail: async () => {
    if (!Mail.isOn()) return { status: "off", detail: "No sender is configured" };
    const { lost } = await outbox();
    return lost === 0 ? undefined : { status: "failed", detail: `${lost} letters of the last day were given up` };
  },
};

/** How every component stands, asked all at once; for administrators. */
export async function deep(): Promise<Report> {
  Actor.administrator();
  const components = await Promise.all(
    Component.shape.name.options.map(async (name) => {
      const finding: Finding = await probe(name, TIMEOUT_MS, probes[name]);
      return { name, ...finding, timeoutMs: TIMEOUT_MS };
    }),
  );
  const well = components.every(({ status }) => status === "ok" || status === "off");
  return { status: well ? "ok" : "degraded", components };
}

async function outbox(): Promise<{ overdue: number; lost: number }> {
  const found = await query((db) =>
    sql<{ overdue: number; lost: number }>`
      select
        (select count(*) from (select 1 from outbox where state = 'waiting'
          and due_at < now() - make_interval(mins => ${BEHIND_MINUTES}) limit 1000) w) as overdue,
        (select count(*) from (select 1 from outbox where state = 'dead' and channel = 'mail'
          and due_at > now() - interval '1 day' limit 1000) d) as lost`.execute(db),
  );
  return found.rows[0] ?? { overdue: 0, lost: 0 };
}
