import { createSignal, For, Show } from "solid-js";
import { type Askable, conditionOf, isCondition, OPERATORS, wordsOf } from "../../../data/media/conditions.ts";
import { useShortcuts } from "../../../data/shortcuts.ts";
import { Button } from "../../../ui/button.tsx";
import { Icon } from "../../../ui/icon.tsx";
import { Menu } from "../../../ui/menu.tsx";
import { Select } from "../../../ui/select.tsx";
import { SearchChip } from "../../search/chip.tsx";
import { SavedMenu } from "./saved.tsx";
import type { Gallery, Size } from "./state.ts";

const SORTS = [
  { value: "-modifiedAt", label: "Changed last" },
  { value: "media,frame", label: "By video and frame" },
  { value: "type,-modifiedAt", label: "By class" },
  { value: "width,height", label: "Smallest first" },
];
const SIZES: [Size, string][] = [
  ["small", "S"],
  ["medium", "M"],
  ["large", "L"],
];

/** What is asked, as chips; a new condition is written in place. */
export function FilterBar(props: { gallery: Gallery }) {
  const { gallery } = props;
  const [adding, setAdding] = createSignal<Askable>();
  const drop = (at: number) => gallery.ask(gallery.conditions().filter((_, nth) => nth !== at));
  let button: HTMLDivElement | undefined;
  useShortcuts([
    { keys: "f", label: "To the filters", group: "Gallery", run: () => button?.querySelector("button")?.focus() },
  ]);
  const total = () => {
    const count = gallery.total();
    return count === undefined ? "" : `${count.toLocaleString("en")} found`;
  };
  return (
    <div class="library-bar">
      <For each={gallery.conditions()}>
        {(one, at) => (
          <SearchChip
            parts={isCondition(one) ? wordsOf(one, gallery.askables()) : ["also", JSON.stringify(one).slice(0, 60)]}
            onRemove={() => drop(at())}
          />
        )}
      </For>
      <div ref={button}>
        <Menu
          label="Add a filter"
          class="btn ghost sm"
          placement="bottom-start"
          entries={gallery.askables().map((one) => ({ label: one.label, run: () => setAdding(one) }))}
        >
          <Icon name="plus" size="s" />
          Filter
        </Menu>
      </div>
      <Show when={adding()} keyed>
        {(one) => (
          <NewCondition
            of={one}
            onDone={(condition) => {
              if (condition) gallery.ask([...gallery.conditions(), condition]);
              setAdding(undefined);
            }}
          />
        )}
      </Show>
      <SavedMenu gallery={gallery} />
      <span class="library-total" aria-live="polite">
        {total()}
      </span>
      <Select
        label="Order"
        hideLabel
        class="w-40"
        options={SORTS}
        value={gallery.sort()}
        onChange={(sort) => gallery.set({ sort })}
      />
      <span class="segmented" role="group" aria-label="Size of the pictures">
        <For each={SIZES}>
          {([size, letter]) => (
            <button
              type="button"
              aria-label={size}
              aria-pressed={gallery.size() === size}
              onClick={() => gallery.set({ size })}
            >
              {letter}
            </button>
          )}
        </For>
      </span>
    </div>
  );
}

type Done = (condition: ReturnType<typeof conditionOf>) => void;

function NewCondition(props: { of: Askable; onDone: Done }) {
  const operators = () => OPERATORS[props.of.holds];
  const [op, setOp] = createSignal(operators()[0]?.value ?? "eq");
  const [text, setText] = createSignal(props.of.choices?.[0]?.value ?? "");
  const condition = () => conditionOf(props.of, op(), text());
  const focus = (element: HTMLElement) => queueMicrotask(() => element.focus());
  return (
    <form
      class="gallery-asked"
      aria-label={`Filter by ${props.of.label}`}
      onSubmit={(event) => {
        event.preventDefault();
        if (condition()) props.onDone(condition());
      }}
      onKeyDown={(event) => event.key === "Escape" && props.onDone(undefined)}
    >
      <b>{props.of.label}</b>
      <select class="input sm" aria-label="How" value={op()} onChange={(event) => setOp(event.currentTarget.value)}>
        <For each={operators()}>{({ value, label }) => <option value={value}>{label}</option>}</For>
      </select>
      <Show when={op() !== "isNull"}>
        <Show
          when={props.of.choices}
          fallback={
            <input
              ref={focus}
              class="input sm w-32"
              aria-label="Value"
              inputMode={props.of.holds === "number" ? "decimal" : "text"}
              value={text()}
              onInput={(event) => setText(event.currentTarget.value)}
            />
          }
        >
          {(choices) => (
            <select
              ref={focus}
              class="input sm"
              aria-label="Value"
              value={text()}
              onChange={(event) => setText(event.currentTarget.value)}
            >
              <For each={choices()}>{({ value, label }) => <option value={value}>{label}</option>}</For>
            </select>
          )}
        </Show>
      </Show>
      <Button size="sm" type="submit" tone="primary" disabled={!condition()}>
        Add
      </Button>
      <Button size="sm" tone="ghost" onClick={() => props.onDone(undefined)}>
        Cancel
      </Button>
    </form>
  );
}
