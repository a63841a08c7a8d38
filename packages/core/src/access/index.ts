export { Audience, audience } from "./audience.ts";
export { Explanation, explain } from "./explain.ts";
export { Give, give, refuseMoreThan, revoke } from "./grant.ts";
export { find, Grant, list } from "./holder.ts";
export * as Access from "./index.ts";
export {
  admit,
  check,
  denied,
  effective,
  effectiveOf,
  effectivePrivileges,
  mayCreate,
  mayDo,
  missing,
  need as require,
  privilegesOfEntity,
  readableScopes,
} from "./policy.ts";
export { Bundle, has, KeyScope, names, Privilege } from "./privilege.ts";
export { createScope, ensureScope, moveScope, nestScope, openToTeam, personalGroup, put } from "./scope.ts";
export * as Team from "./team.ts";
export { setVisibility, Visibility, visibilityColumn } from "./visibility.ts";
export { type Visible, visibleEntities } from "./visible.ts";
