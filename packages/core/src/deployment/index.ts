import { sql } from "kysely";
import * as Actor from "../actor/index.ts";
import { record } from "../audit/record.ts";
import { afterCommit, transaction } from "../database/index.ts";
import { AppError } from "../error/index.ts";
import * as SecondFactor from "../second-factor/reset.ts";
import { fn } from "../util/index.ts";
import { forget, read, readNow } from "./read.ts";
import { Patch, type Settings } from "./settings.ts";

export * as Deployment from "./index.ts";
export { refuseInMaintenance } from "./maintenance.ts";
export { read } from "./read.ts";
export { admitReader } from "./reader.ts";
export { Patch, Settings } from "./settings.ts";

/** All of it, for administrators. */
export async function settings(): Promise<Settings> {
  Actor.administrator();
  return readNow();
}

/** Where images of algorithms may come from, for whoever has an account: who registers one is told before it is refused. */
export async function imageRegistries(): Promise<string[]> {
  Actor.userID();
  return (await read()).imageRegistries;
}

/** Changes what is named and leaves the rest. */
export const change = fn(Patch, (patch) =>
  transaction(async (tx): Promise<Settings> => {
    const { userID } = Actor.administrator();
    const fields = Object.keys(patch);
    for (const [name, value] of Object.entries(patch)) {
      const changed = { value: JSON.stringify(value), changed_by: userID, changed_at: sql<Date>`now()` };
      await tx
        .insertInto("setting")
        .values({ name, ...changed })
        .onConflict((conflict) => conflict.column("name").doUpdateSet(changed))
        .execute();
    }
    const now = await readNow();
    if (now.signUp === "domains" && now.signUpDomains.length === 0)
      throw new AppError("unprocessable", "deployment.no_domains", "Name the domains whose people may sign up.", {
        fields: [{ path: "/signUpDomains", message: "Name at least one" }],
      });
    if (patch.secondFactor && patch.secondFactor !== "optional") await SecondFactor.require(patch.secondFactor);
    await record({ type: "deployment.settings_changed", parameters: { fields } });
    await afterCommit(async () => forget());
    return now;
  }),
);
