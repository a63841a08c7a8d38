import { defaultKeymap, history, historyKeymap, indentWithTab } from "@codemirror/commands";
import { javascript } from "@codemirror/lang-javascript";
import { python } from "@codemirror/lang-python";
import { bracketMatching, indentOnInput, indentUnit, syntaxHighlighting } from "@codemirror/language";
import { Annotation, Compartment, EditorState, type Extension } from "@codemirror/state";
import { drawSelection, EditorView, highlightActiveLine, keymap, lineNumbers } from "@codemirror/view";
import { createEffect, on, onCleanup, onMount } from "solid-js";
import { highlight } from "./highlight.ts";
import { type Mark, problems, setMarks } from "./problems.ts";
import "./editor.css";

export type EditorProps = {
  label: string;
  language: string;
  value: string;
  readOnly?: boolean;
  problems: Mark[];
  /** A line to go to. */
  line?: number | undefined;
  onChange: (value: string) => void;
  onSave: () => void;
};

const LANGUAGES: Record<string, () => Extension> = {
  python: () => [python(), indentUnit.of("    ")],
  javascript: () => [javascript(), indentUnit.of("  ")],
};

/** Marks what the page put in, which nobody typed. */
const given = Annotation.define<boolean>();

/** Code with colours. Tab indents; Escape and then Tab leaves it, which CodeMirror does by itself. */
export function CodeEditor(props: EditorProps) {
  const language = new Compartment();
  const editable = new Compartment();
  const languageOf = (name: string): Extension => LANGUAGES[name]?.() ?? [];
  const readOnly = (on: boolean): Extension => [EditorState.readOnly.of(on)];
  let box: HTMLDivElement | undefined;
  let view: EditorView | undefined;

  const dispatch = (spec: Parameters<EditorView["dispatch"]>[0]) => view?.dispatch(spec);

  const save = (): boolean => {
    props.onSave();
    return true;
  };

  function begin() {
    view = new EditorView({
      parent: box,
      doc: props.value,
      extensions: [
        ...[lineNumbers(), history(), drawSelection(), indentOnInput(), bracketMatching(), highlightActiveLine()],
        syntaxHighlighting(highlight),
        language.of(languageOf(props.language)),
        editable.of(readOnly(props.readOnly ?? false)),
        problems,
        EditorView.contentAttributes.of({ "aria-label": props.label }),
        keymap.of([
          { key: "Mod-s", preventDefault: true, run: save },
          ...[...defaultKeymap, ...historyKeymap, indentWithTab],
        ]),
        EditorView.updateListener.of((update) => {
          if (update.docChanged && !update.transactions.some((one) => one.annotation(given)))
            props.onChange(update.state.doc.toString());
        }),
      ],
    });
    dispatch({ effects: setMarks.of(props.problems) });
    goTo(props.line);
  }
  onMount(() => {
    // What waited for its chunk is put on the page only now; before, the editor could not measure its lines.
    const frame = requestAnimationFrame(begin);
    onCleanup(() => cancelAnimationFrame(frame));
  });
  onCleanup(() => view?.destroy());

  function goTo(line: number | undefined) {
    if (!view || line === undefined || line < 1 || line > view.state.doc.lines) return;
    const { from } = view.state.doc.line(line);
    view.dispatch({ selection: { anchor: from }, effects: EditorView.scrollIntoView(from, { y: "center" }) });
    view.focus();
  }

  createEffect(
    on(
      () => props.value,
      (value) => {
        if (view && value !== view.state.doc.toString())
          view.dispatch({
            changes: { from: 0, to: view.state.doc.length, insert: value },
            annotations: given.of(true),
          });
      },
      { defer: true },
    ),
  );
  createEffect(
    on(
      () => props.language,
      (name) => dispatch({ effects: language.reconfigure(languageOf(name)) }),
      { defer: true },
    ),
  );
  createEffect(
    on(
      () => props.readOnly ?? false,
      (off) => dispatch({ effects: editable.reconfigure(readOnly(off)) }),
      { defer: true },
    ),
  );
  createEffect(
    on(
      () => props.problems,
      (marks) => dispatch({ effects: setMarks.of(marks) }),
      { defer: true },
    ),
  );
  createEffect(on(() => props.line, goTo, { defer: true }));

  return <div class="code-editor" ref={box} />;
}
