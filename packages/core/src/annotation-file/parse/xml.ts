/** An element with what is in it. Attributes are not read. */
export type Element = { name: string; text: string; children: Element[] };

const DEEPEST = 20;
const TOKEN = /<!--[\s\S]*?-->|<!\[CDATA\[([\s\S]*?)\]\]>|<\?[\s\S]*?\?>|<!|<(\/?)([^\s/>]+)[^>]*?(\/?)>|([^<]+)/gy;
const ENTITIES: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** The root of a document without declarations of its own: nothing in it means more than it says. Throws a sentence. */
export function parseXML(text: string): Element {
  const root: Element = { name: "", text: "", children: [] };
  const open = [root];
  let at = 0;
  for (const match of text.matchAll(TOKEN)) {
    at = match.index + match[0].length;
    const [whole, cdata, closing, name, empty, plain] = match;
    const here = open.at(-1) ?? root;
    if (whole === "<!") throw new SyntaxError("Declarations are not read");
    if (cdata !== undefined) here.text += cdata;
    else if (plain !== undefined) here.text += decoded(plain);
    else if (name === undefined) continue;
    else if (closing) {
      if (here.name !== name || open.length === 1) throw new SyntaxError(`</${name.slice(0, 50)}> closes nothing`);
      open.pop();
    } else {
      const element: Element = { name, text: "", children: [] };
      here.children.push(element);
      if (!empty) open.push(element);
      if (open.length > DEEPEST) throw new SyntaxError("It is nested too deeply");
    }
  }
  const [only] = root.children;
  if (at !== text.length || open.length > 1 || !only || root.children.length > 1)
    throw new SyntaxError("It is no well-formed XML");
  return only;
}

export const child = (element: Element | undefined, name: string): Element | undefined =>
  element?.children.find((one) => one.name === name);
export const textIn = (element: Element | undefined, name: string): string => child(element, name)?.text.trim() ?? "";

function decoded(text: string): string {
  return text.replace(/&(#x[0-9a-f]+|#\d+|\w+);/gi, (whole, name: string) => {
    if (!name.startsWith("#")) return ENTITIES[name] ?? whole;
    const code = name[1] === "x" || name[1] === "X" ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
