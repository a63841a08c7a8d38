import { randomUUID } from "node:crypto";
import type { Policy } from "../delivery/policy.ts";
import type { Delivery } from "../delivery/service.ts";
import { type Shape, shaped } from "./input.ts";
import { type Matches, parsePattern } from "./pattern.ts";

export type RuleTarget = { arn: string; shape: Shape; policy: Policy };
export type Rule = { arn: string; name: string; bus: string; pattern: string; enabled: boolean; targets: RuleTarget[] };
export type EventInput = {
  source: string;
  detailType: string;
  detail: unknown;
  bus: string;
  time?: number;
  resources?: string[];
};

export type Buses = ReturnType<typeof createBuses>;

/** The program's event buses: an event is kept, for every target of every rule it matches, before it is answered. */
export function createBuses(options: {
  delivery: Delivery;
  buses: string[];
  rules: Rule[];
  region: string;
  accountId: string;
}) {
  const { delivery, region, accountId } = options;
  const names = new Set(["default", ...options.buses]);
  const rules = options.rules.filter(({ enabled }) => enabled).map((rule) => ({ ...rule, matches: matcher(rule) }));

  return {
    rules: options.rules,
    /** The bus of this name or ARN, undefined when there is none. */
    find: (reference: string): string | undefined => {
      const name = reference.split("/").at(-1) ?? reference;
      return names.has(name) ? name : undefined;
    },

    async put(events: EventInput[]): Promise<string[]> {
      const full = events.map((event) => ({ bus: event.bus, event: fullEvent(event, region, accountId) }));
      const sendings = full.flatMap(({ bus, event }) =>
        rules
          .filter((rule) => rule.bus === bus && rule.matches(event))
          .flatMap(({ arn, targets }) =>
            targets.map(({ arn: target, shape, policy }) => ({
              ...{ target, policy, source: arn },
              payload: shaped(event, shape),
            })),
          ),
      );
      await delivery.transaction((db) => delivery.add(sendings, db));
      delivery.ring();
      return full.map(({ event }) => event.id);
    },
  };
}

function matcher({ name, pattern }: Rule): Matches {
  try {
    return parsePattern(pattern);
  } catch (error) {
    throw new Error(`The event pattern of the rule ${name} is not valid`, { cause: error });
  }
}

const fullEvent = (event: EventInput, region: string, account: string) => ({
  version: "0",
  id: randomUUID(),
  "detail-type": event.detailType,
  source: event.source,
  account,
  time: new Date(event.time ?? Date.now()).toISOString().replace(/\.\d+Z$/, "Z"),
  region,
  resources: event.resources ?? [],
  detail: event.detail,
});
