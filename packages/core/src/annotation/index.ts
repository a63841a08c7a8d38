export { compare, Difference, mergeInto } from "./compare.ts";
export { createLocalizations, createStates } from "./create.ts";
export { Many, remove, removeMany, restore, update, updateMany } from "./edit.ts";
export { Filter } from "./filter/schema.ts";
export * as Annotation from "./index.ts";
export { count, countByType, ListQuery, list, TypeCount } from "./list.ts";
export { get, marks, Target } from "./one.ts";
export {
  Changed,
  Kind,
  Localization,
  LocalizationPatch,
  NewLocalization,
  NewState,
  State,
  StatePatch,
} from "./schema.ts";
