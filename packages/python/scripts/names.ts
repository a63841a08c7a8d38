const snakeOf = (text: string) =>
  text
    .replaceAll("-", "_")
    .replace(/([a-z0-9])([A-Z])/g, "$1_$2")
    .toLowerCase();

/** What Python itself uses. */
const RESERVED = new Set(["as", "from", "in", "is", "not", "and", "or", "class", "def", "for", "if", "import", "None"]);

export const snake = (text: string) => (RESERVED.has(text) ? `${text}_` : snakeOf(text));
export const pascal = (text: string) =>
  snakeOf(text)
    .split("_")
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join("");
export const singular = (text: string) =>
  text.endsWith("ies")
    ? `${text.slice(0, -3)}y`
    : text.endsWith("s") && !text.endsWith("ss")
      ? text.slice(0, -1)
      : text;

const VERBS = { get: "get", post: "create", patch: "update", put: "replace", delete: "delete" };
/** Last pieces of a path that say what is done to the thing before. */
const ACTIONS = new Set(["restore", "complete", "cancel", "retry", "query"]);

/** `POST /api/v1/uploads/{id}/complete` is `complete_upload`, `GET /api/v1/projects` is `list_projects`. */
export function methodName(method: string, path: string, answersPage: boolean): string {
  const pieces = path.split("/").slice(3);
  const words = pieces.filter((piece) => !piece.startsWith("{"));
  const last = words.at(-1) ?? "";
  if (last === "search") return last;
  const things = words.slice(0, -1).map((word) => snake(singular(word)));
  if (method === "post" && ACTIONS.has(last)) return [last, ...things].join("_");
  if (method === "get" && answersPage) return ["list", ...things, snake(last)].join("_");
  const onOne = method !== "get" || pieces.at(-1)?.startsWith("{");
  return [VERBS[method as keyof typeof VERBS], ...things, snake(onOne ? singular(last) : last)].join("_");
}
