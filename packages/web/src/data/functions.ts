import type { Parameter } from "@atrium/core/form";
import { get, patch, post, type Query, remove } from "./http.ts";
import type { Page, Person, Privilege, Run } from "./types.ts";

const V1 = "/api/v1";
type Signal = { signal?: AbortSignal };

export type { Parameter };

export type AtriumFunction = {
  id: string;
  kind: "builtin" | "script" | "notebook" | "model";
  name: string;
  description: string;
  projectId: string | null;
  privileges: Privilege[];
  revision: number;
  signature: { inputs: Parameter[]; outputs: Parameter[] };
  createdAt: string;
};

export type Overlap = "skip" | "allow";

export type Schedule = {
  id: string;
  projectId: string;
  function: { id: string; name: string };
  name: string;
  cron: string;
  timezone: string;
  inputs: Record<string, unknown>;
  overlap: Overlap;
  enabled: boolean;
  runAs: Person;
  revision: number;
  upcoming: string[];
  lastAt: string | null;
  lastRunId: string | null;
  lastError: { code: string; message: string } | null;
};

export type NewSchedule = {
  projectId: string;
  functionId: string;
  name: string;
  cron: string;
  timezone: string;
  inputs: Record<string, unknown>;
  overlap: Overlap;
};

const MOST = 200;

export const functionsAPI = {
  list: (options?: Signal) => get<Page<AtriumFunction>>(`${V1}/functions`, { query: { limit: MOST }, ...options }),
  get: (id: string, options?: Signal) => get<AtriumFunction>(`${V1}/functions/${id}`, options),
  run: (id: string, inputs: Record<string, unknown>, projectId?: string) =>
    post<Run>(`${V1}/functions/${id}/runs`, { inputs, projectId }),
  schedules: {
    list: (query: Query, options?: Signal) => get<Page<Schedule>>(`${V1}/schedules`, { query, ...options }),
    get: (id: string) => get<Schedule>(`${V1}/schedules/${id}`),
    create: (schedule: NewSchedule) => post<Schedule>(`${V1}/schedules`, schedule),
    update: (id: string, change: Partial<Pick<Schedule, "enabled" | "name" | "cron" | "timezone">>, revision: number) =>
      patch<Schedule>(`${V1}/schedules/${id}`, change, revision),
    remove: (id: string) => remove(`${V1}/schedules/${id}`),
    restore: (id: string) => post<Schedule>(`${V1}/schedules/${id}/restore`),
    run: (id: string) => post<Run>(`${V1}/schedules/${id}/runs`),
  },
};

const SCHEDULES_MS = 30_000;

/** A part of `queries`. */
export const functionQueries = {
  functions: () => ({
    queryKey: ["functions"],
    queryFn: ({ signal }: { signal: AbortSignal }) => functionsAPI.list({ signal }),
  }),
  function: (id: string) => ({
    queryKey: ["function", id],
    queryFn: ({ signal }: { signal: AbortSignal }) => functionsAPI.get(id, { signal }),
  }),
  schedules: (query: Record<string, string | number>) => ({
    queryKey: ["schedules", query],
    queryFn: ({ signal }: { signal: AbortSignal }) => functionsAPI.schedules.list({ limit: 200, ...query }, { signal }),
    // What is due starts by itself.
    refetchInterval: SCHEDULES_MS,
  }),
};
