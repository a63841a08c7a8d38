import { randomBytes } from "node:crypto";
import { readJson, writeJson } from "./json-file.ts";

/** What this installation drew once and keeps. */
export type Settings = {
  credentials: { accessKeyId: string; secretAccessKey: string };
  /** Values of the program's random passwords, by the placeholder that stands for them in the graph. */
  randoms: Record<string, string>;
  /** Written before the account is made, so that a crash in between cannot lose the password. */
  administrator: { email: string; password: string };
  /** Whoever knows it may read what was mailed. */
  mailboxToken: string;
  /** The objects port of last time: pages that are still open go on uploading to it. */
  objectsPort?: number;
};

const secret = (bytes: number): string => randomBytes(bytes).toString("hex");

/** Reads the settings, adding what this graph needs and was not drawn yet. */
export async function loadSettings(path: string, placeholders: string[]): Promise<Settings> {
  const found = await readJson<Partial<Settings>>(path);
  const settings: Settings = {
    credentials: { accessKeyId: `AKIA${secret(8).toUpperCase()}`, secretAccessKey: secret(20) },
    randoms: {},
    administrator: { email: "admin@atrium.local", password: secret(12) },
    mailboxToken: secret(24),
    ...found,
  };
  const drawn = placeholders.filter((placeholder) => settings.randoms[placeholder] === undefined);
  for (const placeholder of drawn) settings.randoms[placeholder] = secret(24);
  if (!found?.mailboxToken || drawn.length > 0) await writeJson(path, settings);
  return settings;
}
