/** A name for a file in a folder of the job's: what people call things may hold slashes, or lead out of the folder. */
export function safeName(name: string): string {
  const safe = name
    .replaceAll(/[/\\\p{Cc}]/gu, "_")
    .replace(/^\.+/, "")
    .slice(0, 150)
    .toWellFormed();
  return safe === "" ? "file" : safe;
}
