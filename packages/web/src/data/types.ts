import type { Parameter } from "@atrium/core/form";

/** What the API says, as the site reads it. Kept by hand until the SDK generates these from openapi.json. */

export type Privilege = "see" | "read" | "edit" | "create" | "transfer" | "execute" | "share" | "remove" | "manage";

export type Person = { id: string; name: string };

export type EntityKind = "project" | "file" | "table" | "script" | "notebook" | "model" | "media" | "layer";
export type Kind = EntityKind | "function";

export type Entity = {
  id: string;
  kind: Kind;
  name: string;
  slug: string;
  description: string;
  projectId: string | null;
  tags: string[];
  attributes: Record<string, unknown>;
  createdBy: Person;
  createdAt: string;
  updatedAt: string;
  revision: number;
  privileges: Privilege[];
};

export type Page<T> = { items: T[]; next: string | null; total?: number };

export type Visibility = "private" | "discoverable" | "internal" | "public";
export type Place = { id: string; name: string };
export type Project = Entity & {
  visibility: Visibility;
  items: number;
  /** Null where it leads through what one may not see. */
  path: string | null;
  /** The projects around it, outermost first. */
  ancestors: Place[];
  copiedFrom: string | null;
};
export type Namespace = { id: string; slug: string; name: string; kind: "personal" | "team" };
export type Readme = { markdown: string; revision: number };

export type FileEntity = Entity & {
  bytes: number;
  contentType: string;
  sha256: { value: string; state: "declared" | "verified" } | null;
};

export type ColumnType =
  | "int64"
  | "float64"
  | "decimal"
  | "bool"
  | "date"
  | "time"
  | "timestamp"
  | "timestamptz"
  | "text";

export type ColumnStats = {
  nulls: number;
  distinct: number;
  distinctApproximate: boolean;
  min?: string | number | null;
  max?: string | number | null;
  mean?: number;
  stddev?: number;
  quartiles?: [number, number, number];
  histogram?: { edges: (number | string)[]; counts: number[] };
  top?: { value: string; count: number }[];
  minLength?: number;
  maxLength?: number;
};

export type Column = {
  name: string;
  type: ColumnType;
  precision?: number;
  scale?: number;
  source?: { format?: string; note?: string };
  stats: ColumnStats;
};

export type ImportReport = {
  format: string;
  encoding: string;
  delimiter?: string;
  quote?: string;
  header?: boolean;
  rows: number;
  rejected: number;
  rejectedRows: { line: number; text: string; reason: string }[];
  decisions: { column: string; type: string; reason: string }[];
};

export type ImportFormat = "csv" | "tsv" | "ndjson" | "json" | "parquet" | "arrow";
export type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "windows-1252";

/** What a person says of a file; whatever is left out is found out. An empty quote means that values have none. */
export type ImportOptions = {
  format?: ImportFormat;
  delimiter?: string;
  quote?: string;
  header?: boolean;
  encoding?: Encoding;
  skip?: number;
  rejected?: "refuse" | "keep";
};

/** What an import would make of a file, found on its first part. */
export type ImportPreview = {
  format: ImportFormat;
  compression: "gzip" | "zstd" | null;
  encoding: Encoding;
  delimiter?: string;
  quote?: string;
  header?: boolean;
  skip?: number;
  columns: { name: string; type: ColumnType; reason: string }[];
  rows: (string | null)[][];
  complete: boolean;
  rejected: { line: number; text: string; reason: string }[];
  notes: string[];
};

export type TableVersion = {
  version: number;
  rows: number;
  bytes: number;
  columns: number;
  createdAt: string;
  runId: string | null;
};

/** One version in a table's history. */
export type HistoryEntry = Omit<TableVersion, "runId"> & {
  createdBy: Person | null;
  runId: string | null;
  source: { fileId: string; name: string } | null;
};

export type SchemaDiff = {
  against: number;
  rows: number;
  added: { name: string; type: string }[];
  removed: { name: string; type: string }[];
  changed: { name: string; from: string; to: string }[];
};

/** A version with its columns and what changed since the one before; the first has nothing before it. */
export type HistoryVersion = Omit<HistoryEntry, "columns"> & {
  columns: Column[];
  report: ImportReport | null;
  diff: SchemaDiff | null;
};

export type ColumnStatistics = { version: number; rows: number; column: Column };

export type TableState = "importing" | "ready" | "failed";

/** What lists hold of a table; the table itself holds its columns too. */
export type TableSummary = Entity & {
  state: TableState;
  version: number | null;
  rows: number | null;
  bytes: number | null;
};

export type Table = TableSummary & {
  columns: Column[];
  versions: TableVersion[];
  source: { fileId: string; name: string } | null;
  run: { id: string; state: RunState } | null;
  report: ImportReport | null;
};

export type Item =
  | (FileEntity & { kind: "file" })
  | (TableSummary & { kind: "table" })
  | (Entity & { kind: "project" | "script" | "notebook" | "model" | "media" | "layer"; bytes?: null });

/** A search hit: any entity with whatever its kind adds. */
export type Hit = Entity & Partial<Omit<FileEntity, keyof Entity>> & Partial<Omit<TableSummary, keyof Entity>>;

export type FacetValue = { value: string; label: string; count: number };
export type FacetName = "kind" | "project" | "owner" | "tag" | "month";
export type AccessWay = "mine" | "direct" | "project" | "group" | "public";
export type AccessFacet = { approximate: boolean; items: { value: AccessWay; count: number }[] };
export type Facets = Record<FacetName, FacetValue[]> & { approximate: boolean };
/** `total` is text such as "10000+" where there are more than were looked at. */
export type SearchResults = {
  items: Hit[];
  next: string | null;
  total?: number | string;
  more?: boolean;
  facets?: Facets;
};
export type Suggestion = {
  type: "entity" | "tag" | "field" | "value" | "person";
  label: string;
  text: string;
  from: number;
  entity?: { id: string; kind: Kind };
};

export type SavedSearch = {
  id: string;
  name: string;
  /** Of localizations a filter as JSON. */
  q: string;
  subject: "entities" | "localizations";
  project: { id: string; name: string } | null;
  shared: boolean;
  mine: boolean;
  createdBy: Person;
  createdAt: string;
  updatedAt: string;
};

export type RunState = "queued" | "running" | "succeeded" | "failed" | "cancelled";

export type RunStep = {
  name: string;
  state: string;
  engine: string | null;
  startedAt: string | null;
  endedAt: string | null;
  tries: number;
  kept: boolean;
};

/** What exactly ran. */
export type RunCode = {
  functionRevision: number;
  sourceHash?: string;
  environmentHash?: string;
  image?: string;
  outputs?: Parameter[];
};

export type Run = {
  id: string;
  function: { id: string; kind: "builtin" | "script" | "notebook" | "model"; name: string };
  projectId: string;
  state: RunState;
  progress: {
    fraction: number | null;
    step: string | null;
    message?: string | null;
    rows?: number | null;
    bytes?: number | null;
    totalBytes?: number | null;
  } | null;
  steps: RunStep[];
  inputs: unknown;
  outputs: unknown;
  error: { code: string; message: string; line?: number } | null;
  code: RunCode | null;
  attempt: number;
  redrives: number;
  continuesFrom: string | null;
  requestedBy: Person;
  queuedAt: string;
  startedAt: string | null;
  endedAt: string | null;
  privileges: Privilege[];
};

export type LogLevel = "info" | "warn" | "error";
export type LogEntry = { seq: number; at: string; level: LogLevel; step: string; message: string };

export type Bundle = "viewer" | "annotator" | "contributor" | "operator" | "owner";
export type Grant = {
  principalId: string;
  kind: string;
  name: string;
  email?: string;
  members: number | null;
  bundle: Bundle | null;
  privileges: Privilege[];
  /** What was given on the thing itself. */
  here: { bundle: Bundle | null; privileges: Privilege[]; expiresAt: string | null } | null;
  /** Where the rest comes from, nearest first. */
  from: Place[];
};

/** A link that lets whoever has it read a thing; `idle` while its maker may not share that. */
export type ShareLink = {
  id: string;
  entityId: string;
  label: string;
  state: "active" | "expired" | "idle";
  privileges: Privilege[];
  madeBy: Person;
  createdAt: string;
  expiresAt: string | null;
  opened: number;
  openedAt: string | null;
};
/** With its secret, this once. */
export type NewShareLink = ShareLink & { url: string };
export type OpenedLink = { linkId: string; entity: { id: string; kind: Kind } };

/** The way of one grant to somebody; null stands for what one may not know of. */
export type Reason = {
  bundle: Bundle | null;
  privileges: Privilege[];
  through: (Place | null)[];
  on: Place | null;
  down: (Place | null)[];
  givenBy: string | null;
  givenAt: string;
  expiresAt: string | null;
};
export type Explanation = {
  principal: { id: string; name: string; kind: string };
  bundle: Bundle | null;
  privileges: Privilege[];
  executeHeldBack: boolean;
  reasons: Reason[];
};

export type AccessRequest = {
  id: string;
  entity: Place & { kind: Kind };
  user: Person;
  bundle: Bundle;
  answer: string;
  days: number | null;
  state: "pending" | "approved" | "rejected" | "withdrawn";
  note: string;
  createdAt: string;
  decidedBy: Person | null;
  decidedAt: string | null;
  grantedUntil: string | null;
};
export type AccessOffer = {
  question: string;
  bundles: Bundle[];
  days: number | null;
  approvers: { principalId: string; name: string }[];
  set: boolean;
  own: AccessRequest | null;
};

export type Me = {
  user: { id: string; name: string; email: string; admin: boolean; mayExecute: boolean };
  key?: { id: string; name: string; scopes: Scope[]; expiresAt: string | null };
};

export type Deployment = {
  name: string;
  version: string;
  signUp: "open" | "domains" | "invitation";
  signUpDomains: string[];
  /** Whether what is public, and what a share link opens, is read without an account. */
  readWithoutAccount: boolean;
  banner: string;
  contact: string;
  /** While there is any, nothing can be changed. */
  maintenance: { message: string; until: string | null } | null;
  accounts: boolean;
  /** Whether it can send mail, and so give a forgotten password back. */
  mail: boolean;
  /** Other ways to sign in, by OpenID Connect. */
  providers: { id: string; name: string }[];
};

export type Scope = "read" | "write" | "execute" | "admin";
export type NewApiKey = { name: string; scopes: Scope[]; expiresAt?: string; projectId?: string };
export type ApiKey = {
  id: string;
  name: string;
  prefix: string;
  scopes: Scope[];
  /** The one project it reaches. */
  projectId: string | null;
  expiresAt: string | null;
  lastUsedAt: string | null;
  createdAt: string;
};

export type Invitation = { id: string; email: string; url?: string; expiresAt: string; createdAt?: string };

export type Upload = {
  id: string;
  state: "open" | "completed" | "aborted";
  projectId: string;
  name: string;
  bytes: number;
  contentType?: string;
  partBytes: number;
  partCount: number;
  expiresAt: string;
};

/** One upload with the parts the storage already has. */
export type UploadStatus = Upload & { parts: { number: number; bytes: number; etag: string }[] };

export type Comparison = "eq" | "ne" | "lt" | "le" | "gt" | "ge" | "contains" | "startsWith" | "endsWith";
export type Scalar = string | number | boolean;

/** The filter language of GET /tables/{id}/rows. */
export type Where =
  | { and: Where[] }
  | { or: Where[] }
  | { not: Where }
  | { column: string; op: Comparison; value: Scalar }
  | { column: string; op: "in"; value: Scalar[] }
  | { column: string; op: "between"; value: [Scalar, Scalar] }
  | { column: string; op: "isNull" | "isNotNull" };

export type GroupRole = "member" | "admin";
export type Group = {
  id: string;
  name: string;
  description: string;
  listed: boolean;
  /** What the one who asks is in it, also through a group in it. */
  role: GroupRole | null;
  members: number;
  createdAt: string;
  updatedAt: string;
  revision: number;
};
export type GroupMember = {
  id: string;
  kind: "user" | "group";
  name: string;
  email?: string;
  role: GroupRole;
  since: string;
};
export type GroupRequest = {
  id: string;
  group: Person;
  user: Person;
  message: string;
  state: "pending" | "approved" | "rejected" | "withdrawn";
  createdAt: string;
  decidedAt: string | null;
};
export type Principal = { principalId: string; kind: "personal" | "team" | "builtin" | "domain"; name: string };

export type Event = {
  id: string;
  at: string;
  type: string;
  actor: Person | null;
  entityId: string | null;
  parameters: Record<string, unknown>;
  runId: string | null;
};
export type AuditEvent = Event & {
  actorType: "public" | "user" | "run" | "system";
  keyId: string | null;
  /** The share link that let them in. */
  linkId: string | null;
  requestId: string | null;
  address: string | null;
};

export type User = {
  id: string;
  kind: "person" | "service";
  name: string;
  email: string;
  emailVerified: boolean;
  admin: boolean;
  mayExecute: boolean;
  secondFactor: boolean;
  state: "active" | "deactivated";
  createdAt: string;
  lastSeenAt: string | null;
};

export type SecondFactor = { on: boolean; required: boolean; since: string | null; recoveryCodesLeft: number };

export type SignIn = {
  id: string;
  kind: "password" | "provider";
  provider: { id: string; name: string } | null;
  issuer: string | null;
  email: string | null;
  works: boolean;
  linkedAt: string;
  lastUsedAt: string | null;
};

export type Session = {
  id: string;
  current: boolean;
  userAgent: string | null;
  ipAddress: string | null;
  createdAt: string;
  lastSeenAt: string;
  expiresAt: string;
};
