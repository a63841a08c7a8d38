export { type Parsed, parseHeaders } from "./header.ts";
export * as Signatures from "./index.ts";
export { fromJSONSchema, type JSONSchema, toJSONSchema } from "./json-schema.ts";
export { Choices, Options, Parameter, ParameterType, Problem, Signature } from "./schema.ts";
