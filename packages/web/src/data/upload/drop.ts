/** Every file of a drop, folders walked; a file in a folder keeps its path in the name. */
export async function filesOf(transfer: DataTransfer): Promise<File[]> {
  const entries = [...transfer.items].map((item) => item.webkitGetAsEntry()).filter((entry) => entry !== null);
  if (entries.length === 0) return [...transfer.files];
  const found = await Promise.all(entries.map((entry) => walk(entry, "")));
  return found.flat();
}

async function walk(entry: FileSystemEntry, path: string): Promise<File[]> {
  if (entry.isFile) {
    const file = await new Promise<File>((resolve, reject) => (entry as FileSystemFileEntry).file(resolve, reject));
    return isNoise(file.name) ? [] : [named(file, `${path}${file.name}`)];
  }
  const children = await readAll((entry as FileSystemDirectoryEntry).createReader());
  const found = await Promise.all(children.map((child) => walk(child, `${path}${entry.name}/`)));
  return found.flat();
}

/** readEntries gives at most a hundred at a time. */
async function readAll(reader: FileSystemDirectoryReader): Promise<FileSystemEntry[]> {
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (some.length === 0) return all;
    all.push(...some);
  }
}

/** The list of a file input; a chosen folder gives its paths in webkitRelativePath. */
export const filesOfInput = (list: FileList) =>
  [...list].filter((file) => !isNoise(file.name)).map((file) => named(file, file.webkitRelativePath || file.name));

const isNoise = (name: string) => name === ".DS_Store" || name === "Thumbs.db";

const named = (file: File, name: string) =>
  file.name === name ? file : new File([file], name, { type: file.type, lastModified: file.lastModified });
