/** What an installer said, as what its user can act on: which package, and why not. Its own words where they are not known. */
export function reasonOf(said: string, lock: string): string {
  const [, other] = /^\s*(\S+==\S+)(?: from [^\n]*)?:\n\s*Expected sha256/m.exec(said) ?? [];
  if (other !== undefined || /hash mismatch|DO NOT MATCH THE HASHES/i.test(said))
    return `${other ?? "a package"} is not what the lock file's hashes say. Write the lock file anew, unless somebody changed the package.`;
  const [, unhashed] = /^\s*(\S+) from [^\n]+ --hash=/m.exec(said) ?? [];
  if (unhashed !== undefined || /must have hashes|all requirements must have their versions pinned/i.test(said))
    return `the lock file has no hash for ${unhashed ?? "everything that its packages need"}. Write it with everything they need, each with its hashes.`;
  const [, absent] = /No matching distribution found for ([^\s(]+)/.exec(said) ?? [];
  if (absent !== undefined)
    return `there is no ${absent} that is built for this version of Python and this machine. Choose another version of it.`;
  const errors = said.split("\n").filter((line) => /^\s*error/i.test(line));
  return (errors.length > 0 ? errors.join("\n") : said).replaceAll(lock, "the lock file");
}
