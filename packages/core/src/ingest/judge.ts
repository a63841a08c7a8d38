import { AppError } from "../error/index.ts";
import type { ImportOptions, ImportReport } from "../table/schema.ts";

/** Up to here rows may be set aside; with more, the file was not understood. */
const MAX_REJECTED_SHARE = 0.5;

/** Refuses where the person wants no row to be left out, or where too many would be. */
export function judgeRejected(
  rejected: { count: number; rows: ImportReport["rejectedRows"] },
  rows: number,
  options: ImportOptions,
): void {
  const [first] = rejected.rows;
  if (!first) return;
  const example = `Row ${first.line}: ${first.reason}`;
  if (options.rejected === "refuse") {
    throw new AppError(
      "unprocessable",
      "import.rejected_rows",
      `${count(rejected.count, "row does", "rows do")} not fit the table. ${example}`,
    );
  }
  if (rejected.count > (rows + rejected.count) * MAX_REJECTED_SHARE) {
    throw new AppError(
      "unprocessable",
      "import.mostly_rejected",
      `${rejected.count} of ${rows + rejected.count} rows do not fit the table, so the file was probably read wrongly. ${example} Check delimiter, quote and header, and import again.`,
    );
  }
}

const count = (n: number, one: string, many: string) => (n === 1 ? `1 ${one}` : `${n} ${many}`);
