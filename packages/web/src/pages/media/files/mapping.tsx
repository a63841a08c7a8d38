import { For, Show } from "solid-js";
import type { AnnotationType } from "../../../annotator/model/types.ts";
import {
  attributesFor,
  type FileClass,
  LEAVE,
  type Looked,
  MAKE,
  type Mapping,
} from "../../../data/media/import-mapping.ts";
import { Select } from "../../../ui/select.tsx";

const MOST_LISTED = 100;
/** Of attributes; none is called so. */
const NOTHING = "\u0000";

type Props = {
  looked: Looked;
  types: readonly AnnotationType[];
  mapping: Mapping;
  mayManage: boolean;
  onChange: (mapping: Mapping) => void;
};

const many = (n: number) => n.toLocaleString("en");

/** What a file speaks of, and what that becomes here. */
export function MappingForm(props: Props) {
  const set = (name: string, to: Mapping[string]) => props.onChange({ ...props.mapping, [name]: to });
  /** One name may stand for two shapes; what is chosen is chosen for both. */
  const classes = () =>
    props.looked.classes.filter((one, at, all) => all.findIndex(({ name }) => name === one.name) === at);
  return (
    <div class="flex flex-col gap-3">
      <p>
        {many(props.looked.read)} annotations of {many(classes().length)} classes.
      </p>
      <For each={classes().slice(0, MOST_LISTED)}>
        {(one) => (
          <ClassRow
            {...{ one, types: props.types, mayManage: props.mayManage }}
            chosen={props.mapping[one.name] ?? { to: LEAVE, attributes: {} }}
            onChange={(to) => set(one.name, to)}
          />
        )}
      </For>
      <Show when={classes().length > MOST_LISTED}>
        <p class="text-fg-2">and {many(classes().length - MOST_LISTED)} more, which become what they are called</p>
      </Show>
      <FirstItems looked={props.looked} />
    </div>
  );
}

type RowProps = {
  one: FileClass;
  types: readonly AnnotationType[];
  chosen: Mapping[string];
  mayManage: boolean;
  onChange: (to: Mapping[string]) => void;
};

function ClassRow(props: RowProps) {
  const type = () => props.types.find(({ id }) => id === props.chosen.to);
  const becomes = () => [
    ...props.types.filter(({ shape }) => shape === props.one.shape).map(({ id, name }) => ({ value: id, label: name })),
    ...(props.mayManage ? [{ value: MAKE as string, label: "A new type" }] : []),
    { value: LEAVE as string, label: "Leave out" },
  ];
  const names = (name: string) => [
    ...(type()?.attributes.map((one) => one.name) ?? [name]).map((one) => ({ value: one, label: one })),
    { value: NOTHING, label: "Leave out" },
  ];
  return (
    <fieldset class="grid grid-cols-2 items-end gap-x-3 gap-y-1 border-line border-t pt-2 max-[599px]:grid-cols-1">
      <legend class="sr">{props.one.name}</legend>
      <p class="min-w-0 self-center">
        <b class="block truncate font-medium">{props.one.name}</b>
        <span class="text-12 text-fg-2">
          {many(props.one.count)} × {props.one.shape}
        </span>
      </p>
      <Select
        hideLabel
        label={`${props.one.name} becomes`}
        options={becomes()}
        value={props.chosen.to}
        onChange={(to) =>
          props.onChange({
            to,
            attributes: attributesFor(
              props.one,
              props.types.find(({ id }) => id === to),
            ),
          })
        }
      />
      <Show when={props.chosen.to !== LEAVE}>
        <For each={props.one.attributes}>
          {({ name, example }) => (
            <>
              <p class="min-w-0 truncate self-center pl-3 text-12 text-fg-2" title={example}>
                {name} <span class="text-fg-3">such as {example}</span>
              </p>
              <Select
                hideLabel
                label={`${name} of ${props.one.name} becomes`}
                options={names(name)}
                value={props.chosen.attributes[name] ?? NOTHING}
                onChange={(to) =>
                  props.onChange({
                    ...props.chosen,
                    attributes: { ...props.chosen.attributes, [name]: to === NOTHING ? null : to },
                  })
                }
              />
            </>
          )}
        </For>
      </Show>
    </fieldset>
  );
}

/** The first of them, as they would be. */
function FirstItems(props: { looked: Looked }) {
  return (
    <Show when={props.looked.items.length > 0}>
      <section aria-label="The first of them">
        <h3 class="mb-1 font-medium">The first of them</h3>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
        <div class="max-h-56 overflow-auto" tabIndex={0} role="group" aria-label="List of the first">
          <table class="list">
            <thead>
              <tr>
                <th>Where</th>
                <th>Becomes</th>
                <th>Frame</th>
                <th>What is said</th>
              </tr>
            </thead>
            <tbody>
              <For each={props.looked.items}>
                {(item) => (
                  <tr>
                    <td>{item.at}</td>
                    <td>{item.type ?? "–"}</td>
                    <td>{item.frame?.toLocaleString("en") ?? "–"}</td>
                    <td>{item.problem ?? said(item.attributes)}</td>
                  </tr>
                )}
              </For>
            </tbody>
          </table>
        </div>
        <p class="mt-1 text-12 text-fg-2">
          {props.looked.problemCount > 0
            ? `As it is chosen now, ${many(props.looked.problemCount)} would not fit.`
            : `All fit${props.looked.left > 0 ? `; left out: ${many(props.looked.left)}` : ""}.`}
        </p>
      </section>
    </Show>
  );
}

const said = (attributes: Record<string, unknown>) =>
  Object.entries(attributes)
    .map(([name, value]) => `${name}: ${String(value)}`)
    .join(", ");
