/** Notebooks for tests, as Jupyter writes them. */

type Cell = Record<string, unknown>;

export const code = (
  source: string,
  { tags = [] as string[], count = null as number | null, outputs = [] as object[] } = {},
): Cell => ({
  ...{ cell_type: "code", source, metadata: { tags }, execution_count: count, outputs },
});
export const markdown = (source: string): Cell => ({ cell_type: "markdown", source, metadata: {} });
export const display = (data: object) => ({ output_type: "display_data", data, metadata: {} });
export const stream = (text: string, name = "stdout") => ({ output_type: "stream", name, text });

export const notebook = (...cells: Cell[]): string =>
  JSON.stringify({
    nbformat: 4,
    nbformat_minor: 5,
    metadata: { kernelspec: { name: "python3", display_name: "Python 3", language: "python" } },
    cells: cells.map((cell, index) => ({ id: `c${index}`, ...cell })),
  });

const PIXEL = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

/** What an analysis looks like when it was run. */
export const analysis = (): string => {
  const rows = ["Adelie", "Chinstrap", "Gentoo"].map(
    (name, index) => `<tr><th>${name}</th><td>${[152, 68, 124][index]}</td><td>${[3701, 3733, 5076][index]}</td></tr>`,
  );
  const table = `<table class="dataframe"><thead><tr><th></th><th>len</th><th>body_mass_g</th></tr></thead><tbody>${rows.join("")}</tbody></table>`;
  const bars = [152, 68, 124].map(
    (value, index) => `<rect x="${60 + index * 130}" y="${200 - value}" width="90" height="${value}" fill="#2f6fb8"/>`,
  );
  const drawing = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 480 220" width="480" height="220">${bars.join("")}<line x1="40" y1="200" x2="470" y2="200" stroke="#555"/></svg>`;
  const traceback = [
    "\u001b[31m---------------------------------------------------------------------------\u001b[39m",
    "\u001b[31mNameError\u001b[39m                                 Traceback (most recent call last)",
    "Cell \u001b[32mIn[5], line 1\u001b[39m\n\u001b[32m----> 1\u001b[39m fit(df)",
    "\u001b[31mNameError\u001b[39m: name 'fit' is not defined",
  ];
  return notebook(
    markdown(
      "# What predicts body mass?\n\n344 penguins of three species on three islands. **Flipper length** explains most of it: $m = \\beta_0 + \\beta_1 x_1$.",
    ),
    code('year = 2009  # at most\nspecies = "all"', { tags: ["parameters"], count: 1 }),
    markdown("## By species\n\n| island | penguins |\n| --- | --- |\n| Biscoe | 168 |"),
    code(
      'import pandas as pd\n\ndf = penguins[penguins.year <= year]\ndf.groupby("species").body_mass_g.agg(["size", "mean"]).round(0)',
      {
        count: 2,
        outputs: [
          { ...display({ "text/html": table, "text/plain": "…" }), output_type: "execute_result", execution_count: 2 },
        ],
      },
    ),
    code('for step in range(200):\n    print(f"\\033[32mstep {step}\\033[0m")', {
      count: 3,
      outputs: [
        stream(Array.from({ length: 200 }, (_, step) => `\u001b[32mstep\u001b[0m ${step}\n`).join("")),
        stream("careful\n", "stderr"),
      ],
    }),
    markdown("## Chart"),
    code("chart(df)", { count: 4, outputs: [display({ "image/svg+xml": drawing, "text/plain": "<Chart>" })] }),
    code("fit(df)", {
      count: 5,
      outputs: [{ output_type: "error", ename: "NameError", evalue: "name 'fit' is not defined", traceback }],
    }),
    code("slider()", {
      outputs: [
        display({ "application/vnd.jupyter.widget-view+json": { model_id: "x" }, "text/plain": "IntSlider(value=3)" }),
      ],
    }),
  );
};

/** Every way that is known in which a notebook would do something to who looks at it. */
export const hostile = (elsewhere: string): string => {
  const mark = "top.document.title='owned';window.owned=1";
  const html = [
    `<script>${mark}</script>`,
    `<img src="x" onerror="${mark}">`,
    `<svg onload="${mark}"><script>${mark}</script></svg>`,
    `<a href="javascript:${mark}">a link</a>`,
    `<iframe src="javascript:${mark}"></iframe><iframe src="${elsewhere}/frame"></iframe>`,
    `<meta http-equiv="refresh" content="0;url=${elsewhere}/refresh">`,
    `<base href="${elsewhere}/">`,
    `<style>@import url(${elsewhere}/style); body { background: url(${elsewhere}/background) } * { position: fixed; inset: 0 }</style>`,
    `<link rel="stylesheet" href="${elsewhere}/sheet"><img src="${elsewhere}/pixel"><video src="${elsewhere}/video" autoplay></video>`,
    `<form action="${elsewhere}/form"><input autofocus onfocus="${mark}"><button>send</button></form>`,
    `<div style="position:fixed;inset:0;z-index:99999;background:red">covered</div>`,
    `<object data="${elsewhere}/object"></object><embed src="${elsewhere}/embed">`,
  ];
  const drawing = `<svg xmlns="http://www.w3.org/2000/svg" onload="${mark}"><script>${mark}</script><image href="${elsewhere}/image"/><foreignObject><body xmlns="http://www.w3.org/1999/xhtml"><img src="x" onerror="${mark}"/></body></foreignObject></svg>`;
  return notebook(
    markdown(
      `# Hostile\n\n${html.join("\n\n")}\n\n[x](javascript:${mark}) ![p](${elsewhere}/markdown) <b id="root" name="body">b</b>`,
    ),
    markdown(`## <img src=x onerror="${mark}"> <script>${mark}</script>`),
    ...html.map((part, index) =>
      code(part, {
        count: index + 1,
        outputs: [display({ "text/html": `${part}<p>some text that is shown here</p>` })],
      }),
    ),
    code("drawing", { outputs: [display({ "image/svg+xml": drawing })] }),
    code("script", { outputs: [display({ "application/javascript": mark, "text/plain": "<script>x</script>" })] }),
    code("markdown", { outputs: [display({ "text/markdown": html.join("\n\n") })] }),
    code("png", { outputs: [display({ "image/png": `"><img src=x onerror="${mark}">` })] }),
    code("good", {
      outputs: [
        display({ "image/png": PIXEL }),
        stream(`\u001b]8;;javascript:${mark}\u0007link\u001b]8;;\u0007<script>${mark}</script>`),
      ],
    }),
    { ...markdown("![a](attachment:a.svg)"), attachments: { "a.svg": { "image/svg+xml": drawing } } },
    { cell_type: "raw", source: html.join(""), metadata: { format: "text/html" } },
  );
};
