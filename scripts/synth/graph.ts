import type { Created, Registration } from "./mocks.ts";

/** A line of the graph. `id` and `arn` are what other resources refer to it by. */
export type Resource = { type: string; name: string; id: string; arn: unknown; inputs: unknown };
export type Recorded = Registration & { created: Created };

/** Groupings, seeds of secrets, archives: parts of how SST deploys, not of what it deploys. */
const NOISE = ["pulumi:", "pulumi-nodejs:dynamic:", "sst:", "command:local:", "random:", "aws:s3/bucketObjectv2:"];
const PULUMI_SECRET = "4dabf18193072939515e22adb298388d";

/** Sorted and free of chance, so that a diff shows what a change does to the cloud and nothing else. */
export function serialize(recorded: Recorded[]): string {
  const resources: Resource[] = recorded
    .filter(({ type }) => !NOISE.some((prefix) => type.startsWith(prefix)))
    .map(({ type, name, inputs, created }) => ({
      type,
      name,
      id: created.id,
      arn: created.state.arn,
      inputs: tidy(inputs),
    }))
    .sort((a, b) => compare(a.type, b.type) || compare(a.name, b.name));
  return `${JSON.stringify(resources, null, 2)}\n`;
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** Keys in order, nothing absent, and Pulumi's wrapping of secrets undone: a mock's values are no secrets. */
function tidy(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(tidy);
  if (value === null || typeof value !== "object") return value;
  if (PULUMI_SECRET in value) return tidy("value" in value ? value.value : undefined);
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, item]) => item !== undefined && item !== null)
      .sort(([a], [b]) => compare(a, b))
      .map(([key, item]) => [key, tidy(item)]),
  );
}
