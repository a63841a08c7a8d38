import { S3Error } from "./errors.ts";

/** Arrays repeat their element, undefined leaves it out. */
export type XmlValue = string | number | boolean | undefined | XmlTree | readonly XmlValue[];
export type XmlTree = { readonly [name: string]: XmlValue };

const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n';
const namespace = "http://s3.amazonaws.com/doc/2006-03-01/";

export const document = (root: string, value: XmlTree | string): string =>
  `${declaration}<${root} xmlns="${namespace}">${content(value)}</${root}>`;

/** Errors carry no namespace. */
export const errorDocument = (value: XmlTree): string => `${declaration}<Error>${content(value)}</Error>`;

function element(name: string, value: XmlValue): string {
  if (value === undefined) return "";
  if (isList(value)) return value.map((item) => element(name, item)).join("");
  return `<${name}>${content(value)}</${name}>`;
}

function content(value: string | number | boolean | XmlTree): string {
  if (typeof value !== "object") return escapeText(String(value));
  return Object.entries(value)
    .map(([name, child]) => element(name, child))
    .join("");
}

const isList = (value: XmlValue): value is readonly XmlValue[] => Array.isArray(value);

const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** Keys may hold control characters, which S3 too answers as numeric references although XML 1.0 forbids them. */
const escapeText = (text: string): string =>
  text.replace(/[&<>"]|(?![\t\n])\p{Cc}/gu, (char) => entities[char] ?? `&#x${char.charCodeAt(0).toString(16)};`);

/** An element as read: its text, or its children in order. */
export type XmlElement = { name: string; text: string; children: XmlElement[] };

const tokens = /<\?.*?\?>|<!--.*?-->|<!\[CDATA\[(.*?)\]\]>|<(\/?)([^\s/<>!?]+)(?:\s[^<>]*?)?(\/?)>|([^<]+)|</gs;

/** Reads the few request bodies S3 has: elements and text, no DTD and so no entity of the sender's making. */
export function parse(source: string): XmlElement {
  const top: XmlElement = { name: "", text: "", children: [] };
  const open = [top];
  for (const [whole, cdata, closing, rawName, selfClosing, text] of source.matchAll(tokens)) {
    const current = open.at(-1);
    if (!current || whole === "<") throw new S3Error("MalformedXML");
    if (text !== undefined) current.text += unescapeText(text);
    else if (cdata !== undefined) current.text += cdata;
    else if (rawName === undefined) continue;
    else if (closing) {
      if (open.length === 1 || current.name !== localName(rawName)) throw new S3Error("MalformedXML");
      open.pop();
    } else {
      const child: XmlElement = { name: localName(rawName), text: "", children: [] };
      current.children.push(child);
      if (!selfClosing) open.push(child);
    }
  }
  const [root] = top.children;
  if (!root || top.children.length > 1 || open.length > 1 || top.text.trim()) throw new S3Error("MalformedXML");
  return root;
}

export const childText = (parent: XmlElement, name: string): string | undefined =>
  parent.children.find((child) => child.name === name)?.text;

const localName = (name: string): string => name.slice(name.indexOf(":") + 1);

const named = new Map(Object.entries({ amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" }));

function unescapeText(text: string): string {
  return text.replace(/&([^;]*);?/g, (_, name: string) => {
    const plain = named.get(name);
    if (plain !== undefined) return plain;
    const code = /^#x[0-9a-f]+$/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    if (!name.startsWith("#") || !Number.isInteger(code) || code > 0x10ffff) throw new S3Error("MalformedXML");
    return String.fromCodePoint(code);
  });
}
