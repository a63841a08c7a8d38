import type { Generated, JSONColumnType } from "kysely";
import type { Problem } from "../signature/schema.ts";
import type { Header, Language } from "./schema.ts";

export type ScriptTable = {
  id: string;
  language: Language;
  version: number;
  header: JSONColumnType<Header>;
  problems: JSONColumnType<Problem[]>;
};

export type ScriptVersionTable = {
  script_id: string;
  version: number;
  language: Language;
  source: string;
  sha256: string;
  restored_from: number | null;
  created_by: string;
  created_at: Generated<Date>;
};
