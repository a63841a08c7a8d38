import { RangeSetBuilder as Builder, RangeSet, type RangeSetBuilder, StateEffect, StateField } from "@codemirror/state";
import { Decoration, type DecorationSet, EditorView, GutterMarker, gutter } from "@codemirror/view";

export type Mark = { line: number; message: string };

export const setMarks = StateEffect.define<Mark[]>();

class ProblemMarker extends GutterMarker {
  readonly #message: string;
  constructor(message: string) {
    super();
    this.#message = message;
  }
  override toDOM(): Node {
    const dot = document.createElement("span");
    dot.className = "cm-problem";
    dot.textContent = "●";
    dot.title = this.#message;
    return dot;
  }
}

type Marked = { lines: DecorationSet; markers: RangeSet<GutterMarker> };
const NONE: Marked = { lines: Decoration.none, markers: RangeSet.empty };

const marked = StateField.define<Marked>({
  create: () => NONE,
  update(now, transaction) {
    const { doc } = transaction.state;
    let next = { lines: now.lines.map(transaction.changes), markers: now.markers.map(transaction.changes) };
    for (const effect of transaction.effects) {
      if (!effect.is(setMarks)) continue;
      const lines: RangeSetBuilder<Decoration> = new Builder();
      const markers: RangeSetBuilder<GutterMarker> = new Builder();
      for (const { line, message } of withinLines(effect.value, doc.lines)) {
        const { from } = doc.line(line);
        lines.add(from, from, Decoration.line({ class: "cm-problem-line" }));
        markers.add(from, from, new ProblemMarker(message));
      }
      next = { lines: lines.finish(), markers: markers.finish() };
    }
    return next;
  },
  provide: (field) => EditorView.decorations.from(field, ({ lines }) => lines),
});

/** One for each line, in order: what is wrong with it stands in its title. */
function withinLines(marks: Mark[], count: number): Mark[] {
  const byLine = new Map<number, string[]>();
  for (const { line, message } of marks)
    if (line >= 1 && line <= count) byLine.set(line, [...(byLine.get(line) ?? []), message]);
  return [...byLine].sort(([a], [b]) => a - b).map(([line, all]) => ({ line, message: all.join(" ") }));
}

/** Lines with something wrong: coloured, with a dot beside their number that says what. */
export const problems = [
  marked,
  gutter({
    class: "cm-problems",
    markers: (view) => view.state.field(marked).markers,
    lineMarkerChange: (update) => update.startState.field(marked) !== update.state.field(marked),
  }),
];
