import type { Cell } from "./parse.ts";
import { imageOf } from "./shown.ts";

const CODE_OR_FORMULA =
  /(^(?:```|~~~)[\s\S]*?^(?:```|~~~)|`+[^`]*`+)|(\$\$[\s\S]+?\$\$|\$[^\s$`](?:[^$\n`]*[^\s$`])?\$(?!\d)|\\begin\{(\w+\*?)\}[\s\S]+?\\end\{\3\})/gm;

/** A cell's Markdown, its attached pictures put in and its formulas kept as they are written: nothing here draws them. */
export const prose = ({ source, attachments }: Pick<Cell, "source" | "attachments">): string =>
  source
    .replace(CODE_OR_FORMULA, (whole, code: string | undefined) => (code === undefined ? quoted(whole) : whole))
    .replace(/\(attachment:([^)\s]+)/g, (whole, name: string) => {
      const picture = imageOf(attachments[name] ?? attachments[decoded(name)] ?? {});
      return picture?.as === "image" ? `(${picture.src}` : whole;
    });

const quoted = (formula: string): string => `\`\` ${formula.replace(/\s*\n\s*/g, " ")} \`\``;

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
