import { fieldOf } from "./fields.ts";

/** What is being typed at the end of a text, and where it begins. */
export type Open =
  | { what: "word"; typed: string; from: number }
  | { what: "tag"; typed: string; from: number }
  | { what: "value"; field: string; typed: string; from: number };

const VALUE =
  /(attributes\.[^\s()"<>=!~:≠≤≥]+|\b[a-z]+)\s*(?:[=<>~≠≤≥:]+|!=|\s(?:contains|starts\s+with|before|after)\s)\s*("[^"]*|[^\s()"]*)$/i;
const LISTED = /(attributes\.[^\s()"<>=!~:≠≤≥]+|\b[a-z]+)\s+(?:not\s+)?in\s*\((?:[^()]*,)?\s*("[^"]*|[^(),"]*)$/i;
const TAG = /#("[^"]*|[^\s()"#]*)$/;
const WORD = /[^\s()"]*$/;

/** What somebody who has typed so far could mean to go on with. */
export function openAt(text: string): Open {
  const value = VALUE.exec(text) ?? LISTED.exec(text);
  const field = /^is$/i.test(value?.[1] ?? "") ? "is" : fieldOf(value?.[1] ?? "");
  if (value && field !== undefined) return { what: "value", field, ...piece(text, value[2]) };
  const tag = TAG.exec(text);
  if (tag) return { what: "tag", typed: (tag[1] ?? "").replace(/^"/, ""), from: tag.index };
  return { what: "word", ...piece(text, WORD.exec(text)?.[0]) };
}

const piece = (text: string, found = "") => ({ typed: found.replace(/^"/, ""), from: text.length - found.length });
