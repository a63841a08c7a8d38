/** A piece of terminal output, and the classes of its look. */
export type Piece = { text: string; class: string };

// biome-ignore lint/suspicious/noControlCharactersInRegex: it is what terminals are told by
const SEQUENCE = /\u001b(?:\[([0-9;?]*)([@-~])|\][^\u0007\u001b]*(?:\u0007|\u001b\\)|[@-Z\\-_])/g;
const NAMES = ["black", "red", "green", "yellow", "blue", "magenta", "cyan", "white"];

type Look = {
  colour?: string | undefined;
  back?: string | undefined;
  bold?: boolean;
  faint?: boolean;
  italic?: boolean;
  underline?: boolean;
};

/** Text with the colours that its escape sequences ask for; all others are left out. */
export function ansi(text: string): Piece[] {
  const pieces: Piece[] = [];
  let look: Look = {};
  let from = 0;
  const take = (to: number) => {
    if (to > from) pieces.push({ text: text.slice(from, to), class: classOf(look) });
  };
  for (const match of text.matchAll(SEQUENCE)) {
    take(match.index);
    from = match.index + match[0].length;
    if (match[2] === "m") look = after(look, (match[1] ?? "").split(";").map(Number));
  }
  take(text.length);
  return pieces;
}

export const plain = (text: string): string => text.replace(SEQUENCE, "");

function after(before: Look, codes: number[]): Look {
  let look = before;
  for (let at = 0; at < codes.length; at++) {
    const code = codes[at] ?? 0;
    if (code === 0) look = {};
    else if (code === 1) look = { ...look, bold: true };
    else if (code === 2) look = { ...look, faint: true };
    else if (code === 3) look = { ...look, italic: true };
    else if (code === 4) look = { ...look, underline: true };
    else if (code === 22) look = { ...look, bold: false, faint: false };
    else if (code === 23) look = { ...look, italic: false };
    else if (code === 24) look = { ...look, underline: false };
    else if (code === 39) look = { ...look, colour: undefined };
    else if (code === 49) look = { ...look, back: undefined };
    else if (code === 38 || code === 48) {
      // Of 256 colours and of millions, the nearest of the eight that the site has for both themes.
      const isIndex = codes[at + 1] === 5;
      const name = isIndex ? ofIndex(codes[at + 2] ?? 0) : ofRGB(codes.slice(at + 2, at + 5));
      look = code === 38 ? { ...look, colour: name } : { ...look, back: name };
      at += isIndex ? 2 : 4;
    } else if (NAMES[code % 10] && [3, 9].includes(Math.floor(code / 10))) look = { ...look, colour: NAMES[code % 10] };
    else if (NAMES[code % 10] && [4, 10].includes(Math.floor(code / 10))) look = { ...look, back: NAMES[code % 10] };
  }
  return look;
}

function ofIndex(index: number): string | undefined {
  if (index < 16) return NAMES[index % 8];
  if (index >= 232) return index < 244 ? "black" : "white";
  const cube = index - 16;
  return ofRGB([Math.floor(cube / 36) * 51, (Math.floor(cube / 6) % 6) * 51, (cube % 6) * 51]);
}

const ofRGB = ([red = 0, green = 0, blue = 0]: number[]): string | undefined => {
  const least = Math.max(red, green, blue) / 2;
  return NAMES[(red > least ? 1 : 0) + (green > least ? 2 : 0) + (blue > least ? 4 : 0)];
};

const classOf = ({ colour, back, bold, faint, italic, underline }: Look): string =>
  [
    colour && `ansi-${colour}`,
    back && `ansi-on-${back}`,
    bold && "ansi-bold",
    faint && "ansi-faint",
    italic && "ansi-italic",
    underline && "ansi-underline",
  ]
    .filter(Boolean)
    .join(" ");
