const LONGEST = 255;

/** What a file at an address is called: as the answer says, else as its path ends. */
export function nameOf(url: URL, disposition: string | undefined): string {
  const said = /filename\*=UTF-8''([^;]+)/i.exec(disposition ?? "")?.[1];
  const plain = /filename="([^"]+)"|filename=([^;\s]+)/i.exec(disposition ?? "");
  const last = url.pathname
    .split("/")
    .filter((part) => part !== "")
    .at(-1);
  const name = decoded(said) ?? plain?.[1] ?? plain?.[2] ?? decoded(last) ?? "";
  const bare = (name.split(/[/\\]/).at(-1) ?? "").replaceAll("\0", "").toWellFormed().trim();
  return bare.slice(-LONGEST) || url.hostname;
}

function decoded(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // A lone % is part of the name.
  }
}
