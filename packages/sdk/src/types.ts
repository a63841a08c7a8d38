import type { components, paths } from "./api.gen.ts";

type Schemas = components["schemas"];

export type ApiKey = Schemas["ApiKey"];
export type Deployment = Schemas["Deployment"];
export type File = Schemas["File"];
export type Grant = Schemas["Grant"];
export type Invitation = Schemas["Invitation"];
export type Item = Schemas["Item"];
export type LogEntry = Schemas["RunLogs"]["items"][number];
export type Me = Schemas["Me"];
export type Project = Schemas["Project"];
export type Rows = Schemas["Rows"];
export type Run = Schemas["Run"];
export type Table = Schemas["Table"];
export type Column = Table["columns"][number];
export type ImportReport = NonNullable<Table["report"]>;
export type TableQuery = Schemas["TableQuery"];
export type TableVersion = Schemas["TableVersion"];
export type Upload = Schemas["Upload"];

export type ImportOptions = NonNullable<
  NonNullable<paths["/api/v1/tables"]["post"]["requestBody"]>["content"]["application/json"]["options"]
>;

export type RowsQuery = NonNullable<paths["/api/v1/tables/{id}/rows"]["get"]["parameters"]["query"]>;
