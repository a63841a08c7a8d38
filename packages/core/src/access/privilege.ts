import { z } from "zod";

/** The bits of `grant.privileges`. `transfer` is downloading and uploading bytes, `share` is giving rights to others. */
const bit = {
  see: 1,
  read: 2,
  edit: 4,
  create: 8,
  transfer: 16,
  execute: 32,
  share: 64,
  remove: 128,
  manage: 256,
} as const;

export type Privilege = keyof typeof bit;
const order = Object.keys(bit) as [Privilege, ...Privilege[]];
export const Privilege = z.enum(order);

export const bits = (...names: Privilege[]): number => names.reduce((sum, name) => sum | bit[name], 0);
export const names = (privileges: number): Privilege[] => order.filter((name) => privileges & bit[name]);
export const has = (privileges: number, name: Privilege): boolean => (privileges & bit[name]) !== 0;

export const ALL = bits(...order);
export const EXECUTE = bit.execute;

const viewer = bits("see", "read", "transfer");
const annotator = viewer | bits("edit");
const contributor = annotator | bits("create", "remove");
const operator = contributor | bits("execute");

/** What people choose from when they share. */
export const bundles = { viewer, annotator, contributor, operator, owner: ALL } as const;
export type Bundle = keyof typeof bundles;
export const Bundle = z.enum(["viewer", "annotator", "contributor", "operator", "owner"]);

export const bundleOf = (privileges: number): Bundle | null =>
  Bundle.options.find((name) => bundles[name] === privileges) ?? null;

/** What an API key may do at most; a key has the union of its scopes, never more than its owner. */
const scopes = {
  read: viewer,
  write: viewer | bits("edit", "create", "remove"),
  execute: bits("see", "execute"),
  admin: ALL,
} as const;

export type KeyScope = keyof typeof scopes;
export const KeyScope = z.enum(["read", "write", "execute", "admin"]);

export const maskOf = (granted: readonly string[]): number =>
  KeyScope.options.reduce((mask, scope) => (granted.includes(scope) ? mask | scopes[scope] : mask), 0);
