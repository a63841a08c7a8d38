import { api } from "./api.ts";
import { client } from "./client.ts";
import { searchWithin } from "./palette-text.ts";
import { complain, toast } from "./toast.ts";
import type { SavedSearch } from "./types.ts";

/** What is typed for it: a search of one project says so. */
export const textOf = ({ q, project }: Pick<SavedSearch, "q" | "project">): string =>
  project ? searchWithin(project.id, q) : q;

export const hrefOfSaved = (saved: SavedSearch): string => `/search?q=${encodeURIComponent(textOf(saved))}`;

/** "214 objects", and no more than a count tells. */
export const countWords = (total: number | string | undefined): string => {
  if (total === undefined) return "";
  return typeof total === "number" ? total.toLocaleString("en") : "10,000+";
};

export const refreshSaved = () => client.invalidateQueries({ queryKey: ["saved-searches"] });

/** Deletes at once; the toast takes it back. */
export async function removeSaved(saved: SavedSearch): Promise<void> {
  try {
    await api.savedSearches.remove(saved.id);
    toast(`${saved.name} is deleted`, { action: { label: "Undo", run: () => void restoreSaved(saved) } });
  } catch (error) {
    complain(`${saved.name} was not deleted`)(error);
  } finally {
    await refreshSaved();
  }
}

const restoreSaved = (saved: SavedSearch) =>
  api.savedSearches
    .restore(saved.id)
    .then(refreshSaved)
    .catch(complain(`${saved.name} was not brought back`));
