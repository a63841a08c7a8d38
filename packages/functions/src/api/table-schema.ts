import { Table } from "@atrium/core/table";
import { z } from "@hono/zod-openapi";

export const TableSchema = z.object(Table.Info.shape).openapi("Table");
