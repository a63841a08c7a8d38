export { beginExport, beginImport } from "./begin.ts";
/** Annotations as files, in the formats that others read and write: made and taken in by runs. */
export * as AnnotationFile from "./index.ts";
export { prepare } from "./prepare.ts";
export { register } from "./register.ts";
export { Export, Format, Import } from "./schema.ts";
