import { algorithmQueries } from "./algorithms.ts";
import { api } from "./api.ts";
import { functionQueries } from "./functions.ts";
import { lineageQueries } from "./lineage.ts";
import { modelQueries } from "./models.ts";
import { joinNames } from "./names.ts";
import { notebookQueries } from "./notebook/api.ts";
import { pollDelay } from "./poll.ts";
import { administrationQueries } from "./queries-administration.ts";
import { collaborationQueries } from "./queries-collaboration.ts";
import type { CellValue } from "./rows/page.ts";
import { scriptQueries } from "./scripts.ts";
import type { Bundle, Run, SavedSearch } from "./types.ts";

/** Query definitions, so that a key is written once and invalidated by the same name. */
export const queries = {
  ...algorithmQueries,
  ...administrationQueries,
  ...collaborationQueries,
  ...functionQueries,
  ...lineageQueries,
  ...modelQueries,
  ...scriptQueries,
  ...notebookQueries,
  deployment: () => ({
    queryKey: ["deployment"],
    queryFn: ({ signal }: { signal: AbortSignal }) => api.deployment({ signal }),
    // So that maintenance is told to whoever has had the site open.
    staleTime: 60_000,
    refetchInterval: 60_000,
  }),
  me: () => ({
    queryKey: ["me"],
    queryFn: ({ signal }: { signal: AbortSignal }) => api.me({ signal }),
    staleTime: 60_000,
  }),
  projects: (query: Record<string, string | number> = {}) => ({
    queryKey: ["projects", query],
    queryFn: ({ signal }: { signal: AbortSignal }) => api.projects.list({ limit: 200, ...query }, { signal }),
  }),
  project: (id: string) => ({
    queryKey: ["project", id],
    queryFn: ({ signal }: { signal: AbortSignal }) => api.projects.get(id, { signal }),
  }),
  items: (id: string, query: Record<string, string | number> = {}) => ({
    queryKey: ["items", id, query],
    queryFn: ({ signal }: { signal: AbortSignal }) => api.projects.items(id, { limit: 200, ...query }, { signal }),
  }),
  grants: (id: string) => ({
    queryKey: ["grants", id],
    queryFn: ({ signal }: { signal: AbortSignal }) => api.grants.list(id, { signal }),
  }),
  audience: (entity: string, principalId: string, bundle: Bundle | undefined) => ({
    queryKey: ["grants", entity, "audience", principalId, bundle],
    queryFn: ({ signal }: { signal: AbortSignal }) =>
      api.grants.audience(entity, { principalId, ...(bundle ? { bundle } : {}) }, { signal }),
  }),
  shareLinks: (id: string) => ({
    queryKey: ["share-links", id],
    queryFn: ({ signal }: { signal: AbortSignal }) => api.shareLinks.list(id, { signal }),
  }),
  explain: (entity: string, principal: string | undefined) => ({
    queryKey: ["grants", entity, "explain", principal],
    queryFn: ({ signal }: { signal: AbortSignal }) => api.grants.explain(entity, principal, { signal }),
  }),
  offer: (entity: string) => ({
    queryKey: ["offer", entity],
    queryFn: ({ signal }: { signal: AbortSignal }) => api.access.offer(entity, { signal }),
  }),
  accessRequests: (query: { as: "asker" | "approver"; state?: string }) => ({
    queryKey: ["access-requests", query],
    queryFn: ({ signal }: { signal: AbortSignal }) => api.access.requests({ limit: 100, ...query }, { signal }),
  }),
  readme: (id: string) => ({
    queryKey: ["project", id, "readme"],
    queryFn: ({ signal }: { signal: AbortSignal }) => api.projects.readme(id, { signal }),
  }),
  namespaces: () => ({
    queryKey: ["namespaces"],
    queryFn: ({ signal }: { signal: AbortSignal }) => api.namespaces.list({ signal }),
  }),
  projectAt: (path: string) => ({
    queryKey: ["project-at", path],
    queryFn: ({ signal }: { signal: AbortSignal }) => api.projects.resolve(path, { signal }),
  }),
  accessFacet: (q: string) => ({
    queryKey: ["search", "access", q],
    queryFn: ({ signal }: { signal: AbortSignal }) => api.accessFacet(q, { signal }),
  }),
  search: (query: Record<string, string | number>) => ({
    queryKey: ["search", query],
    queryFn: ({ signal }: { signal: AbortSignal }) => api.search(query, { signal }),
  }),
  found: (query: Record<string, string | number>) => ({
    queryKey: ["search", "pages", query],
    queryFn: ({ signal, pageParam }: { signal: AbortSignal; pageParam: string | undefined }) =>
      api.search({ ...query, cursor: pageParam }, { signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page: { next: string | null }) => page.next ?? undefined,
  }),
  savedSearches: (of: { projectId?: string; subject?: SavedSearch["subject"] } = {}) => ({
    queryKey: ["saved-searches", of],
    queryFn: ({ signal }: { signal: AbortSignal }) => api.savedSearches.list({ ...of, limit: 100 }, { signal }),
    staleTime: 60_000,
  }),
  /** How much a search finds, and nothing of what. */
  countOf: (q: string) => ({
    queryKey: ["search", "count", q],
    queryFn: ({ signal }: { signal: AbortSignal }) =>
      api.search({ q, limit: 1, count: "true", facets: "false" }, { signal }),
    staleTime: 60_000,
  }),
  suggestions: (q: string) => ({
    queryKey: ["suggestions", q],
    queryFn: ({ signal }: { signal: AbortSignal }) => api.suggestions(q, { signal }),
    staleTime: 10_000,
  }),
  file: (id: string) => ({
    queryKey: ["file", id],
    queryFn: ({ signal }: { signal: AbortSignal }) => api.files.get(id, { signal }),
  }),
  tables: (query: Record<string, string | number> = {}) => ({
    queryKey: ["tables", query],
    queryFn: ({ signal }: { signal: AbortSignal }) => api.tables.list({ limit: 200, ...query }, { signal }),
  }),
  /** A few rows of a version, which never change. */
  firstRows: (id: string, version: number, columns: string[], limit: number) => ({
    queryKey: ["first-rows", id, version],
    queryFn: async ({ signal }: { signal: AbortSignal }) => {
      const asked = { version, limit, select: joinNames(columns) };
      const answer = await api.tables.rows(id, asked, "application/json", { signal });
      return (await answer.json()) as { items: Record<string, CellValue>[] };
    },
    staleTime: Number.POSITIVE_INFINITY,
  }),
  table: (id: string) => ({
    queryKey: ["table", id],
    queryFn: ({ signal }: { signal: AbortSignal }) => api.tables.get(id, { signal }),
  }),
  versions: (id: string) => ({
    queryKey: ["versions", id],
    queryFn: ({ signal }: { signal: AbortSignal }) => api.tables.versions(id, { limit: 200 }, { signal }),
  }),
  version: (id: string, version: number) => ({
    queryKey: ["version", id, version],
    queryFn: ({ signal }: { signal: AbortSignal }) => api.tables.version(id, version, { signal }),
    // A version never changes.
    staleTime: Number.POSITIVE_INFINITY,
  }),
  statistics: (id: string, version: number, column: string, where: string) => ({
    queryKey: ["statistics", id, version, column, where],
    queryFn: ({ signal }: { signal: AbortSignal }) => api.tables.statistics(id, column, { version, where }, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  }),
  runs: (query: Record<string, string | number> = {}) => ({
    queryKey: ["runs", query],
    queryFn: ({ signal }: { signal: AbortSignal }) => api.runs.list({ limit: 100, ...query }, { signal }),
    refetchInterval: (query: { state: { data?: { items: Run[] } | undefined; fetchFailureCount: number } }) =>
      pollDelay(query.state.data?.items ?? [], query.state.fetchFailureCount, 15_000),
  }),
  run: (id: string) => ({
    queryKey: ["run", id],
    queryFn: ({ signal }: { signal: AbortSignal }) => api.runs.get(id, { signal }),
    refetchInterval: (query: { state: { data?: Run | undefined; fetchFailureCount: number } }) =>
      pollDelay(query.state.data ? [query.state.data] : [], query.state.fetchFailureCount, false),
  }),
  runOutput: (id: string, name: string) => ({
    queryKey: ["run", id, "output", name],
    queryFn: ({ signal }: { signal: AbortSignal }) => api.runs.output(id, name, { signal }),
    // The address holds for five minutes; the picture never changes.
    staleTime: 240_000,
  }),
  keys: () => ({
    queryKey: ["keys"],
    queryFn: ({ signal }: { signal: AbortSignal }) => api.keys.list({ signal }),
  }),
  invitations: () => ({
    queryKey: ["invitations"],
    queryFn: ({ signal }: { signal: AbortSignal }) => api.invitations.list({ signal }),
  }),
  uploads: (projectId: string) => ({
    queryKey: ["uploads", projectId],
    queryFn: ({ signal }: { signal: AbortSignal }) => api.uploads.open(projectId, { signal }),
  }),
  groups: (query: Record<string, string | number | boolean> = {}) => ({
    queryKey: ["groups", query],
    queryFn: ({ signal }: { signal: AbortSignal }) => api.groups.list({ limit: 200, ...query }, { signal }),
  }),
  group: (id: string) => ({
    queryKey: ["group", id],
    queryFn: ({ signal }: { signal: AbortSignal }) => api.groups.get(id, { signal }),
  }),
  groupMembers: (id: string) => ({
    queryKey: ["group", id, "members"],
    queryFn: ({ signal }: { signal: AbortSignal }) => api.groups.members(id, { limit: 1000 }, { signal }),
  }),
  groupRequests: (id: string) => ({
    queryKey: ["group", id, "requests"],
    queryFn: ({ signal }: { signal: AbortSignal }) => api.groups.requests(id, { signal }),
  }),
  principals: (text: string) => ({
    queryKey: ["principals", text],
    queryFn: ({ signal }: { signal: AbortSignal }) => api.principals(text, { signal }),
    staleTime: 10_000,
  }),
  activity: (entity: string) => ({
    queryKey: ["activity", entity],
    queryFn: ({ signal, pageParam }: { signal: AbortSignal; pageParam: string | undefined }) =>
      api.activity(entity, { limit: 50, cursor: pageParam }, { signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page: { next: string | null }) => page.next ?? undefined,
  }),
  lastChanges: (ids: string[]) => ({
    queryKey: ["activity", "last", ids],
    queryFn: ({ signal }: { signal: AbortSignal }) => api.lastChanges(ids, { signal }),
  }),
  audit: (query: Record<string, string>) => ({
    queryKey: ["audit", query],
    queryFn: ({ signal, pageParam }: { signal: AbortSignal; pageParam: string | undefined }) =>
      api.audit({ limit: 100, ...query, cursor: pageParam }, { signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page: { next: string | null }) => page.next ?? undefined,
  }),
  users: (query: Record<string, string | number> = {}) => ({
    queryKey: ["users", query],
    queryFn: ({ signal }: { signal: AbortSignal }) => api.users.list({ limit: 200, ...query }, { signal }),
  }),
  secondFactor: () => ({
    queryKey: ["second-factor"],
    queryFn: ({ signal }: { signal: AbortSignal }) => api.secondFactor.get({ signal }),
  }),
  awaited: () => ({
    queryKey: ["second-factor", "awaited"],
    queryFn: ({ signal }: { signal: AbortSignal }) => api.secondFactor.awaited({ signal }),
    gcTime: 0,
  }),
  signIns: () => ({
    queryKey: ["sign-ins"],
    queryFn: ({ signal }: { signal: AbortSignal }) => api.signIns.list({ signal }),
  }),
  sessions: () => ({
    queryKey: ["sessions"],
    queryFn: ({ signal }: { signal: AbortSignal }) => api.sessions.list({ signal }),
  }),
};
