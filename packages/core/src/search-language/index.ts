// The grammar of searches, for the API and for the site: nothing here knows a database or a page, and it imports nothing.
export { type Open, openAt } from "./complete.ts";
export { isDate, type Stretch, stretchOf } from "./date.ts";
export {
  type AccessWay,
  accessWays,
  attributeOf,
  fieldNames,
  isComparison,
  kindOfField,
  operatorsOf,
  stateNames,
  wayOf,
} from "./fields.ts";
export * as SearchLanguage from "./index.ts";
export { type Leaf, leavesOf, type Node, type Operator, type Span, type State, wordsSought } from "./node.ts";
export { parse } from "./parse.ts";
export { value, write } from "./write.ts";
