import type { LookupFunction } from "node:net";
import type { Target } from "./target.ts";

/** For a request to a target: the name stays in it and in the certificate that is asked for; only where it leads is settled. */
export const pinned =
  ({ address, family }: Pick<Target, "address" | "family">): LookupFunction =>
  (_host, { all }, done) =>
    all ? done(null, [{ address, family }]) : done(null, address, family);
