// What the form in the browser and the API must agree on. Nothing here has a side effect or imports more than types.

export type { Parameter } from "../signature/schema.ts";
export { type Checked, checkInputs, type FieldProblem, isOn } from "./check.ts";
export { ExpressionError, evaluate } from "./expression.ts";
export * as Form from "./index.ts";
