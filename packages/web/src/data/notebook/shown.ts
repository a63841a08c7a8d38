import { type Bundle, textOf } from "./parse.ts";

/** What of an output is shown, and how. */
export type Shown =
  | { as: "image"; src: string; alt: string }
  | { as: "html"; html: string }
  | { as: "markdown" | "latex" | "text" | "json"; text: string }
  /** There is something that the site does not run. */
  | { as: "not-shown"; what: string; text: string };

const SCRIPT = /<script[\s>/]/i;
const BITMAPS = ["image/png", "image/jpeg", "image/gif", "image/webp"];

/** Of all that an output offers, what says most and can be shown without running anything. */
export function shown(data: Bundle): Shown {
  const text = textOf(data["text/plain"]);
  const image = imageOf(data);
  if (data["application/vnd.jupyter.widget-view+json"] !== undefined)
    return image ?? { as: "not-shown", what: "An interactive widget", text };
  const html = textOf(data["text/html"]);
  // What draws itself by a script is empty without it.
  if (html !== "" && SCRIPT.test(html)) return image ?? (hasText(html) ? { as: "html", html } : interactive(text));
  if (html !== "") return { as: "html", html };
  const markdown = textOf(data["text/markdown"]);
  if (markdown !== "") return { as: "markdown", text: markdown };
  if (image) return image;
  const latex = textOf(data["text/latex"]);
  if (latex !== "") return { as: "latex", text: latex };
  if (data["application/javascript"] !== undefined) return { as: "not-shown", what: "An output in JavaScript", text };
  const json = data["application/json"];
  if (json !== undefined && text === "") return { as: "json", text: JSON.stringify(json, undefined, 2) };
  if (text !== "") return { as: "text", text };
  const types = Object.keys(data);
  return types.length === 0
    ? { as: "text", text: "" }
    : { as: "not-shown", what: `An output of type ${types[0]}`, text };
}

const interactive = (text: string): Shown => ({ as: "not-shown", what: "An interactive output", text });

/** Whether anything but scripts and styles stands in it. A document made by the parser runs nothing and fetches nothing. */
function hasText(html: string): boolean {
  const page = new DOMParser().parseFromString(html, "text/html");
  for (const element of page.querySelectorAll("script, style, noscript")) element.remove();
  return (
    page.querySelector("table, img, svg, pre, ul, ol") !== null || (page.body.textContent ?? "").trim().length > 20
  );
}

/** A drawing is shown as a picture, in which no script runs. */
export function imageOf(data: Bundle, alt = "Output of the cell"): Shown | undefined {
  const drawing = textOf(data["image/svg+xml"]);
  if (drawing !== "")
    return { as: "image", src: `data:image/svg+xml;charset=utf-8,${encodeURIComponent(drawing)}`, alt };
  const type = BITMAPS.find((one) => textOf(data[one]) !== "");
  const bytes = type === undefined ? "" : textOf(data[type]).replace(/\s+/g, "");
  return type && /^[A-Za-z0-9+/]+=*$/.test(bytes)
    ? { as: "image", src: `data:${type};base64,${bytes}`, alt }
    : undefined;
}
