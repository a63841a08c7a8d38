const SIGNS = { ok: "✓", missing: "–", broken: "✗" };

/** A line for each finding, and below it what a missing one means; the verdict last. */
export function describe(findings) {
  const width = Math.max(...findings.map(({ name }) => name.length));
  const indent = " ".repeat(width + 4);
  const lines = findings.flatMap(({ name, state, detail, disables, remedy }) => [
    `${SIGNS[state]} ${name.padEnd(width)}  ${detail}`,
    ...(disables ? [`${indent}disables: ${disables}`] : []),
    ...(remedy ? [`${indent}remedy:   ${remedy}`] : []),
  ]);
  return `${lines.join("\n")}\n\n${verdict(findings)}\n`;
}

function verdict(findings) {
  const named = (state) => findings.filter((finding) => finding.state === state).map(({ name }) => name);
  const broken = named("broken");
  if (broken.length > 0) return `npm start or npm test cannot work: see ${broken.join(", ")}.`;
  const absent = named("missing");
  return `npm start and npm test can work.${absent.length > 0 ? ` Optional and missing: ${absent.join(", ")}.` : ""}`;
}
