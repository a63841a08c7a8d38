import { client } from "../../data/client.ts";
import { post, remove } from "../../data/http.ts";
import { forgetOpened } from "../../data/recent.ts";
import { complain, toast } from "../../data/toast.ts";
import type { Item, Page } from "../../data/types.ts";

/** Every kind has the same routes. */
const placeOf = ({ kind, id }: Item) => `/api/v1/${kind}s/${id}`;

/** Moves to the trash at once on screen, and brings back what the server refuses. */
export function createTrash(projectId: () => string) {
  const refresh = async () => {
    await client.invalidateQueries({ queryKey: ["items", projectId()] });
    await client.invalidateQueries({ queryKey: ["project", projectId()] });
  };
  const restore = (item: Item) =>
    post(`${placeOf(item)}/restore`)
      .then(refresh)
      .catch(complain(`${item.name} was not restored`));
  return async (item: Item) => {
    const key = ["items", projectId()];
    const before = client.getQueriesData<Page<Item>>({ queryKey: key });
    client.setQueriesData<Page<Item>>({ queryKey: key }, (page) =>
      page ? { ...page, items: page.items.filter((other) => other.id !== item.id) } : page,
    );
    try {
      await remove(placeOf(item));
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
