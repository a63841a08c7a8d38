import { list } from "./options.ts";
import type { Parameter, ParameterType } from "./schema.ts";
import { unquote } from "./split.ts";

type Read = { value: unknown } | { problem: string };

/** A default as the header writes it, as a value of its type. */
export function readDefault(raw: string, { type, item = "string" }: Parameter): Read {
  const text = unquote(raw);
  if (text === "null") return { value: null };
  if (type === "list" || type === "column_list") return readList(raw, type === "list" ? item : "string");
  return readScalar(text, type);
}

function readList(raw: string, item: ParameterType): Read {
  const items = list(raw).map((one) => readScalar(one, item));
  const wrong = items.find((one) => "problem" in one);
  return wrong ?? { value: items.map((one) => ("value" in one ? one.value : null)) };
}

function readScalar(text: string, type: ParameterType): Read {
  switch (type) {
    case "int":
      return /^[+-]?\d+$/.test(text) && Number.isSafeInteger(Number(text))
        ? { value: Number(text) }
        : wrong(text, "a whole number");
    case "bigint":
      // Beyond 2^53 only its digits are exact.
      return /^[+-]?\d+$/.test(text) ? { value: BigInt(text).toString() } : wrong(text, "a whole number");
    case "double":
    case "num":
    case "qnum":
      return text !== "" && Number.isFinite(Number(text)) ? { value: Number(text) } : wrong(text, "a number");
    case "bool":
      return /^(true|false)$/i.test(text) ? { value: text.toLowerCase() === "true" } : wrong(text, "true or false");
    default:
      return { value: text };
  }
}

const wrong = (text: string, wanted: string): Read => ({
  problem: `The default "${text.slice(0, 40)}" is not ${wanted}.`,
});
