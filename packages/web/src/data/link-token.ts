/** The token of a link from a letter, which then leaves the address bar, the history and whatever is copied from there. */
export function takeToken(): string {
  const token = location.hash.slice(1);
  history.replaceState(history.state, "", location.pathname);
  return token;
}
