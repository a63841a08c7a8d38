import { plural } from "../../data/format.ts";

export type Days = "none" | "7" | "30" | "90" | "365";
export const dayOptions: { value: Days; label: string }[] = [
  { value: "none", label: "No end" },
  { value: "7", label: "A week" },
  { value: "30", label: "30 days" },
  { value: "90", label: "90 days" },
  { value: "365", label: "A year" },
];

export const daysOf = (value: Days): number | null => (value === "none" ? null : Number(value));
export const optionOf = (days: number | null): Days =>
  dayOptions.find(({ value }) => value === String(days))?.value ?? "none";
export const termWords = (days: number | null) => (days === null ? "without an end" : `for ${plural(days, "day")}`);
