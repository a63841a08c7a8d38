const MOST_WORDS = 4;
const MOST_MENTIONS = 50;
const AT = /(?<![\p{L}\p{N}_.@])@([\p{L}\p{N}][^\n@]{0,80})/gu;

/** For each `@` of a text, what may be the name behind it, longest first and in small letters. */
export function namesIn(text: string): string[][] {
  return [...text.matchAll(AT)].slice(0, MOST_MENTIONS).map(([, rest = ""]) => {
    const words = rest.split(/\s+/u).slice(0, MOST_WORDS);
    const names = words.map((_, last) => words.slice(0, last + 1).join(" "));
    const bare = names.map((name) => name.replace(/[^\p{L}\p{N})]+$/u, ""));
    return [...new Set([...names, ...bare].map((name) => name.toLowerCase()))]
      .filter((name) => name !== "")
      .sort((a, b) => b.length - a.length);
  });
}
