/** What of an event a target is given: all of it, a part, a constant, or a text made of parts. */
export type Shape = {
  input?: string;
  inputPath?: string;
  inputTransformer?: { inputPaths?: Record<string, string>; inputTemplate: string };
};

export function shaped(event: unknown, { input, inputPath, inputTransformer }: Shape): unknown {
  if (input !== undefined) return JSON.parse(input);
  if (inputPath !== undefined) return at(event, inputPath);
  if (!inputTransformer) return event;
  const { inputPaths = {}, inputTemplate } = inputTransformer;
  const values = new Map(Object.entries(inputPaths).map(([name, path]) => [name, at(event, path)]));
  values.set("aws.events.event.json", event);
  return filled(inputTemplate, values);
}

/** `$.detail.id`, the paths that rules use. */
function at(event: unknown, path: string): unknown {
  const names = path
    .replace(/^\$\.?/, "")
    .split(".")
    .filter(Boolean);
  return names.reduce<unknown>((value, name) => (value as Record<string, unknown> | undefined)?.[name], event);
}

/** A place inside a JSON text takes the words of a text, everywhere else the value as JSON. What is no JSON is a text. */
function filled(template: string, values: ReadonlyMap<string, unknown>): unknown {
  let inText = false;
  const json = template.replace(/\\.|"|<([\w.-]+)>/g, (found, name: string | undefined) => {
    if (found === '"') inText = !inText;
    if (name === undefined) return found;
    const value = values.get(name);
    const text = JSON.stringify(value ?? null);
    if (!inText) return text;
    return typeof value === "string" ? text.slice(1, -1) : JSON.stringify(text).slice(1, -1);
  });
  try {
    return JSON.parse(json);
  } catch {
    return json;
  }
}
