import { html, raw } from "hono/html";

type Operation = {
  summary?: string;
  description?: string;
  tags?: string[];
  parameters?: { name: string; in: string; required?: boolean; description?: string; schema?: unknown }[];
  requestBody?: { content?: Record<string, { schema?: unknown }> };
  responses?: Record<string, { description?: string; content?: Record<string, { schema?: unknown }> }>;
  "x-atrium-policy"?: { actor: string; right?: string; on?: string };
};
type Document = {
  info: { title: string; version: string; description?: string };
  paths?: object;
  components?: { schemas?: object };
};

const style = `
  :root { color-scheme: light dark; font: 14px/1.5 system-ui, sans-serif }
  body { max-width: 60rem; margin: 2rem auto; padding: 0 1rem }
  h2 { margin-top: 2rem; border-bottom: 1px solid #8884 }
  summary { cursor: pointer; padding: .25rem 0 } summary code { font-weight: 600 }
  .method { display: inline-block; width: 4rem; font: 600 12px ui-monospace, monospace }
  .muted { opacity: .7 } pre { overflow: auto; padding: .75rem; background: #8881; border-radius: 6px; font-size: 12px }
  table { border-collapse: collapse } td { padding: .1rem .75rem .1rem 0; vertical-align: top }`;

/** The reference, made of the document itself: plain HTML, no script and nothing from elsewhere. */
export function docsPage(document: Document) {
  const groups = Map.groupBy(operationsOf(document), ({ operation }) => operation.tags?.[0] ?? "Other");
  return html`<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${document.info.title} API</title><style>${raw(style)}</style></head>
<body>
<h1>${document.info.title} API <span class="muted">${document.info.version}</span></h1>
<p>${document.info.description ?? ""} As a document: <a href="/api/v1/openapi.json">openapi.json</a>.</p>
${[...groups].map(([tag, operations]) => html`<h2>${tag}</h2>${operations.map(entry)}`)}
<h2>Schemas</h2>
${Object.entries(document.components?.schemas ?? {}).map(([name, schema]) => html`<details id="${name}"><summary><code>${name}</code></summary>${code(schema)}</details>`)}
</body></html>`;
}

type Entry = { method: string; path: string; operation: Operation };

const operationsOf = (document: Document): Entry[] =>
  Object.entries(document.paths ?? {}).flatMap(([path, methods]) =>
    Object.entries(methods as Record<string, Operation>).map(([method, operation]) => ({ method, path, operation })),
  );

function entry({ method, path, operation }: Entry) {
  const policy = operation["x-atrium-policy"];
  return html`<details>
<summary><span class="method">${method.toUpperCase()}</span><code>${path}</code> <span class="muted">${operation.summary ?? ""}</span></summary>
${operation.description ? html`<p>${operation.description}</p>` : ""}
${policy ? html`<p class="muted">For: ${policy.actor}${policy.right ? `, with the right "${policy.right}" on the ${policy.on}` : ""}</p>` : ""}
<table>${(operation.parameters ?? []).map(({ name, in: place, required, description }) => html`<tr><td><code>${name}</code></td><td class="muted">${place}${required ? ", required" : ""}</td><td>${description ?? ""}</td></tr>`)}</table>
${bodies("Body", operation.requestBody?.content)}
${Object.entries(operation.responses ?? {}).map(([status, { description, content }]) => html`<h4>${status}: ${description ?? ""}</h4>${bodies("", content)}`)}
</details>`;
}

const bodies = (title: string, content: Record<string, { schema?: unknown }> | undefined) =>
  Object.entries(content ?? {}).map(
    ([type, { schema }]) => html`<p>${title} <span class="muted">${type}</span></p>${code(schema)}`,
  );

const code = (schema: unknown) => html`<pre>${JSON.stringify(schema, null, 2)}</pre>`;
