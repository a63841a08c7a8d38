import { api } from "./api.ts";
import { complain } from "./toast.ts";

/** The address is signed and says "attachment", so the page stays where it is. */
export function follow(url: string) {
  const link = document.createElement("a");
  link.href = url;
  link.rel = "noopener";
  link.click();
}

export const downloadFile = (id: string) =>
  api.files.download(id).then(({ url }) => follow(url), complain("The download did not start"));

export const downloadTable = (id: string, version?: number) =>
  api.tables.download(id, version).then(({ url }) => follow(url), complain("The download did not start"));

/** Saves bytes that are already here under a name. */
export function save(blob: Blob, name: string) {
  const url = URL.createObjectURL(blob);
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
