/** The `@name` that is being typed before the caret, if any. */
export function mentionBefore(text: string, caret: number): { from: number; name: string } | undefined {
  const [, name] = /(?:^|[^\p{L}\p{N}_.@])@([\p{L}\p{N}][^\n@]{0,30}|)$/u.exec(text.slice(0, caret)) ?? [];
  if (name === undefined || name.split(" ").length > 3) return undefined;
  return { from: caret - name.length - 1, name };
}

/** The text with the name that was picked in the place of what was typed, and where the caret stands then. */
export function withMention(text: string, caret: number, from: number, name: string): { text: string; caret: number } {
  const begun = `${text.slice(0, from)}@${name} `;
  return { text: begun + text.slice(caret).replace(/^ /, ""), caret: begun.length };
}
