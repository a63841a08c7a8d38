/** An error as its author needs it: the line of the own source, and only the frames that are the author's. */
export function linesOf(error, fileName) {
  if (!(error instanceof Error)) return { message: `The script threw ${String(error)}` };
  const stack = String(error.stack ?? "");
  const place = new RegExp(`${fileName.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}:(\\d+)`);
  const frames = stack.split("\n").filter((line) => line.trimStart().startsWith("at ") && place.test(line));
  // An error of syntax has no frame of the source; its stack begins with the place instead.
  const found = place.exec(frames[0] ?? stack)?.[1];
  const what = `${error.name}: ${error.message}`;
  if (found === undefined) return { message: what, traceback: what };
  return { message: `line ${found}: ${what}`, line: Number(found), traceback: [what, ...frames].join("\n") };
}
