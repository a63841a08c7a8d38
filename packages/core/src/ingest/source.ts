import { join } from "node:path";
import { arrowSource } from "./arrow/source.ts";
import { csvSource } from "./csv-source.ts";
import { jsonSource } from "./json-source.ts";
import { parquetSource } from "./parquet-source.ts";
import { compressionOf, type Encoding, formatOf, readHead, scanEncoding, utf16Of } from "./probe.ts";
import type { Request, Source, TextFile } from "./source-types.ts";
import { decompress, toUtf8 } from "./transcode.ts";

/** Unpacks and transcodes what DuckDB cannot read as it is; a plain UTF-8 or Parquet file stays where it lies. */
export async function prepareSource(request: Request): Promise<Source> {
  const { options, name } = request;
  const unpacked = await unpack(request);
  const head = await readHead(unpacked);
  const wide = utf16Of(head);
  const format = formatOf(head, name, options.encoding ?? wide ?? "utf-8", options.format);
  switch (format) {
    case "parquet":
      return parquetSource([unpacked]);
    case "arrow":
      return arrowSource(unpacked, request);
    case "json":
    case "ndjson":
      return jsonSource(await asUtf8(unpacked, wide, request), format, request);
    default:
      return csvSource(await asUtf8(unpacked, wide, request), format, request);
  }
}

async function unpack({ source, workdir, maxBytes, signal }: Request): Promise<string> {
  const kind = compressionOf(await readHead(source, 4));
  if (!kind) return source;
  const target = join(workdir, "unpacked");
  await decompress(source, target, kind, { maxBytes, signal });
  return target;
}

async function asUtf8(
  original: string,
  wide: Encoding | undefined,
  { options, workdir, signal }: Request,
): Promise<TextFile> {
  const encoding = options.encoding ?? wide ?? (await scanEncoding(original, signal)).encoding;
  if (encoding === "utf-8") return { original, path: original, encoding };
  const path = join(workdir, "utf8");
  await toUtf8(original, path, encoding, signal);
  return { original, path, encoding };
}
