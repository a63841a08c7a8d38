import { useQuery } from "@tanstack/solid-query";
import { Show } from "solid-js";
import { api } from "../../data/api.ts";
import { client } from "../../data/client.ts";
import { loaded } from "../../data/loaded.ts";
import { queries } from "../../data/queries.ts";
import { useSignedIn } from "../../data/session.ts";
import { complain } from "../../data/toast.ts";
import { IconButton } from "../../ui/icon-button.tsx";

/** Stars what one wants to find again; on at once, and off again when the server refuses. */
export function Star(props: { id: string; name: string }) {
  return (
    <Show when={useSignedIn()}>
      <Own {...props} />
    </Show>
  );
}

function Own(props: { id: string; name: string }) {
  const favorite = useQuery(() => queries.favorite(props.id));
  const on = () => loaded(favorite)?.favorite ?? false;
  const set = (value: boolean) => client.setQueryData(["favorite", props.id], { favorite: value });
  async function toggle() {
    const before = on();
    set(!before);
    try {
      await (before ? api.favorites.remove(props.id) : api.favorites.add(props.id));
      await client.invalidateQueries({ queryKey: ["favorites"] });
    } catch (error) {
      set(before);
      complain(`${props.name} keeps its star as it was`)(error);
    }
  }
  return (
    <IconButton
      icon="star"
      size="sm"
      class="star"
      on={on()}
      label={on() ? "Remove from favorites" : "Add to favorites"}
      onClick={() => void toggle()}
    />
  );
}
