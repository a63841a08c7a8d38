import { createMemo, createSignal, For, Show } from "solid-js";
import { useShortcuts } from "../../data/shortcuts.ts";
import { Button } from "../../ui/button.tsx";
import { IconButton } from "../../ui/icon-button.tsx";
import { Kbd } from "../../ui/kbd.tsx";
import { Select } from "../../ui/select.tsx";
import { compare, type Difference, frameOf, type How, taken, wordsOf } from "../model/compare.ts";
import { labelOf } from "../model/drawables.ts";
import type { Room } from "../room/room.ts";

const SIGNS: Record<How, string> = { added: "+", changed: "~", removed: "−" };
const WORDS: Record<How, string> = { added: "Only there", changed: "Said otherwise", removed: "Only here" };
const TAKES: Record<How, string> = { added: "Add", changed: "Change", removed: "Remove" };
const GROUPS: readonly How[] = ["added", "changed", "removed"];
const MOST = 100;

/** What another layer would do to the edited one, as a review of changes: each is accepted, or left as it is. */
export function Compare(props: { room: Room }) {
  const { session, player } = props.room;
  const others = () => session.layers().filter(({ id }) => id !== session.editing());
  const [with_, setWith] = createSignal<string>();
  const [at, setAt] = createSignal<string>();
  const there = () => with_() ?? others()[0]?.id ?? "";
  const found = createMemo(() => {
    session.store.version();
    return session.shownLayers().has(there())
      ? compare(session.store.all(), session.editing() ?? "", there())
      : undefined;
  });
  const of = (how: How) => (found() ?? []).filter((one) => one.how === how);
  const mayTake = () => session.canEdit(session.editing() ?? "");
  /** A layer that says little of a video would else empty this one: what goes is accepted by itself. */
  const kept = () => [...of("added"), ...of("changed")];
  const inOrder = () => GROUPS.flatMap(of);

  const show = (one: Difference | undefined) => {
    if (!one) return;
    setAt(one.elementalId);
    player.seek(frameOf(one));
    session.select([one.elementalId]);
  };
  const place = () => inOrder().findIndex(({ elementalId }) => elementalId === at());
  const next = () => show(inOrder()[place() + 1] ?? inOrder()[0]);
  const take = (some: readonly Difference[]) => {
    const layerId = session.editing();
    if (!layerId || !mayTake() || some.length === 0) return;
    session.act({ label: some.length === 1 ? "Take over" : `Take over ${some.length}`, changes: taken(some, layerId) });
  };
  const accept = () => {
    const one = inOrder()[place()];
    if (!one) return next();
    const following = inOrder()[place() + 1];
    take([one]);
    return show(following ?? inOrder()[0]);
  };
  useShortcuts([
    { keys: "y", label: "Accept the difference, and to the next", group: "Compare", run: accept },
    { keys: "Shift+y", label: "Leave it, and to the next", group: "Compare", run: next },
  ]);

  return (
    <div class="an-compare">
      <Select
        label="Compare with"
        options={others().map(({ id, name }) => ({ value: id, label: name }))}
        value={there()}
        onChange={setWith}
      />
      <Show
        when={found()}
        fallback={
          <Button size="sm" onClick={() => session.setShownLayers(new Set([...session.shownLayers(), there()]))}>
            Show that layer to compare
          </Button>
        }
      >
        {(all) => (
          <>
            <p class="an-sums" role="status">
              <Show when={all().length > 0} fallback="Both say the same.">
                <For each={GROUPS}>
                  {(how) => (
                    <span data-how={how} title={WORDS[how]}>
                      {SIGNS[how]}
                      {of(how).length.toLocaleString("en")}
                    </span>
                  )}
                </For>
                <Show when={mayTake()}>
                  <span class="an-soft ml-auto flex items-center gap-1">
                    <Kbd>Y</Kbd> accept
                  </span>
                  <Show when={kept().length > 0}>
                    <Button
                      size="sm"
                      title="What is only there and said otherwise; nothing goes"
                      onClick={() => take(kept())}
                    >
                      Accept {kept().length.toLocaleString("en")}
                    </Button>
                  </Show>
                </Show>
              </Show>
            </p>
            <For each={GROUPS}>
              {(how) => (
                <Show when={of(how).length > 0}>
                  <h3 class="an-caption px-0!">
                    {WORDS[how]} <span class="an-soft">{of(how).length.toLocaleString("en")}</span>
                    <Show when={mayTake()}>
                      <Button size="sm" tone="ghost" class="ml-auto" onClick={() => take(of(how))}>
                        {TAKES[how]} all
                      </Button>
                    </Show>
                  </h3>
                  <For each={of(how).slice(0, MOST)}>
                    {(one) => {
                      const row = () => one.there ?? one.here;
                      const type = () => session.types().get(row()?.typeId ?? "");
                      const name = () => {
                        const shown = row();
                        return shown ? labelOf(shown, type()) : "";
                      };
                      return (
                        <div class="an-item an-difference" data-how={how} data-on={at() === one.elementalId}>
                          <button type="button" class="an-item-main" onClick={() => show(one)}>
                            <b aria-hidden="true">{SIGNS[how]}</b>
                            <span class="min-w-0">
                              <span class="block truncate">
                                {name()} <span class="an-soft">frame {frameOf(one).toLocaleString("en")}</span>
                              </span>
                              <For each={wordsOf(one, session.types())}>
                                {(words) => <span class="an-soft block truncate text-11">{words}</span>}
                              </For>
                            </span>
                          </button>
                          <Show when={mayTake()}>
                            <IconButton
                              icon="check"
                              size="sm"
                              label={`${TAKES[how]} ${name()}`}
                              onClick={() => take([one])}
                            />
                          </Show>
                        </div>
                      );
                    }}
                  </For>
                  <Show when={of(how).length > MOST}>
                    <p class="an-soft text-11">and {(of(how).length - MOST).toLocaleString("en")} more</p>
                  </Show>
                </Show>
              )}
            </For>
          </>
        )}
      </Show>
    </div>
  );
}
