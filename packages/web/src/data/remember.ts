import { createSignal } from "solid-js";

/** A signal kept in the browser's storage, for widths, open panels and the like. */
export function remember<T>(key: string, initial: T) {
  const name = `atrium.${key}`;
  const [value, write] = createSignal<T>(read(name, initial));
  const set = (next: T) => {
    write(() => next);
    try {
      localStorage.setItem(name, JSON.stringify(next));
    } catch {
      // A full or denied storage only means that the next visit starts from the default.
    }
  };
  return [value, set] as const;
}

function read<T>(name: string, initial: T): T {
  try {
    const text = localStorage.getItem(name);
    return text === null ? initial : (JSON.parse(text) as T);
  } catch {
    return initial;
  }
}
