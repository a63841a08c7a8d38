import { Match, Switch } from "solid-js";
import type { Cell, Notebook } from "../../data/notebook/parse.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { ErrorState } from "../../ui/error-state.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { Cells } from "./cells.tsx";

type Query = { isPending: boolean; data: Notebook | null | undefined; error: unknown; refetch: () => unknown };

/** What a notebook holds, while it loads and when it can't be shown. */
export function Content(props: { query: Query }) {
  const found = () => (props.query.isPending ? undefined : props.query.data);
  return (
    <Switch
      fallback={
        <div class="nb-cells flex flex-col gap-4" aria-busy="true">
          <Skeleton width="40%" height="20px" />
          <Skeleton height="60px" />
          <Skeleton height="90px" />
          <Skeleton height="60px" />
        </div>
      }
    >
      <Match when={props.query.error}>
        {(error) => (
          <ErrorState error={error()} what="The content did not load" onRetry={() => void props.query.refetch()} />
        )}
      </Match>
      <Match when={found() === null}>
        <EmptyState icon="notebook" title="Not a notebook that can be shown">
          The file is no notebook of format 4. Open it in Jupyter and save it again, or download it as it is.
        </EmptyState>
      </Match>
      <Match when={found()?.cells.every(isEmpty)}>
        <EmptyState icon="notebook" title="Nothing in it yet">
          Download it, write it in Jupyter, and bring it back as a new version. What its first cell assigns are the
          inputs of a run.
        </EmptyState>
      </Match>
      <Match when={found()} keyed>
        {(notebook) => <Cells notebook={notebook} />}
      </Match>
    </Switch>
  );
}

const isEmpty = ({ source, outputs }: Cell): boolean => source.trim() === "" && outputs.length === 0;
