import { z } from "zod";
import { Access } from "../access/index.ts";
import { Kind, listedKinds, Text } from "../entity/schema.ts";
import { principals } from "../group/principal.ts";
import { accessWays, fieldNames, kindOfField, openAt, stateNames, value } from "../search-language/index.ts";
import { fn } from "../util/index.ts";
import { namesBeginning, tagsBeginning } from "./names.ts";

const SHOWN = 8;
const OF_A_SORT = 4;
const DATES = ["today", "yesterday", "this week", "last week", "-7d", "-30d", "this year"];

/** What somebody who typed so far may go on with: `text` in place of all from `from` on. */
export const Suggestion = z.object({
  type: z.enum(["entity", "tag", "field", "value", "person"]),
  label: z.string(),
  text: z.string(),
  from: z.number().int(),
  entity: z.object({ id: z.string(), kind: Kind }).optional(),
});
export type Suggestion = z.infer<typeof Suggestion>;
type Part = Omit<Suggestion, "from">;

export const suggest = fn(z.object({ q: Text(1_000).default("") }), async ({ q }): Promise<Suggestion[]> => {
  const open = openAt(q);
  const typed = open.typed.slice(0, 255);
  const seen = await Access.visibleEntities();
  const parts =
    open.what === "tag"
      ? await tags(seen, typed)
      : open.what === "value"
        ? await values(seen, open.field, typed)
        : await words(seen, typed);
  return parts.slice(0, SHOWN).map((part) => ({ ...part, from: open.from }));
});

async function words(seen: Access.Visible, typed: string): Promise<Part[]> {
  if (typed === "") return fields("");
  // One after the other: there is one connection.
  const names = await namesBeginning(seen, typed, listedKinds, OF_A_SORT);
  const tagged = (await tags(seen, typed)).slice(0, OF_A_SORT);
  const people = (await peopleCalled(typed)).map(
    (name): Part => ({ type: "person", label: name, text: `owner = ${value(name)} ` }),
  );
  const entities = names.map(
    ({ id, kind, name }): Part => ({ type: "entity", label: name, text: `${quoted(name)} `, entity: { id, kind } }),
  );
  return [...entities, ...fields(typed), ...tagged, ...people];
}

const fields = (typed: string): Part[] =>
  [...fieldNames.map((name) => `${name} `), ...stateNames.map((name) => `is:${name} `)]
    .filter((text) => text.startsWith(typed.toLowerCase()))
    .map((text) => ({ type: "field", label: text.trim(), text }));

const tags = async (seen: Access.Visible, typed: string): Promise<Part[]> =>
  (await tagsBeginning(seen, typed, SHOWN)).map((tag) => ({
    type: "tag",
    label: tag,
    text: `#${/^[^\s()"#]+$/.test(tag) ? tag : quoted(tag)} `,
  }));

async function values(seen: Access.Visible, field: string, typed: string): Promise<Part[]> {
  const begin = typed.toLowerCase();
  const known = (all: readonly string[]) => all.filter((one) => one.startsWith(begin)).map(ofValue);
  if (field === "is") return known(stateNames);
  if (field === "kind") return known(listedKinds);
  if (field === "access") return known(accessWays);
  if (kindOfField(field) === "date") return known(DATES);
  if (field === "tag") return (await tagsBeginning(seen, typed, SHOWN)).map(ofValue);
  if (field === "project")
    return (await namesBeginning(seen, typed, ["project"], SHOWN)).map(({ name }) => ofValue(name));
  if (field === "owner") return [...known(["@me"]), ...(await peopleCalled(typed)).map(ofValue)];
  if (field === "name") return (await namesBeginning(seen, typed, listedKinds, SHOWN)).map(({ name }) => ofValue(name));
  return [];
}

const ofValue = (text: string): Part => ({ type: "value", label: text, text: `${value(text)} ` });
const quoted = (text: string): string => `"${text.replace(/["\\]/g, "\\$&")}"`;

/** Whom the actor may know of anyway: there is no directory of everybody. */
const peopleCalled = async (typed: string): Promise<string[]> => [
  ...new Set(
    (await principals({ q: typed.slice(0, 254) }))
      .filter(({ kind }) => kind === "personal")
      .map(({ name }) => name)
      .slice(0, OF_A_SORT),
  ),
];
