import { Show } from "solid-js";
import { count, plural } from "../../data/format.ts";
import { keySigns } from "../../data/shortcuts.ts";
import { Button } from "../../ui/button.tsx";
import { Kbd } from "../../ui/kbd.tsx";
import { type Option, Select } from "../../ui/select.tsx";

export type Sort = "best" | "-updatedAt" | "-createdAt" | "name";

const ORDERS: Option<Sort>[] = [
  { value: "best", label: "Best match" },
  { value: "-updatedAt", label: "Changed last" },
  { value: "-createdAt", label: "Made last" },
  { value: "name", label: "Name" },
];

type Props = {
  total: number | string | undefined;
  sort: Sort;
  onSort: (sort: Sort) => void;
  facetsOpen: boolean;
  onFacets: () => void;
  /** Without anything to save there is no button for it. */
  onSave: (() => void) | undefined;
};

export function ResultsHead(props: Props) {
  const words = () =>
    props.total === undefined
      ? ""
      : typeof props.total === "string"
        ? `More than ${count(Number.parseInt(props.total, 10))} results`
        : plural(props.total, "result");
  return (
    <div class="results-head">
      <b class="mr-auto font-semibold whitespace-nowrap" aria-live="polite">
        {words()}
      </b>
      <Button
        size="sm"
        tone="ghost"
        class="facets-button"
        aria-expanded={props.facetsOpen}
        onClick={() => props.onFacets()}
      >
        Filters
      </Button>
      <Show when={props.onSave}>
        {(save) => (
          <Button
            size="sm"
            tone="ghost"
            icon="plus"
            title={`Save this search (${keySigns("mod+s").join("")})`}
            onClick={() => save()()}
          >
            Save this search
          </Button>
        )}
      </Show>
      <span class="flex items-center gap-1 text-fg-3 max-[899px]:hidden" aria-hidden="true">
        <Kbd>↑</Kbd>
        <Kbd>↓</Kbd>
        <Kbd>↵</Kbd> open
      </span>
      <Select label="Order" hideLabel class="w-32" options={ORDERS} value={props.sort} onChange={props.onSort} />
    </div>
  );
}
