import { createSignal } from "solid-js";

export type Theme = "system" | "light" | "dark";
const KEY = "atrium.theme";

function stored(): Theme {
  const value = localStorage.getItem(KEY);
  return value === "light" || value === "dark" ? value : "system";
}

const [theme, write] = createSignal<Theme>(stored());

export { theme };

/** public/theme.js applies the stored value before the first paint; this keeps both in step. */
export function setTheme(next: Theme) {
  write(next);
  if (next === "system") {
    localStorage.removeItem(KEY);
    delete document.documentElement.dataset.theme;
  } else {
    localStorage.setItem(KEY, next);
    document.documentElement.dataset.theme = next;
  }
}
