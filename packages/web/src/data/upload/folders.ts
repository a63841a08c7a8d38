/** Files as a drop names them, with the folders they came in as the beginning of their name. */
type Named = { name: string };

const folderOf = (name: string): string => name.slice(0, Math.max(0, name.lastIndexOf("/")));

/** Every folder that files lie in, and those around it, outermost first. */
export function foldersOf(files: Named[]): string[] {
  const all = new Set<string>();
  for (const { name } of files)
    for (let folder = folderOf(name); folder !== ""; folder = folderOf(folder)) all.add(folder);
  return [...all].sort((a, b) => a.split("/").length - b.split("/").length || (a < b ? -1 : 1));
}

export const byFolder = <F extends Named>(files: F[]): Map<string, F[]> =>
  Map.groupBy(files, ({ name }) => folderOf(name));

export const baseName = (name: string): string => name.slice(name.lastIndexOf("/") + 1);
export const outerOf = folderOf;
