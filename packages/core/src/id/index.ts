import { monotonicFactory } from "ulid";

/** Every kind of id and its prefix: an id tells its kind in any log. */
const prefixes = {
  user: "usr",
  group: "grp",
  groupRequest: "grq",
  accessRequest: "acr",
  shareLink: "lnk",
  apiKey: "key",
  session: "ses",
  account: "acc",
  verification: "ver",
  invitation: "inv",
  announcement: "ann",
  project: "prj",
  file: "fil",
  table: "tbl",
  script: "scr",
  notebook: "nbk",
  model: "mdl",
  media: "med",
  layer: "lay",
  mediaType: "mty",
  annotationType: "aty",
  playlist: "ply",
  algorithm: "alg",
  trigger: "trg",
  function: "fun",
  schedule: "sch",
  upload: "upl",
  run: "run",
  request: "req",
  event: "evt",
  notification: "ntf",
  comment: "cmt",
  attributeType: "att",
  webhook: "whk",
  savedSearch: "sse",
} as const;

export type IDKind = keyof typeof prefixes;

const ulid = monotonicFactory();

/** `<prefix>_<ULID>`: sorts by time of creation, bytewise. */
export const createID = (kind: IDKind): string => `${prefixes[kind]}_${ulid()}`;

export const idPattern = (kind: IDKind): RegExp => new RegExp(`^${prefixes[kind]}_[0-9A-HJKMNP-TV-Z]{26}$`);

/** The kind an id claims by its prefix, or undefined. */
export function kindOf(id: string): IDKind | undefined {
  for (const kind of Object.keys(prefixes) as IDKind[]) if (idPattern(kind).test(id)) return kind;
  return undefined;
}
