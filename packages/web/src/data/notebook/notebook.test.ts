import { expect, test } from "vitest";
import { ansi } from "./ansi.ts";
import { frameOf } from "./frame.ts";
import { beginning } from "./height.ts";
import { highlight } from "./highlight.ts";
import { outline } from "./outline.ts";
import { type Cell, parseNotebook } from "./parse.ts";
import { prose } from "./prose.ts";
import { shown } from "./shown.ts";

const cell = (more: Partial<Cell>): Cell => ({
  ...{
    id: "cell-1",
    kind: "markdown",
    source: "",
    attachments: {},
    outputs: [],
    count: null,
    seconds: undefined,
    tags: [],
  },
  ...more,
});

test("what Jupyter wrote is read, and what is strange in it is left out", () => {
  const execution = { "iopub.execute_input": "2026-01-01T00:00:00.5Z", "iopub.status.idle": "2026-01-01T00:00:02Z" };
  const code = {
    ...{
      cell_type: "code",
      source: ["a\n", "b"],
      execution_count: 3,
      metadata: { execution, tags: ["parameters", 7] },
    },
    outputs: [
      { output_type: "stream", name: "stdout", text: ["x"] },
      5,
      { output_type: "pyout" },
      { output_type: "error" },
    ],
  };
  const found = parseNotebook(
    JSON.stringify({ nbformat: 4, metadata: { kernelspec: { language: "R" } }, cells: [code, null] }),
  );
  expect(found?.language).toBe("r");
  expect(found?.cells).toHaveLength(1);
  expect(found?.cells[0]).toMatchObject({ source: "a\nb", count: 3, seconds: 1.5, tags: ["parameters"] });
  expect(found?.cells[0]?.outputs.map(({ kind }) => kind)).toEqual(["stream", "error"]);
  for (const text of ["", "[]", "{}", '{"nbformat":3,"cells":[]}', '{"nbformat":4,"cells":{}}'])
    expect(parseNotebook(text)).toBeUndefined();
});

test("terminal colours become classes, and every other sequence goes", () => {
  const pieces = ansi("a\u001b[1;31mb\u001b[0m\u001b[38;5;28mc\u001b[48;2;250;10;10md\u001b[K\u001b]0;title\u0007e");
  expect(pieces).toEqual([
    { text: "a", class: "" },
    { text: "b", class: "ansi-red ansi-bold" },
    { text: "c", class: "ansi-green" },
    { text: "d", class: "ansi-green ansi-on-red" },
    { text: "e", class: "ansi-green ansi-on-red" },
  ]);
});

test("nothing of the source is lost in colouring it", () => {
  const source = '%matplotlib inline\n@f(1)\ndef g(x=\'a\', y="""b\n"c"""): # d\n  return x + 1.5e3 \'open\n';
  const tokens = highlight(source);
  expect(tokens.map(({ text }) => text).join("")).toBe(source);
  const classes = new Set(tokens.map((token) => token.class));
  for (const one of ["code-keyword", "code-string", "code-comment", "code-number", "code-magic", "code-decorator"])
    expect(classes).toContain(one);
});

test("the outline has the headings of Markdown, not those in code", () => {
  const source = "# **One** `two`\n```\n# no\n```\n## [Link](http://x) #\n#no";
  expect(outline([cell({ source }), cell({ kind: "code", source: "# no" })])).toEqual([
    { cell: "cell-1", level: 1, text: "One two" },
    { cell: "cell-1", level: 2, text: "Link" },
  ]);
});

test("formulas stay as they are written, and attached pictures are put in", () => {
  const source = "$a_1 + b_2$ costs $5 and `$x$`\n\n$$\nx\n$$ ![p](attachment:a%20b.png) ![q](attachment:none.png)";
  expect(prose(cell({ source, attachments: { "a b.png": { "image/png": "AAAA" } } }))).toBe(
    "`` $a_1 + b_2$ `` costs $5 and `$x$`\n\n`` $$ x $$ `` ![p](data:image/png;base64,AAAA) ![q](attachment:none.png)",
  );
});

test("of all that an output offers, what says most without being run is shown", () => {
  expect(shown({ "text/html": ["<b>", "x</b>"], "text/plain": "x" })).toEqual({ as: "html", html: "<b>x</b>" });
  expect(shown({ "image/png": "AA==\n", "text/plain": "<Figure>" })).toMatchObject({
    src: "data:image/png;base64,AA==",
  });
  expect(shown({ "image/svg+xml": "<svg onload='x'/>" })).toMatchObject({
    as: "image",
    src: expect.stringMatching(/^data:image\/svg/),
  });
  expect(shown({ "image/png": '"><script>', "text/plain": "p" })).toEqual({ as: "text", text: "p" });
  expect(shown({ "application/javascript": "alert(1)", "text/plain": "p" })).toMatchObject({
    as: "not-shown",
    text: "p",
  });
  expect(shown({ "application/vnd.jupyter.widget-view+json": {} })).toMatchObject({ what: "An interactive widget" });
  expect(shown({ "application/x-other": 1 })).toMatchObject({
    as: "not-shown",
    what: "An output of type application/x-other",
  });
  expect(shown({ "text/latex": "$x$" })).toEqual({ as: "latex", text: "$x$" });
});

test("a frame's policy stands before anything of the notebook's", () => {
  const page = frameOf("</head><meta http-equiv=x>", "light");
  expect(page.indexOf("Content-Security-Policy")).toBeLessThan(page.indexOf("</head><meta"));
  expect(page).toContain("default-src 'none'");
});

test("of a long text the beginning is shown", () => {
  const long = Array.from({ length: 500 }, (_, line) => line).join("\n");
  expect(beginning(long)).toMatchObject({ lines: 500, isWhole: false });
  expect(beginning(long).text.split("\n")).toHaveLength(60);
  expect(beginning("a\nb")).toEqual({ text: "a\nb", lines: 2, isWhole: true });
  expect(beginning("x".repeat(1e6)).isWhole).toBe(false);
});
