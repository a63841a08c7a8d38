/** Where a piece stands in the text it was read from: the first character and the one behind the last. */
export type Span = { from: number; to: number };

export type Operator = "=" | "!=" | "<" | "<=" | ">" | ">=" | "contains" | "starts with" | "in" | "not in";

export type Leaf = (
  | { type: "text"; text: string; phrase: boolean }
  | { type: "tag"; tag: string }
  | { type: "field"; field: string; op: Operator; values: string[] }
  | { type: "is"; what: State }
) & { at?: Span | undefined };

export type State = "favorite" | "mine" | "trashed";

/** What is searched for. There is no node for nothing: a blank search is no node at all. */
export type Node = Leaf | { type: "and"; items: Node[] } | { type: "or"; items: Node[] } | { type: "not"; item: Node };

export function leavesOf(node: Node): Leaf[] {
  if (node.type === "and" || node.type === "or") return node.items.flatMap(leavesOf);
  return node.type === "not" ? leavesOf(node.item) : [node];
}

/** What the names of the best matches are compared with: the words that are wanted, not those that are not. */
export function wordsSought(node: Node): string[] {
  if (node.type === "and" || node.type === "or") return node.items.flatMap(wordsSought);
  return node.type === "text" ? [node.text] : [];
}
