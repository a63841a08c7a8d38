const OWN = new Set("search projects tables files functions runs requests notifications groups settings s".split(" "));
const READ = [/^\/projects\/[^/]+(\/readme)?\/?$/, /^\/files\/[^/]+\/?$/, /^\/tables\/[^/]+(\/versions)?\/?$/];

/** Pages that show what is public, or what a share link opened, to who is not signed in. */
export const isReadable = (path: string): boolean =>
  READ.some((pattern) => pattern.test(path)) || isAddress(path.split("/").filter(Boolean));

/** `/<namespace>/<slug>/…` of a project. */
const isAddress = ([first, ...rest]: string[]): boolean => first !== undefined && !OWN.has(first) && rest.length > 0;
