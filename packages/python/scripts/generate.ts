/** Writes src/atrium/_api.py from the API's OpenAPI document; `--check` only says whether it is stale. */
import { existsSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { methodOf, type Operation } from "./operations.ts";
import { createTypes, type Schema } from "./types.ts";

const DOCUMENT = join(import.meta.dirname, "../../functions/openapi.json");
const TARGET = join(import.meta.dirname, "../src/atrium/_api.py");
const HEAD = `# Made from packages/functions/openapi.json by \`npm run openapi\`. Do not edit.
# ruff: noqa: E501
"""The API, call by call: typed answers, plain data in the API's own spelling as input."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Dict, List, Literal, Mapping, Optional, Sequence, Union
from urllib.parse import quote

from ._decode import decode
from ._transport import Transport

`;

/** What takes another body, such as lines, is for jobs, which speak for themselves. */
const JSON_TYPE = "application/json";

type Document = { paths: Record<string, Record<string, Operation>>; components: { schemas: Record<string, Schema> } };

function generate({ paths, components }: Document): string {
  const schemas = new Map(Object.entries(components.schemas));
  const types = createTypes(schemas);
  for (const [name, schema] of schemas) types.defineNamed(name, schema);
  const methods = Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations)
      .filter(([, { requestBody }]) => requestBody === undefined || JSON_TYPE in requestBody.content)
      .map(([method, operation]) => methodOf(method, path, operation, types, schemas)),
  );
  const classes = [...types.classes].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, text]) => text);
  const api = `class Api:\n    def __init__(self, transport: Transport) -> None:\n        self._transport = transport\n`;
  const aid = `def _quote(text: str) -> str:\n    return quote(str(text), safe="")\n`;
  return `${HEAD}\n${[...classes, aid, `${api}\n${methods.join("\n")}`].join("\n\n")}`;
}

const text = generate(JSON.parse(await readFile(DOCUMENT, "utf8")) as Document);

if (process.argv.includes("--check")) {
  const current = existsSync(TARGET) ? await readFile(TARGET, "utf8") : "";
  if (current !== text) {
    process.stderr.write("packages/python/src/atrium/_api.py is stale: run `npm run openapi`\n");
    process.exitCode = 1;
  }
} else {
  await writeFile(TARGET, text);
}
