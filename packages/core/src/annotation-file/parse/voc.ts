import { filesOf, textOf } from "./packed.ts";
import { type Parsed, type Parser, problem } from "./parsed.ts";
import { child, type Element, parseXML, textIn } from "./xml.ts";

const MOST_BYTES = 8 * 1024 * 1024;

/** Pascal VOC: an XML document for every picture, in an archive or by itself. */
export const voc: Parser = async function* (open, name) {
  for await (const file of filesOf(open, name, ".xml")) {
    if (!file.name.toLowerCase().endsWith(".xml")) continue;
    const text = await textOf(file, MOST_BYTES);
    let root: Element;
    try {
      root = parseXML(text);
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      yield problem(file.name, error.message);
      continue;
    }
    yield* objectsOf(root, file.name);
  }
};

function* objectsOf(root: Element, name: string): Generator<Parsed> {
  const size = child(root, "size");
  const [width, height] = [Number(textIn(size, "width")), Number(textIn(size, "height"))];
  const unit = width > 0 && height > 0 ? { width, height } : ("media" as const);
  const [folder, filename] = [textIn(root, "folder"), textIn(root, "filename")];
  const path = filename === "" ? name.replace(/\.xml$/i, "") : folder === "" ? filename : `${folder}/${filename}`;
  const objects = root.children.filter((one) => one.name === "object");
  for (const [i, object] of objects.entries()) {
    const at = `${name} object ${i + 1}`;
    const className = textIn(object, "name");
    const corners = ["xmin", "ymin", "xmax", "ymax"].map((corner) => textIn(child(object, "bndbox"), corner));
    const [x = 0, y = 0, right = 0, bottom = 0] = corners.map(Number);
    if (className === "") yield problem(at, "Has no name");
    else if (corners.some((text) => text === "" || !Number.isFinite(Number(text))))
      yield problem(at, "Has no box of four numbers");
    else
      yield {
        ...{ kind: "drawn", at, className, media: { path }, unit, tracks: [] },
        drawings: [{ shape: "box", parts: [{ x, y, width: right - x, height: bottom - y }] }],
        attributes: attributesOf(object),
      };
  }
}

const attributesOf = (object: Element): Record<string, string> =>
  Object.fromEntries(
    (child(object, "attributes")?.children ?? []).map((one) => [textIn(one, "name"), child(one, "value")?.text ?? ""]),
  );
