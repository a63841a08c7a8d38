import { client } from "./client.ts";
import type { Parameter } from "./functions.ts";
import { get, patch, post, remove } from "./http.ts";
import type { Entity, Page, Person } from "./types.ts";

const V1 = "/api/v1/scripts";
type Signal = { signal?: AbortSignal };

export type ScriptLanguage = "python" | "javascript" | "r" | "julia" | "octave" | "sql" | "grok";
export type SourceProblem = { line: number; message: string };

/** What the header of a source says. */
export type Checked = {
  language: ScriptLanguage;
  signature: { inputs: Parameter[]; outputs: Parameter[] };
  header: { environment?: string; schedule?: { cron: string; runAs?: string }; helpUrl?: string };
  problems: SourceProblem[];
};

export type Script = Entity & Checked & { version: number; source: string | null; sha256: string };

export type ScriptVersion = {
  version: number;
  language: ScriptLanguage;
  bytes: number;
  restoredFrom: number | null;
  createdBy: Person;
  createdAt: string;
};

export const scriptsAPI = {
  get: (id: string, options?: Signal) => get<Script>(`${V1}/${id}`, options),
  create: (script: { projectId: string; source: string }) => post<Script>(V1, script),
  check: (source: string, language: ScriptLanguage | undefined, options?: Signal) =>
    post<Checked>(`${V1}/check`, { source, language }, options),
  write: (id: string, source: string, revision: number) => patch<Script>(`${V1}/${id}`, { source }, revision),
  remove: (id: string) => remove(`${V1}/${id}`),
  restore: (id: string) => post<Script>(`${V1}/${id}/restore`),
  versions: (id: string, options?: Signal) =>
    get<Page<ScriptVersion>>(`${V1}/${id}/versions`, { query: { limit: 100 }, ...options }),
  restoreVersion: (id: string, version: number) => post<Script>(`${V1}/${id}/versions/${version}/restore`),
};

const CHECK_MS = 60_000;

/** A part of `queries`. */
export const scriptQueries = {
  script: (id: string) => ({
    queryKey: ["script", id],
    queryFn: ({ signal }: { signal: AbortSignal }) => scriptsAPI.get(id, { signal }),
  }),
  scriptVersions: (id: string) => ({
    queryKey: ["script", id, "versions"],
    queryFn: ({ signal }: { signal: AbortSignal }) => scriptsAPI.versions(id, { signal }),
  }),
  scriptCheck: (source: string, language?: ScriptLanguage) => ({
    queryKey: ["script-check", language, source],
    queryFn: ({ signal }: { signal: AbortSignal }) => scriptsAPI.check(source, language, { signal }),
    gcTime: CHECK_MS,
    staleTime: CHECK_MS,
  }),
};

const BEGINNING = `#name: New script
#description: What it does, in a line
#language: python
#input: dataframe table [What to look at]
#output: int rows

rows = len(table)
print(f"{rows} rows, {len(table.columns)} columns")
`;

/** A script that runs as it stands, to begin with. */
export async function createScript(projectId: string): Promise<Script> {
  const script = await scriptsAPI.create({ projectId, source: BEGINNING });
  client.setQueryData(["script", script.id], script);
  await client.invalidateQueries({ queryKey: ["items", projectId] });
  return script;
}
