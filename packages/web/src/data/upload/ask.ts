import { createSignal } from "solid-js";
import { client } from "../client.ts";
import type { ImportTarget } from "../import-request.ts";
import { queries } from "../queries.ts";
import { requiredOf } from "../required.ts";
import type { AttributeValue } from "../types-collaboration.ts";
import { send } from "./index.ts";
import type { Source, UploadItem } from "./store.ts";

type Values = Record<string, AttributeValue>;
type Question = { projectId: string; count: number; answer: (values: Values | undefined) => void };

/** What is asked before files go on their way, once for all of them. */
const [question, setQuestion] = createSignal<Question>();

export { question };

/** Sends files with what the project requires of them; nothing when the person thinks better of it. */
export async function sendAsking(
  projectId: string,
  projectName: string,
  files: Source[],
  more: { into?: ImportTarget | undefined; media?: UploadItem["media"] } = {},
): Promise<string[]> {
  const values = await valuesFor(projectId, files.length);
  return values === undefined ? [] : send(projectId, projectName, files, { ...more, attributes: values });
}

async function valuesFor(projectId: string, count: number): Promise<Values | undefined> {
  const { items } = await client.fetchQuery({ ...queries.attributeTypes(projectId), staleTime: 30_000 });
  if (requiredOf(items, "file").length === 0) return {};
  return new Promise((resolve) =>
    setQuestion({
      projectId,
      count,
      answer: (values) => {
        setQuestion(undefined);
        resolve(values);
      },
    }),
  );
}
