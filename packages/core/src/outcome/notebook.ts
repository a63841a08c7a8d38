import { storeFile } from "./file.ts";
import type { RegisterFile } from "./outcome.ts";

/** An executed notebook: a file that opens wherever notebooks do. */
export const notebook: RegisterFile = (work, output) => {
  const name = /\.ipynb$/i.test(output.fileName) ? output.fileName : `${output.fileName}.ipynb`;
  return storeFile(work, output, { name, contentType: "application/x-ipynb+json" });
};
