import { toSend } from "../../data/attribute-words.ts";
import type { AttributeType, AttributeValue } from "../../data/types-collaboration.ts";

type Parsed = { value: AttributeValue | undefined } | { error: string };

/** What somebody wrote, as its attribute has it; what the server would refuse is said at once. */
export function parsed(type: AttributeType, text: string): Parsed {
  const sent = toSend(type, text);
  if (sent === null) return { value: undefined };
  if (type.dtype === "bool") return { value: sent === "true" };
  if (type.dtype === "int" || type.dtype === "float") return numberOf(type, String(sent));
  if (type.dtype === "string" && type.autocomplete && type.choices && !type.choices.includes(String(sent)))
    return { error: "Choose one of the list" };
  return { value: sent };
}

function numberOf({ dtype, minimum, maximum }: AttributeType, text: string): Parsed {
  const value = Number(text.replace(",", "."));
  if (!Number.isFinite(value)) return { error: "A number is wanted" };
  if (dtype === "int" && !Number.isInteger(value)) return { error: "A whole number is wanted" };
  if (minimum !== undefined && value < minimum) return { error: `At least ${minimum}` };
  if (maximum !== undefined && value > maximum) return { error: `At most ${maximum}` };
  return { value };
}
