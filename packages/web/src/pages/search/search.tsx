import { useNavigate, useSearchParams } from "@solidjs/router";
import { keepPreviousData, useInfiniteQuery } from "@tanstack/solid-query";
import { createMemo, createSignal, Show, Suspense } from "solid-js";
import { createDebounced } from "../../data/debounce.ts";
import { hrefOf } from "../../data/kinds.ts";
import { createListKeys } from "../../data/list-keys.ts";
import { queries } from "../../data/queries.ts";
import { toggled } from "../../data/search-text.ts";
import { useSignedIn } from "../../data/session.ts";
import { useShortcuts } from "../../data/shortcuts.ts";
import type { FacetName, SavedSearch } from "../../data/types.ts";
import { PageTop } from "../../shell/top.tsx";
import { ErrorState } from "../../ui/error-state.tsx";
import { AccessFacet } from "./access-facet.tsx";
import { SearchBox } from "./box.tsx";
import { FacetPanel } from "./facets.tsx";
import { Preview } from "./preview.tsx";
import { Results } from "./results.tsx";
import { ResultsHead, type Sort } from "./results-head.tsx";
import { SaveSearch } from "./save-dialog.tsx";
import { SavedList } from "./saved-list.tsx";

const FIELDS: Record<FacetName, string> = {
  kind: "kind",
  project: "project",
  owner: "owner",
  tag: "tag",
  month: "updated",
};

/** The catalogue: one box with the grammar, how what was found is spread, and a look at one of it. The URL holds it all. */
export function SearchPage() {
  const navigate = useNavigate();
  const signedIn = useSignedIn();
  const [search, setSearch] = useSearchParams<{ q?: string; sort?: string }>();
  const text = () => search.q ?? "";
  const ask = (q: string) => setSearch({ q: q || undefined }, { replace: true });
  const asked = createDebounced(() => text().trim(), 120);
  const found = useInfiniteQuery(() => ({
    ...queries.found({ q: asked(), sort: search.sort ?? "", limit: 50 }),
    placeholderData: keepPreviousData,
  }));
  const hits = createMemo(() => (found.data?.pages ?? []).flatMap((page) => page.items));
  const first = () => found.data?.pages[0];
  const open = (index: number) => {
    const hit = hits()[index];
    if (hit) navigate(hrefOf(hit) ?? "/");
  };
  const keys = createListKeys({ count: () => hits().length, open, group: "Results" });
  const [facetsOpen, setFacetsOpen] = createSignal(false);
  const [saving, setSaving] = createSignal<{ saved?: SavedSearch }>();
  const save = () => (text().trim() === "" ? undefined : () => setSaving({}));
  useShortcuts([{ keys: "mod+s", label: "Save this search", group: "Search", run: () => save()?.() }]);

  return (
    <div class="page flex h-full flex-col">
      <PageTop crumbs={[{ label: "Search", icon: "search" }]} />
      <h1 class="sr">Search</h1>
      <SearchBox q={text()} onText={ask} onLeave={() => keys.setCurrent(Math.max(0, keys.current()))} />
      <Show
        when={!found.error}
        fallback={
          <ErrorState error={found.error} what="The search did not answer" onRetry={() => void found.refetch()} />
        }
      >
        <div class="search-columns">
          <FacetPanel
            q={text()}
            facets={first()?.facets}
            open={facetsOpen()}
            fields={FIELDS}
            onToggle={(facet, value) => ask(toggled(text(), FIELDS[facet], value))}
            below={
              <Show when={signedIn}>
                <AccessFacet q={text()} asked={asked()} onToggle={(way) => ask(toggled(text(), "access", way))} />
              </Show>
            }
          >
            <SavedList q={text()} onEdit={(saved) => setSaving({ saved })} />
          </FacetPanel>
          <section class="search-results" aria-label="Results" aria-busy={found.isFetching}>
            <ResultsHead
              total={first()?.total}
              sort={(search.sort as Sort | undefined) ?? "best"}
              onSort={(sort) => setSearch({ sort: sort === "best" ? undefined : sort }, { replace: true })}
              facetsOpen={facetsOpen()}
              onFacets={() => setFacetsOpen((is) => !is)}
              onSave={save()}
            />
            <Results
              q={asked()}
              hits={hits()}
              waiting={!found.data}
              current={keys.current()}
              onCurrent={keys.setCurrent}
              onTag={(tag) => ask(toggled(text(), "tag", tag))}
              more={found.hasNextPage ? () => void found.fetchNextPage() : undefined}
              loadingMore={found.isFetchingNextPage}
            />
          </section>
          {/* Of its own, so that a look at the next one does not blank the page. */}
          <Suspense>
            <Show when={hits()[Math.max(0, keys.current())]}>{(hit) => <Preview hit={hit()} />}</Show>
          </Suspense>
        </div>
      </Show>
      <SaveSearch
        open={saving() !== undefined}
        q={text().trim()}
        saved={saving()?.saved}
        onClose={() => setSaving(undefined)}
      />
    </div>
  );
}
