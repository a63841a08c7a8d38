import { createMemo, createSignal, For, Show } from "solid-js";
import { Button } from "../../ui/button.tsx";
import { Icon } from "../../ui/icon.tsx";
import { Select } from "../../ui/select.tsx";
import { compare, type Difference, frameOf } from "../model/compare.ts";
import type { Row } from "../model/types.ts";
import type { Room } from "../room/room.ts";

const SIGNS = { added: "plus", changed: "edit", missing: "minus" } as const;
const WORDS = { added: "only here", changed: "differs", missing: "only there" } as const;
const MOST = 200;

/** What the edited layer says and another does not; what is only there, or otherwise there, can be taken over. */
export function Compare(props: { room: Room }) {
  const { session, player } = props.room;
  const others = () => session.layers().filter(({ id }) => id !== session.editing());
  const [with_, setWith] = createSignal<string>();
  const there = () => with_() ?? others()[0]?.id ?? "";
  const found = createMemo(() => {
    session.store.version();
    return session.shownLayers().has(there())
      ? compare(session.store.all(), session.editing() ?? "", there())
      : undefined;
  });
  const take = (differences: Difference[]) => {
    const layerId = session.editing();
    if (!layerId) return;
    const changes = differences.flatMap(({ here, there: theirs }) => {
      if (!theirs) return [];
      const after: Row = { ...theirs, layerId, mark: here?.mark ?? null };
      return [{ before: here, after }];
    });
    session.act({ label: changes.length === 1 ? "Take over" : `Take over ${changes.length}`, changes });
  };
  const takeable = () => (found() ?? []).filter(({ there: theirs }) => theirs);
  const mayTake = () => session.canEdit(session.editing() ?? "");
  return (
    <div class="an-compare">
      <Select
        label="Compare with"
        options={others().map(({ id, name }) => ({ value: id, label: name }))}
        value={there()}
        onChange={setWith}
      />
      <Show when={found()} fallback={<p class="an-soft text-12">Show that layer, by its eye, to see what differs.</p>}>
        {(differences) => (
          <>
            <p class="flex items-center text-12">
              {differences().length === 0
                ? "Both say the same."
                : `${differences().length.toLocaleString("en")} differ`}
              <Show when={mayTake() && takeable().length > 0}>
                <Button size="sm" class="ml-auto" onClick={() => take(takeable())}>
                  Take over {takeable().length.toLocaleString("en")}
                </Button>
              </Show>
            </p>
            <For each={differences().slice(0, MOST)}>
              {(one) => (
                <div class="an-item">
                  <button
                    type="button"
                    class="an-item-main"
                    onClick={() => {
                      player.seek(frameOf(one));
                      session.select([one.elementalId]);
                    }}
                  >
                    <Icon name={SIGNS[one.how]} size="xs" />
                    <span class="truncate">{session.types().get((one.here ?? one.there)?.typeId ?? "")?.name}</span>
                    <span class="an-soft">
                      {WORDS[one.how]} · frame {frameOf(one).toLocaleString("en")}
                    </span>
                  </button>
                  <Show when={mayTake() && one.there}>
                    <Button size="sm" tone="ghost" onClick={() => take([one])}>
                      Take
                    </Button>
                  </Show>
                </div>
              )}
            </For>
          </>
        )}
      </Show>
    </div>
  );
}
