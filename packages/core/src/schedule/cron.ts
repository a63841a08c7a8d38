import { Cron, CronPattern } from "croner";
import { AppError } from "../error/index.ts";

/** `minute hour day month weekday`, and the usual names such as `@daily`. Seconds are not kept. */
export function checkCron(cron: string): string | undefined {
  if (cron.trim().split(/\s+/).length !== 5 && !cron.trim().startsWith("@"))
    return "Five fields: minute, hour, day of month, month, day of week";
  try {
    new CronPattern(cron);
    return next(cron, "UTC", new Date()) ? undefined : "This never comes";
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

export function checkTimezone(timezone: string): string | undefined {
  try {
    new Intl.DateTimeFormat("en", { timeZone: timezone });
    return;
  } catch {
    return "A name of the IANA time zone database, such as Europe/Berlin";
  }
}

/**
 * The first time after another at which the pattern holds on the clocks of a zone. An hour that a change of the clocks leaves
 * out is made up for right after it; an hour that comes twice counts once.
 */
export function next(cron: string, timezone: string, after: Date): Date | null {
  return new Cron(cron, { timezone, paused: true }).nextRun(after);
}

/** The next few, for people to see what they have written. */
export function upcoming(cron: string, timezone: string, count: number, after = new Date()): Date[] {
  return new Cron(cron, { timezone, paused: true }).nextRuns(count, after);
}

export function mustHold(cron: string, timezone: string): void {
  const fields = [
    { path: "/cron", message: checkCron(cron) },
    { path: "/timezone", message: checkTimezone(timezone) },
  ].flatMap(({ path, message }) => (message === undefined ? [] : [{ path, message }]));
  const [first] = fields;
  if (first) throw new AppError("input", "input.invalid", `${first.path}: ${first.message}.`, { fields });
}
