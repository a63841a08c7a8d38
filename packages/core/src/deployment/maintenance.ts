import * as Actor from "../actor/index.ts";
import { AppError } from "../error/index.ts";
import { read } from "./read.ts";
import type { Settings } from "./settings.ts";

const USUAL_SECONDS = 300;
const SOONEST_SECONDS = 10;

/** Keeps everybody from changing anything while there is maintenance; administrators are who does it. */
export async function refuseInMaintenance(): Promise<void> {
  const who = Actor.current();
  if (who.type === "user" && who.admin) return;
  const { maintenance } = await read();
  if (!maintenance.active) return;
  throw new AppError(
    "unavailable",
    "deployment.maintenance",
    maintenance.message || "There is maintenance: everything can be read, nothing changed. Try again later.",
    { retryAfterSeconds: secondsLeft(maintenance) },
  );
}

const secondsLeft = ({ until }: Settings["maintenance"]): number =>
  until === null ? USUAL_SECONDS : Math.max(SOONEST_SECONDS, Math.ceil((Date.parse(until) - Date.now()) / 1_000));
