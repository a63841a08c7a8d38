import { plural } from "./format.ts";
import type { Parameter } from "./functions.ts";
import { get, patch, post, remove } from "./http.ts";
import type { Page, Privilege, Run } from "./types.ts";

const V1 = "/api/v1";
type Signal = { signal?: AbortSignal };

export type Image = { reference: string; command: string[]; parameters: Record<string, unknown> };

export type Algorithm = {
  id: string;
  projectId: string;
  name: string;
  description: string;
  script: { id: string; name: string } | null;
  image: Image | null;
  categories: string[];
  batchSize: number;
  limits: { seconds?: number; memoryMiB?: number; cpus?: number };
  layerIds: string[] | null;
  parameters: Parameter[];
  problem: string | null;
  revision: number;
  privileges: Privilege[];
};

export type AlgorithmBatch = {
  number: number;
  state: "waiting" | "succeeded" | "failed";
  mediaIds: string[];
  annotations: number;
  error: { code: string; message: string } | null;
};

export type TriggerEvent = "media.ready" | "annotations.changed";

export type Trigger = {
  id: string;
  event: TriggerEvent;
  typeIds: string[] | null;
  waitSeconds: number;
  enabled: boolean;
  chain: boolean;
  runAs: { name: string };
  waiting: number;
  lastAt: string | null;
  lastRunId: string | null;
  lastError: { message: string } | null;
  revision: number;
};

export type NewTrigger = { event: TriggerEvent; typeIds: string[] | null; waitSeconds: number; chain: boolean };

type Other = { runId: string; name: string };
export type RunOrigin = { triggerId: string | null; depth: number; causes: Other[]; led: Other[] };

export type AlgorithmBody = Pick<Algorithm, "name" | "description" | "categories" | "batchSize" | "limits"> & {
  scriptId?: string;
  image?: Image;
};

/** What of the library an algorithm is to work on. */
export type Chosen =
  | { mediaIds: string[] }
  | { query: { projectId?: string; recursive: boolean; q?: string; [key: string]: unknown }; count: number };

type Start = Chosen & {
  projectId: string;
  parameters: Record<string, unknown>;
  layer: { id: string } | { name: string };
};
type Layer = { id: string; name: string; privileges: Privilege[] };

/** "24 clips", "the 1,284 clips shown". */
export const chosenWords = (chosen: Chosen): string =>
  "mediaIds" in chosen ? plural(chosen.mediaIds.length, "clip") : `the ${plural(chosen.count, "clip")} shown`;

export const algorithmsAPI = {
  registries: (options?: Signal) => get<{ items: string[] }>(`${V1}/deployment/image-registries`, options),
  list: (projectId: string, options?: Signal) =>
    get<Page<Algorithm>>(`${V1}/projects/${projectId}/algorithms`, options),
  create: (projectId: string, body: AlgorithmBody) => post<Algorithm>(`${V1}/projects/${projectId}/algorithms`, body),
  update: ({ id, revision }: Algorithm, body: Partial<AlgorithmBody>) =>
    patch<Algorithm>(`${V1}/algorithms/${id}`, body, revision),
  remove: (id: string) => remove(`${V1}/algorithms/${id}`),
  start: (id: string, start: Start) => post<{ run: Run; layerId: string }>(`${V1}/algorithms/${id}/runs`, start),
  runs: (id: string, options?: Signal) => get<Page<Run>>(`${V1}/algorithms/${id}/runs`, options),
  batches: (runId: string, options?: Signal) => get<Page<AlgorithmBatch>>(`${V1}/runs/${runId}/batches`, options),
  origin: (runId: string, options?: Signal) => get<RunOrigin>(`${V1}/runs/${runId}/origin`, options),
  triggers: (id: string, options?: Signal) => get<Page<Trigger>>(`${V1}/algorithms/${id}/triggers`, options),
  addTrigger: (id: string, trigger: NewTrigger) => post<Trigger>(`${V1}/algorithms/${id}/triggers`, trigger),
  switchTrigger: ({ id, revision }: Trigger, enabled: boolean) =>
    patch<Trigger>(`${V1}/triggers/${id}`, { enabled }, revision),
  removeTrigger: (id: string) => remove(`${V1}/triggers/${id}`),
  layers: (projectId: string, options?: Signal) => get<Page<Layer>>(`${V1}/projects/${projectId}/layers`, options),
};

type Asked = { signal: AbortSignal };
const LOOK_MS = 2_000;

/** A part of `queries`. */
export const algorithmQueries = {
  algorithms: (projectId: string) => ({
    queryKey: ["algorithms", projectId],
    queryFn: ({ signal }: Asked) => algorithmsAPI.list(projectId, { signal }),
    enabled: projectId !== "",
  }),
  imageRegistries: () => ({
    queryKey: ["deployment", "image-registries"],
    queryFn: ({ signal }: Asked) => algorithmsAPI.registries({ signal }),
  }),
  algorithmRuns: (id: string) => ({
    queryKey: ["runs", "of-algorithm", id],
    queryFn: ({ signal }: Asked) => algorithmsAPI.runs(id, { signal }),
  }),
  triggers: (algorithmId: string) => ({
    queryKey: ["triggers", algorithmId],
    queryFn: ({ signal }: Asked) => algorithmsAPI.triggers(algorithmId, { signal }),
  }),
  batches: (run: Pick<Run, "id" | "state">) => ({
    queryKey: ["run", run.id, "batches", run.state],
    queryFn: ({ signal }: Asked) => algorithmsAPI.batches(run.id, { signal }),
    refetchInterval: ["queued", "running"].includes(run.state) ? LOOK_MS : (false as const),
  }),
  runOrigin: (run: Pick<Run, "id" | "state">) => ({
    queryKey: ["run", run.id, "origin", run.state],
    queryFn: ({ signal }: Asked) => algorithmsAPI.origin(run.id, { signal }),
  }),
  layersOf: (projectId: string) => ({
    queryKey: ["algorithms", "layers", projectId],
    queryFn: ({ signal }: Asked) => algorithmsAPI.layers(projectId, { signal }),
  }),
};
