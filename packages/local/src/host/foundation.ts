import { join } from "node:path";
import type { Paths } from "../home/index.ts";
import { LogFile } from "../log/index.ts";
import { buildSite } from "../site/index.ts";
import type { Status } from "../status/index.ts";
import { type Artifacts, buildArtifacts } from "./artifacts.ts";
import type { Closers } from "./closers.ts";
import { type Database, startDatabase } from "./database.ts";
import type { Place } from "./place.ts";

export type Foundation = { database: Database; artifacts: Artifacts; site: string };

/** What depends on nothing else, all at once: the database, the built programs, the built site. */
export async function layFoundation(place: Place, root: string, paths: Paths, closers: Closers, status: Status) {
  const [database, artifacts, site] = await together([
    status.step("PostgreSQL", async () => {
      const { databaseName, masterPassword } = place.program.one("aws:rds/cluster:Cluster").inputs;
      const started = await startDatabase({
        dataDir: paths.database,
        password: place.settings.randoms[masterPassword] ?? masterPassword,
        application: databaseName,
        log: new LogFile(join(paths.logs, "postgresql.log")),
      });
      closers.add("PostgreSQL", started.stop);
      return started;
    }),
    status.step("programs", () => buildArtifacts(root, place.cache, place.program)),
    status.step(
      "site",
      () => buildSite(root, place.cache),
      ({ fresh }) => (fresh ? "built" : "ready"),
    ),
  ]);
  return { database, artifacts, site: site.folder } satisfies Foundation;
}

/** Like `Promise.all`, but a failure is only told when the others are done, so that what they started can be stopped. */
async function together<T extends readonly unknown[]>(tasks: { [K in keyof T]: Promise<T[K]> }): Promise<T> {
  await Promise.allSettled(tasks);
  return (await Promise.all(tasks)) as unknown as T;
}
