import { join } from "node:path";
import { type DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";
import { ROOT } from "../support/paths.ts";

export const FLIGHTS = join(ROOT, "node_modules/vega-datasets/data/flights-3m.parquet");

export async function withDuckDB<T>(use: (db: DuckDBConnection) => Promise<T>): Promise<T> {
  const instance = await DuckDBInstance.create();
  const connection = await instance.connect();
  try {
    return await use(connection);
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

export const text = (value: string) => `'${value.replaceAll("'", "''")}'`;
export const identifier = (name: string) => `"${name.replaceAll('"', '""')}"`;

/**
 * The flights file with columns of the kinds people have: ids, money, words, dates, gaps, booleans. Some 100 bytes a row,
 * and three million rows for each time it is repeated.
 */
export const writeFlightsCSV = (path: string, times = 1) =>
  withDuckDB((db) =>
    db.run(`copy (
      select row_number() over () as id, date, delay, distance, origin, destination,
        origin || '-' || destination as route,
        printf('AT%04d', hash(origin || destination) % 9999) as flight,
        (distance * 0.11 + 29)::decimal(9, 2) as fare,
        round(distance / 7.75 + delay / 60, 6) as minutes,
        delay > 15 as late,
        case when delay > 0 then 'waited for ' || delay || ' minutes' end as remark,
        cast(date - interval 40 day as date) as booked
      from read_parquet(${text(FLIGHTS)}), range(${times})
    ) to ${text(path)} (header, delimiter ',')`),
  );
