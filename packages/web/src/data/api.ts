import { administration } from "./api-administration.ts";
import { collaboration } from "./api-collaboration.ts";
import { get, patch, post, type Query, remove, send } from "./http.ts";
import type {
  AccessFacet,
  AccessOffer,
  AccessRequest,
  ApiKey,
  AuditEvent,
  Bundle,
  ColumnStatistics,
  Deployment,
  Event,
  Explanation,
  FileEntity,
  Grant,
  Group,
  GroupMember,
  GroupRequest,
  GroupRole,
  HistoryEntry,
  HistoryVersion,
  ImportOptions,
  ImportPreview,
  Invitation,
  Item,
  LogEntry,
  Me,
  Namespace,
  NewApiKey,
  NewShareLink,
  OpenedLink,
  Page,
  Principal,
  Privilege,
  Project,
  Readme,
  Run,
  SavedSearch,
  SearchResults,
  SecondFactor,
  Session,
  ShareLink,
  SignIn,
  Suggestion,
  Table,
  TableSummary,
  Upload,
  UploadStatus,
  User,
  Visibility,
} from "./types.ts";
import type { AttributeValue } from "./types-collaboration.ts";

const V1 = "/api/v1";
type Signal = { signal?: AbortSignal };
/** Where a project goes: into another one, or to the top of a namespace. */
/** What is said of a thing that comes to a project. */
type Given = { attributes?: Record<string, AttributeValue> };
export type Destination = { parentId: string } | { namespace: string };
type Changes = { name?: string; description?: string; tags?: string[] };

/** Every call the site makes. Pages never build URLs of their own. */
export const api = {
  ...administration,
  ...collaboration,
  deployment: (options?: Signal) => get<Deployment>(`${V1}/deployment`, options),
  me: (options?: Signal) => get<Me>(`${V1}/me`, options),

  auth: {
    signIn: (body: { email: string; password: string }) => post<unknown>("/api/auth/sign-in/email", body),
    signUp: (body: { name: string; email: string; password: string; invitation?: string }) =>
      post<{ token: string | null }>("/api/auth/sign-up/email", body),
    /** Where a provider's own sign-in is; it sends back to `callbackURL`. */
    signInBy: (body: { provider: string; callbackURL: string; errorCallbackURL: string }) =>
      post<{ url: string }>("/api/auth/sign-in/social", body),
    /** The same for whoever is signed in and wants to come in that way as well. */
    link: (body: { provider: string; callbackURL: string; errorCallbackURL: string }) =>
      post<{ url: string }>("/api/auth/link-social", body),
    requestReset: (email: string) => post<unknown>("/api/auth/request-password-reset", { email }),
    resetPassword: (body: { token: string; newPassword: string }) => post<unknown>("/api/auth/reset-password", body),
    sendVerification: (email: string) => post<unknown>("/api/auth/send-verification-email", { email }),
    verify: (token: string) => get<unknown>("/api/auth/verify-email", { query: { token } }),
    signOut: () => post<unknown>("/api/auth/sign-out", {}),
    update: (body: { name: string }) => post<unknown>("/api/auth/update-user", body),
    changePassword: (body: { currentPassword: string; newPassword: string; revokeOtherSessions: boolean }) =>
      post<unknown>("/api/auth/change-password", body),
  },

  projects: {
    list: (query: Query = {}, options?: Signal) => get<Page<Project>>(`${V1}/projects`, { query, ...options }),
    get: (id: string, options?: Signal) => get<Project>(`${V1}/projects/${id}`, options),
    create: (body: { name: string; description?: string; visibility?: Visibility } & Given & (Destination | object)) =>
      post<Project>(`${V1}/projects`, body),
    update: (
      id: string,
      body: Changes & { visibility?: Visibility; slug?: string; readme?: string },
      revision: number,
    ) => patch<Project>(`${V1}/projects/${id}`, body, revision),
    remove: (id: string) => remove(`${V1}/projects/${id}`),
    restore: (id: string) => post<Project>(`${V1}/projects/${id}/restore`),
    readme: (id: string, options?: Signal) => get<Readme>(`${V1}/projects/${id}/readme`, options),
    move: (id: string, to: Destination & Given) => post<Project>(`${V1}/projects/${id}/move`, to),
    copy: (id: string, as: { name?: string } & Destination) => post<Project>(`${V1}/projects/${id}/copies`, as),
    resolve: (path: string, options?: Signal) => get<Project>(`${V1}/resolve`, { query: { path }, ...options }),
    items: (id: string, query: Query = {}, options?: Signal) =>
      get<Page<Item>>(`${V1}/projects/${id}/items`, { query, ...options }),
  },

  search: (query: Query, options?: Signal) => get<SearchResults>(`${V1}/search`, { query, ...options }),
  accessFacet: (q: string, options?: Signal) => get<AccessFacet>(`${V1}/search/access`, { query: { q }, ...options }),
  suggestions: (q: string, options?: Signal) =>
    get<{ items: Suggestion[] }>(`${V1}/search/suggestions`, { query: { q }, ...options }),

  savedSearches: {
    list: (query: Query, options?: Signal) => get<Page<SavedSearch>>(`${V1}/saved-searches`, { query, ...options }),
    create: (body: {
      name: string;
      q: string;
      projectId?: string;
      shared?: boolean;
      subject?: SavedSearch["subject"];
    }) => post<SavedSearch>(`${V1}/saved-searches`, body),
    update: async (id: string, body: { name?: string; shared?: boolean }) =>
      (await (await send("PATCH", `${V1}/saved-searches/${id}`, { body })).json()) as SavedSearch,
    remove: (id: string) => remove(`${V1}/saved-searches/${id}`),
    restore: (id: string) => post<SavedSearch>(`${V1}/saved-searches/${id}/restore`),
  },

  grants: {
    list: (entity: string, options?: Signal) => get<Page<Grant>>(`${V1}/entities/${entity}/grants`, options),
    create: (
      entity: string,
      body: { email?: string; principalId?: string; expiresAt?: string; notify?: boolean | { message: string } } & (
        | { bundle: Bundle }
        | { privileges: Privilege[] }
      ),
    ) => post<Grant>(`${V1}/entities/${entity}/grants`, body),
    explain: (entity: string, principal: string | undefined, options?: Signal) =>
      get<Explanation>(`${V1}/entities/${entity}/access/explain`, { query: { principal }, ...options }),
    /** How many would be notified. */
    audience: (entity: string, query: { principalId: string; bundle?: Bundle }, options?: Signal) =>
      get<{ people: number; most: number }>(`${V1}/entities/${entity}/grants/audience`, { query, ...options }),
    remove: (entity: string, principal: string) => remove(`${V1}/entities/${entity}/grants/${principal}`),
  },

  shareLinks: {
    list: (entity: string, options?: Signal) => get<Page<ShareLink>>(`${V1}/entities/${entity}/share-links`, options),
    create: (entity: string, link: { label: string; download: boolean; expiresAt: string | null }) =>
      post<NewShareLink>(`${V1}/entities/${entity}/share-links`, link),
    revoke: (entity: string, link: string) => remove(`${V1}/entities/${entity}/share-links/${link}`),
    restore: (entity: string, link: string) => post<ShareLink>(`${V1}/entities/${entity}/share-links/${link}/restore`),
    open: (secret: string) => post<OpenedLink>(`${V1}/share-links/open`, { secret }),
  },

  move: (entity: string, to: { projectId: string } & Given) => post<unknown>(`${V1}/entities/${entity}/move`, to),

  namespaces: {
    list: (options?: Signal) => get<Page<Namespace>>(`${V1}/namespaces`, options),
    rename: (id: string, slug: string) => send("PATCH", `${V1}/namespaces/${id}`, { body: { slug } }),
  },

  access: {
    offer: (entity: string, options?: Signal) => get<AccessOffer>(`${V1}/entities/${entity}/access/offer`, options),
    putOffer: (
      entity: string,
      body: { question: string; bundles: Bundle[]; days: number | null; approvers: string[] },
    ) => send("PUT", `${V1}/entities/${entity}/access/offer`, { body }),
    removeOffer: (entity: string) => remove(`${V1}/entities/${entity}/access/offer`),
    ask: (entity: string, body: { bundle: Bundle; answer: string; days?: number }) =>
      post<AccessRequest>(`${V1}/entities/${entity}/access/requests`, body),
    requests: (query: Query, options?: Signal) =>
      get<Page<AccessRequest>>(`${V1}/access-requests`, { query, ...options }),
    decide: (id: string, decision: "approve" | "reject", body: { note: string; days?: number }) =>
      post<AccessRequest>(`${V1}/access-requests/${id}/${decision}`, body),
    withdraw: (id: string) => remove(`${V1}/access-requests/${id}`),
  },

  files: {
    get: (id: string, options?: Signal) => get<FileEntity>(`${V1}/files/${id}`, options),
    update: (id: string, body: Changes, revision: number) => patch<FileEntity>(`${V1}/files/${id}`, body, revision),
    remove: (id: string) => remove(`${V1}/files/${id}`),
    restore: (id: string) => post<FileEntity>(`${V1}/files/${id}/restore`),
    download: (id: string) => get<{ url: string }>(`${V1}/files/${id}/download`),
    /** The search as text, because an empty `quote` says that there is none. */
    preview: (id: string, search: string, options?: Signal) =>
      get<ImportPreview>(`${V1}/files/${id}/preview${search && `?${search}`}`, options),
  },

  uploads: {
    open: (projectId: string, options?: Signal) =>
      get<Page<Upload>>(`${V1}/uploads`, { query: { projectId }, ...options }),
    get: (id: string, options?: Signal) => get<UploadStatus>(`${V1}/uploads/${id}`, options),
  },

  tables: {
    list: (query: Query = {}, options?: Signal) => get<Page<TableSummary>>(`${V1}/tables`, { query, ...options }),
    get: (id: string, options?: Signal) => get<Table>(`${V1}/tables/${id}`, options),
    create: (body: { projectId: string; name: string; fileId: string; options?: ImportOptions } & Given) =>
      post<{ table: Table; run: Run }>(`${V1}/tables`, body),
    update: (id: string, body: Changes, revision: number) => patch<Table>(`${V1}/tables/${id}`, body, revision),
    remove: (id: string) => remove(`${V1}/tables/${id}`),
    restore: (id: string) => post<Table>(`${V1}/tables/${id}/restore`),
    download: (id: string, version?: number) =>
      get<{ url: string }>(`${V1}/tables/${id}/download`, { query: { format: "parquet", version } }),
    versions: (id: string, query: Query = {}, options?: Signal) =>
      get<Page<HistoryEntry>>(`${V1}/tables/${id}/versions`, { query, ...options }),
    version: (id: string, version: number, options?: Signal) =>
      get<HistoryVersion>(`${V1}/tables/${id}/versions/${version}`, options),
    addVersion: (id: string, body: { fileId: string; options?: ImportOptions }) =>
      post<{ table: Table; run: Run }>(`${V1}/tables/${id}/versions`, body),
    statistics: (id: string, column: string, query: Query, options?: Signal) =>
      get<ColumnStatistics>(`${V1}/tables/${id}/columns/${encodeURIComponent(column)}/statistics`, {
        query,
        ...options,
      }),
    rows: (id: string, query: Query, accept: string, options?: Signal) =>
      send("GET", `${V1}/tables/${id}/rows`, { query, headers: { accept }, ...options }),
  },

  runs: {
    list: (query: Query = {}, options?: Signal) => get<Page<Run>>(`${V1}/runs`, { query, ...options }),
    get: (id: string, options?: Signal) => get<Run>(`${V1}/runs/${id}`, options),
    logs: (id: string, after: string | number | undefined, options?: Signal) =>
      get<{ items: LogEntry[]; next: string | number | null }>(`${V1}/runs/${id}/logs`, {
        query: { after },
        ...options,
      }),
    output: (id: string, name: string, options?: Signal) =>
      get<{ url: string; expiresAt: string }>(`${V1}/runs/${id}/outputs/${encodeURIComponent(name)}`, options),
    cancel: (id: string) => post<Run>(`${V1}/runs/${id}/cancel`),
    retry: (id: string) => post<Run>(`${V1}/runs/${id}/retry`),
    redrive: (id: string) => post<Run>(`${V1}/runs/${id}/redrive`),
  },

  keys: {
    list: (options?: Signal) => get<Page<ApiKey>>(`${V1}/api-keys`, options),
    create: (body: NewApiKey) => post<ApiKey & { key: string }>(`${V1}/api-keys`, body),
    remove: (id: string) => remove(`${V1}/api-keys/${id}`),
  },

  invitations: {
    list: (options?: Signal) => get<Page<Invitation>>(`${V1}/invitations`, options),
    create: (email: string) => post<Invitation & { url: string }>(`${V1}/invitations`, { email }),
    remove: (id: string) => remove(`${V1}/invitations/${id}`),
  },

  groups: {
    list: (query: Query = {}, options?: Signal) => get<Page<Group>>(`${V1}/groups`, { query, ...options }),
    get: (id: string, options?: Signal) => get<Group>(`${V1}/groups/${id}`, options),
    create: (body: { name: string; description?: string; listed?: boolean }) => post<Group>(`${V1}/groups`, body),
    update: (id: string, body: { name?: string; description?: string; listed?: boolean }, revision: number) =>
      patch<Group>(`${V1}/groups/${id}`, body, revision),
    remove: (id: string) => remove(`${V1}/groups/${id}`),
    restore: (id: string) => post<Group>(`${V1}/groups/${id}/restore`),
    members: (id: string, query: Query = {}, options?: Signal) =>
      get<Page<GroupMember>>(`${V1}/groups/${id}/members`, { query, ...options }),
    add: (id: string, body: { email?: string; memberId?: string; role?: GroupRole }) =>
      post<GroupMember>(`${V1}/groups/${id}/members`, body),
    take: (id: string, member: string) => remove(`${V1}/groups/${id}/members/${member}`),
    requests: (id: string, options?: Signal) => get<Page<GroupRequest>>(`${V1}/groups/${id}/requests`, options),
    ask: (id: string, message: string) => post<GroupRequest>(`${V1}/groups/${id}/requests`, { message }),
    decide: (id: string, request: string, decision: "approve" | "reject") =>
      post<GroupRequest>(`${V1}/groups/${id}/requests/${request}/${decision}`),
    withdraw: (id: string, request: string) => remove(`${V1}/groups/${id}/requests/${request}`),
  },

  principals: (q: string, options?: Signal) => get<Page<Principal>>(`${V1}/principals`, { query: { q }, ...options }),

  activity: (entity: string, query: Query = {}, options?: Signal) =>
    get<Page<Event>>(`${V1}/entities/${entity}/activity`, { query, ...options }),
  lastChanges: (ids: string[], options?: Signal) =>
    get<{ items: Event[] }>(`${V1}/activity`, { query: { entityIds: ids.join(",") }, ...options }),
  audit: (query: Query = {}, options?: Signal) => get<Page<AuditEvent>>(`${V1}/audit`, { query, ...options }),

  users: {
    list: (query: Query = {}, options?: Signal) => get<Page<User>>(`${V1}/users`, { query, ...options }),
    update: (id: string, body: { admin?: boolean; mayExecute?: boolean }) =>
      send("PATCH", `${V1}/users/${id}`, { body }),
    deactivate: (id: string) => post<User>(`${V1}/users/${id}/deactivate`),
    reactivate: (id: string) => post<User>(`${V1}/users/${id}/reactivate`),
  },

  sessions: {
    list: (options?: Signal) => get<Page<Session>>(`${V1}/sessions`, options),
    end: (id: string) => remove(`${V1}/sessions/${id}`),
    endOthers: () => remove(`${V1}/sessions`),
  },

  secondFactor: {
    get: (options?: Signal) => get<SecondFactor>(`${V1}/second-factor`, options),
    awaited: (options?: Signal) => get<{ awaits: "code" | "enrolment" | null }>(`${V1}/second-factor/awaited`, options),
    check: (code: string) => post<void>(`${V1}/second-factor/check`, { code }),
    begin: () => post<{ secret: string; uri: string }>(`${V1}/second-factor/enrolment`),
    confirm: (code: string) => post<{ recoveryCodes: string[] }>(`${V1}/second-factor/enrolment/confirm`, { code }),
    renew: (code: string) => post<{ recoveryCodes: string[] }>(`${V1}/second-factor/recovery-codes`, { code }),
    turnOff: (code: string) => post<void>(`${V1}/second-factor/off`, { code }),
    reset: (user: string) => remove(`${V1}/users/${user}/second-factor`),
  },

  signIns: {
    list: (options?: Signal) => get<Page<SignIn>>(`${V1}/sign-ins`, options),
    unlink: (id: string) => remove(`${V1}/sign-ins/${id}`),
  },
};
