export { createScope, find, Give, Grant, give, list, personalGroup, revoke } from "./grant.ts";
export * as Access from "./index.ts";
export {
  check,
  denied,
  effective,
  mayCreate,
  mayDo,
  missing,
  need as require,
  privilegesOfEntity,
  readableScopes,
  visibleEntities,
} from "./policy.ts";
export { Bundle, has, KeyScope, names, Privilege } from "./privilege.ts";
export * as Team from "./team.ts";
export { setVisibility, Visibility } from "./visibility.ts";
