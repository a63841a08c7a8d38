import type { Limits } from "./schema.ts";

/** What one job of somebody's code may use; the sandbox holds it to this. */
export const LIMITS: Limits = {
  seconds: 60 * 60,
  memoryMiB: 4_096,
  cpus: 2,
  processes: 128,
  diskMiB: 8_192,
  outputMiB: 1_024,
};
