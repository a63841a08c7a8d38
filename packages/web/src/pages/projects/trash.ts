import { api } from "../../data/api.ts";
import { client } from "../../data/client.ts";
import { forgetOpened } from "../../data/recent.ts";
import { complain, toast } from "../../data/toast.ts";
import type { Item, Page } from "../../data/types.ts";

/** Moves to the trash at once on screen, and brings back what the server refuses. */
export function createTrash(projectId: () => string) {
  const refresh = async () => {
    await client.invalidateQueries({ queryKey: ["items", projectId()] });
    await client.invalidateQueries({ queryKey: ["project", projectId()] });
  };
  const restore = (item: Item) =>
    (item.kind === "file" ? api.files.restore(item.id) : api.tables.restore(item.id))
      .then(refresh)
      .catch(complain(`${item.name} was not restored`));
  return async (item: Item) => {
    const key = ["items", projectId()];
    const before = client.getQueriesData<Page<Item>>({ queryKey: key });
    client.setQueriesData<Page<Item>>({ queryKey: key }, (page) =>
      page ? { ...page, items: page.items.filter((other) => other.id !== item.id) } : page,
    );
    try {
      await (item.kind === "file" ? api.files.remove(item.id) : api.tables.remove(item.id));
      forgetOpened(item.id);
      toast(`${item.name} is in the trash`, { action: { label: "Undo", run: () => void restore(item) } });
    } catch (error) {
      for (const [query, data] of before) client.setQueryData(query, data);
      complain(`${item.name} was not removed`)(error);
    } finally {
      await refresh();
    }
  };
}
