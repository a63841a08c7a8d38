import { defaultHighlightStyle, HighlightStyle } from "@codemirror/language";

/** CodeMirror's own style, which says what belongs together, in our colours: they follow the theme by themselves. */
const COLOURS: Record<string, string> = {
  "#404740": "var(--text-3)", // what a document says of itself
  "#708": "var(--c7)", // keywords
  "#219": "var(--c2)", // constants
  "#164": "var(--c2)", // numbers
  "#a11": "var(--c3)", // texts
  "#e40": "var(--c4)", // escapes and patterns
  "#00f": "var(--c1)", // where a name is defined
  "#30a": "var(--c1)",
  "#085": "var(--c1)", // types
  "#167": "var(--c1)", // classes
  "#256": "var(--c4)", // special names and macros
  "#00c": "var(--c1)", // properties
  "#940": "var(--text-3)", // comments
  "#f00": "var(--bad)",
};

export const highlight = HighlightStyle.define(
  defaultHighlightStyle.specs.map((spec) => ({
    ...spec,
    color: typeof spec.color === "string" ? (COLOURS[spec.color] ?? "var(--text)") : "var(--text)",
  })),
);
