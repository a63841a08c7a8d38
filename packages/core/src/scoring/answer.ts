import type { Outcome } from "../model/schema.ts";
import type { Scores } from "./scorer.ts";

export type Answer = { prediction: string | number | boolean; probabilities?: Record<string, number> };

/** What is predicted for each row, in the outcome's own terms. */
export function answersOf({ classes, type }: Outcome, scores: Scores): Answer[] {
  if (classes === null || !scores.classes) return Array.from(scores.values, (prediction) => ({ prediction }));
  return Array.from(scores.classes, (place, row) => ({
    prediction: typed(classes[place] ?? "", type),
    probabilities: Object.fromEntries(
      classes.map((name, i) => [name, scores.values[row * classes.length + i] ?? Number.NaN]),
    ),
  }));
}

export function typed(name: string, type: Outcome["type"]): string | number | boolean {
  if (type === "boolean") return name === "true";
  return type === "text" ? name : Number(name);
}
