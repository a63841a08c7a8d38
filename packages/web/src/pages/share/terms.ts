import type { Bundle, Privilege } from "../../data/types.ts";
import { bundles } from "../../data/visibility.ts";

const DAY_MS = 24 * 60 * 60 * 1_000;

export type Choice = Bundle | "custom";
export const choices: { value: Choice; label: string; help?: string }[] = [
  ...bundles,
  { value: "custom", label: "Custom", help: "Rights chosen one by one" },
];

export type Term = "never" | "7" | "30" | "90" | "365";
export const terms: { value: Term; label: string }[] = [
  { value: "never", label: "Ends never" },
  { value: "7", label: "Ends in a week" },
  { value: "30", label: "Ends in 30 days" },
  { value: "90", label: "Ends in 90 days" },
  { value: "365", label: "Ends in a year" },
];

/** The moment a term that begins now ends, as the API takes it. */
export const endOf = (term: Term): { expiresAt?: string } =>
  term === "never" ? {} : { expiresAt: new Date(Date.now() + Number(term) * DAY_MS).toISOString() };

/** What is given by a choice; nothing chosen one by one is still seeing. */
export const rightsOf = (choice: Choice, custom: Privilege[]): { bundle: Bundle } | { privileges: Privilege[] } =>
  choice === "custom" ? { privileges: custom.length > 0 ? custom : ["see"] } : { bundle: choice };
