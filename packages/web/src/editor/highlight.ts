import { defaultHighlightStyle, HighlightStyle } from "@codemirror/language";

/** CodeMirror's own style, which says what belongs together, in colours of ours that text may have: they follow the theme by themselves. */
const COLOURS: Record<string, string> = {
  "#404740": "var(--text-3)", // what a document says of itself
  "#708": "var(--accent)", // keywords
  "#219": "var(--warn)", // constants
  "#164": "var(--warn)", // numbers
  "#a11": "var(--ok)", // texts
  "#e40": "var(--ok)", // escapes and patterns
  "#00f": "var(--text)", // where a name is defined
  "#30a": "var(--text)",
  "#085": "var(--accent)", // types
  "#167": "var(--accent)", // classes
  "#256": "var(--warn)", // special names and macros
  "#00c": "var(--text)", // properties
  "#940": "var(--text-3)", // comments
  "#f00": "var(--bad)",
};

export const highlight = HighlightStyle.define(
  defaultHighlightStyle.specs.map((spec) => ({
    ...spec,
    color: typeof spec.color === "string" ? (COLOURS[spec.color] ?? "var(--text)") : "var(--text)",
  })),
);
