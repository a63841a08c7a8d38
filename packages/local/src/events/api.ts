import { AwsError } from "../router/error.ts";
import { type Actions, type Input, optionalText, text } from "../router/input.ts";
import type { Buses, EventInput } from "./bus.ts";
import { PatternError, parsePattern } from "./pattern.ts";

const MOST_ENTRIES = 10;
const LARGEST_ENTRY = 256 * 1024;

type Refusal = { ErrorCode: string; ErrorMessage: string };

/** The calls of `AWSEvents` that this host answers: its rules come from the graph, not from calls. */
export function eventActions(buses: Buses) {
  return {
    async PutEvents(input: Input) {
      const entries = Array.isArray(input.Entries) ? (input.Entries as Input[]) : [];
      if (entries.length === 0 || entries.length > MOST_ENTRIES) {
        throw new AwsError("ValidationException", `Entries must hold between 1 and ${MOST_ENTRIES} events`);
      }
      const size = entries.reduce((sum, entry) => sum + sizeOf(entry), 0);
      if (size > LARGEST_ENTRY) {
        throw new AwsError("ValidationException", "Total size of the entries in the request is over the limit.");
      }
      const parsed = entries.map((entry) => eventOf(buses, entry));
      const ids = await buses.put(parsed.filter((one): one is EventInput => !("ErrorCode" in one)));
      const Entries = parsed.map((one) => ("ErrorCode" in one ? one : { EventId: ids.shift() }));
      return { Entries, FailedEntryCount: Entries.filter((entry) => "ErrorCode" in entry).length };
    },

    async ListRules(input: Input) {
      const bus = buses.find(optionalText(input, "EventBusName") ?? "default");
      const shown = buses.rules.filter((rule) => rule.bus === bus);
      return {
        Rules: shown.map(({ arn, name, pattern, enabled, bus }) => ({
          ...{ Arn: arn, Name: name, EventPattern: pattern, EventBusName: bus },
          State: enabled ? "ENABLED" : "DISABLED",
        })),
      };
    },

    async TestEventPattern(input: Input) {
      try {
        return { Result: parsePattern(text(input, "EventPattern"))(JSON.parse(text(input, "Event"))) };
      } catch (error) {
        if (error instanceof PatternError || error instanceof SyntaxError) {
          throw new AwsError("InvalidEventPatternException", error.message);
        }
        throw error;
      }
    },
  } satisfies Actions;
}

/** As EventBridge counts: 14 bytes for a time, and the bytes of every text. */
const sizeOf = ({ Time, Source, DetailType, Detail, Resources }: Input): number =>
  [Source, DetailType, Detail, ...(Array.isArray(Resources) ? Resources : [])].reduce<number>(
    (sum, part) => sum + (typeof part === "string" ? Buffer.byteLength(part) : 0),
    Time === undefined ? 0 : 14,
  );

/** One bad event does not keep the others from being put. */
function eventOf(buses: Buses, entry: Input): EventInput | Refusal {
  const [source, detailType] = [optionalText(entry, "Source"), optionalText(entry, "DetailType")];
  if (!source || !detailType) {
    return { ErrorCode: "InvalidArgument", ErrorMessage: "Parameters Source and DetailType are not valid." };
  }
  if (source.startsWith("aws.")) {
    return { ErrorCode: "NotAuthorizedForSourceException", ErrorMessage: "Not authorized for the source." };
  }
  const detail = objectFrom(optionalText(entry, "Detail"));
  if (!detail) return { ErrorCode: "MalformedDetail", ErrorMessage: "Detail is malformed." };
  const bus = buses.find(optionalText(entry, "EventBusName") ?? "default");
  if (!bus) return { ErrorCode: "ResourceNotFoundException", ErrorMessage: "Event bus does not exist." };
  const time = typeof entry.Time === "number" ? entry.Time * 1_000 : undefined;
  const resources = Array.isArray(entry.Resources) ? entry.Resources.map(String) : [];
  return { source, detailType, detail, bus, time, resources };
}

function objectFrom(json: string | undefined): object | undefined {
  try {
    const value: unknown = JSON.parse(json ?? "");
    return typeof value === "object" && value !== null && !Array.isArray(value) ? value : undefined;
  } catch {
    return undefined; // answered as MalformedDetail, with the entry it belongs to
  }
}
