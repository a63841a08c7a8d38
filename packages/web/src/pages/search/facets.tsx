import { For, type JSX, Show } from "solid-js";
import { count, month } from "../../data/format.ts";
import { kindsWords } from "../../data/kinds.ts";
import { chosen } from "../../data/search-text.ts";
import type { FacetName, Facets, FacetValue, Kind } from "../../data/types.ts";
import { Skeleton } from "../../ui/skeleton.tsx";

const TITLES: [FacetName, string][] = [
  ["kind", "Kind"],
  ["project", "Project"],
  ["owner", "Owner"],
  ["tag", "Tag"],
  ["month", "Changed"],
];
const SHOWN = 6;

type Props = {
  q: string;
  facets: Facets | undefined;
  open: boolean;
  fields: Record<FacetName, string>;
  onToggle: (facet: FacetName, value: string) => void;
  /** What stands above them, and below. */
  children?: JSX.Element;
  below?: JSX.Element;
};

/** How what was found is spread; a choice becomes part of the search. */
export function FacetPanel(props: Props) {
  return (
    <aside class="panel left scroll search-facets" data-open={props.open ? "" : undefined} aria-label="Narrow down">
      {props.children}
      <Show when={props.facets} fallback={<FacetSkeleton />}>
        {(facets) => (
          <For each={TITLES.filter(([name]) => facets()[name].length > 0)}>
            {([name, title]) => (
              <fieldset class="panel-section facet">
                <legend>{title}</legend>
                <For each={facets()[name].slice(0, SHOWN)}>
                  {(one) => (
                    <Choice
                      one={one}
                      label={labelOf(name, one)}
                      most={Math.max(...facets()[name].map((value) => value.count))}
                      checked={chosen(props.q, props.fields[name]).values.includes(termOf(name, one))}
                      approximate={facets().approximate}
                      onToggle={() => props.onToggle(name, termOf(name, one))}
                    />
                  )}
                </For>
              </fieldset>
            )}
          </For>
        )}
      </Show>
      {props.below}
      <Show when={props.facets?.approximate}>
        <p class="px-4 py-3 text-11 text-fg-3">Counted among the first 10,000 of more.</p>
      </Show>
    </aside>
  );
}

const labelOf = (name: FacetName, one: FacetValue): string =>
  name === "kind" ? kindsWords(one.value as Kind) : name === "month" ? month(one.value) : one.label;

/** People and projects are written by their names, as somebody would type them. */
const termOf = (name: FacetName, one: FacetValue): string =>
  name === "owner" || name === "project" ? one.label : one.value;

type ChoiceProps = {
  one: FacetValue;
  label: string;
  most: number;
  checked: boolean;
  approximate: boolean;
  onToggle: () => void;
};

function Choice(props: ChoiceProps) {
  return (
    <label class="facet-row">
      <input type="checkbox" class="check" checked={props.checked} onChange={() => props.onToggle()} />
      <span class="truncate" title={props.label}>
        {props.label}
      </span>
      <span class="facet-bar" aria-hidden="true">
        <i style={{ width: `${(100 * props.one.count) / props.most}%` }} />
      </span>
      <span class="facet-count">
        {props.approximate ? "≈ " : ""}
        {count(props.one.count)}
      </span>
    </label>
  );
}

const FacetSkeleton = () => (
  <div class="panel-section">
    <For each={["60%", "80%", "50%", "70%", "65%"]}>{(width) => <Skeleton width={width} class="my-2" />}</For>
  </div>
);
