import * as Config from "../config/index.ts";
import { textOf } from "./types.ts";

/** A notification as far as its reader may know of it. */
export type Told = {
  type: string;
  parameters: Record<string, string | number>;
  actor: string | null;
  entity_id: string | null;
  kind: string | null;
  entity: string | null;
};

export const lineOf = ({ type, parameters, actor, entity }: Told): string =>
  textOf(type, { actor: actor ?? "Somebody", entity: entity ?? "something you cannot see", parameters });

const pages: Record<string, string> = { project: "projects", file: "files", table: "tables" };

export function linkOf({ kind, entity_id, parameters }: Told): string {
  const page = kind === null ? undefined : pages[kind];
  if (page !== undefined && entity_id !== null) return `${Config.siteURL()}/${page}/${entity_id}`;
  return `${Config.siteURL()}${parameters.groupId === undefined ? "/notifications" : `/groups/${parameters.groupId}`}`;
}

/** What somebody wrote along with it, marked as theirs line by line. */
export function quoteOf({ parameters: { message } }: Told): string {
  if (typeof message !== "string") return "";
  const lines = message.split(/\r?\n/).map((line) => `> ${line.replace(/\p{Cc}+/gu, " ")}`);
  return `${lines.join("\n")}\n\n`;
}

/** A subject is one line, and names may be long and have more. */
export const subjectOf = (text: string): string => text.replace(/\p{Cc}+/gu, " ").slice(0, 200);

export const choosePreferences = (): string =>
  `You choose what you hear of by mail here: ${Config.siteURL()}/settings/notifications\n`;
