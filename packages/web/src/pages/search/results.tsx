import { A } from "@solidjs/router";
import { For, Show } from "solid-js";
import { hrefOf, kindIcons, kindWords } from "../../data/kinds.ts";
import { markedBy, soughtWords } from "../../data/search-text.ts";
import type { Hit } from "../../data/types.ts";
import { Button } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Icon } from "../../ui/icon.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { When } from "../../ui/when.tsx";

type Props = {
  q: string;
  hits: Hit[];
  waiting: boolean;
  current: number;
  onCurrent: (index: number) => void;
  onTag: (tag: string) => void;
  more: (() => void) | undefined;
  loadingMore: boolean;
};

export function Results(props: Props) {
  const words = () => soughtWords(props.q);
  // The keys for it are those of the page.
  const row = (index: number) => ({
    "data-row": index,
    "data-current": props.current === index ? "" : undefined,
    onClick: () => props.onCurrent(index),
  });
  return (
    <div class="scroll grow">
      <Show when={!props.waiting} fallback={<ResultSkeleton />}>
        <ul class="results">
          <For each={props.hits}>
            {(hit, index) => (
              <li class="result" {...row(index())}>
                <span class="result-icon">
                  <Icon name={kindIcons[hit.kind]} />
                </span>
                <div class="min-w-0 grow">
                  <div class="flex items-center gap-2">
                    <A
                      class="truncate font-semibold text-fg"
                      href={hrefOf(hit) ?? "/"}
                      onFocus={() => props.onCurrent(index())}
                    >
                      <Marked text={hit.name} words={words()} />
                    </A>
                    <Show when={!hit.privileges.includes("read")}>
                      <span class="badge">
                        <Icon name="lock" size="xs" />
                        On request
                      </span>
                    </Show>
                    <span class="ml-auto shrink-0 text-11 text-fg-3">
                      {hit.version == null ? "" : `v${hit.version} · `}
                      <When at={hit.updatedAt} />
                    </span>
                  </div>
                  <Show when={hit.description}>
                    <p class="result-text">
                      <Marked text={hit.description.slice(0, 300)} words={words()} />
                    </p>
                  </Show>
                  <div class="flex flex-wrap items-center gap-2 text-12 text-fg-3">
                    <span>{kindWords[hit.kind]}</span>
                    <span>{hit.createdBy.name}</span>
                    <For each={hit.tags.slice(0, 6)}>
                      {(tag) => (
                        <button type="button" class="result-tag" onClick={() => props.onTag(tag)}>
                          #{tag}
                        </button>
                      )}
                    </For>
                  </div>
                </div>
              </li>
            )}
          </For>
        </ul>
        <Show when={props.more}>
          {(more) => (
            <div class="p-4">
              <Button disabled={props.loadingMore} onClick={() => more()()}>
                {props.loadingMore ? "Loading…" : "More"}
              </Button>
            </div>
          )}
        </Show>
        <Show when={props.hits.length === 0}>
          <EmptyState icon="search" title={props.q ? `Nothing matches “${props.q}”` : "Nothing here yet"}>
            Names, descriptions and tags are searched, in every project you may see. Try fewer words, a{" "}
            <code>#tag</code>, or a field as in <code>kind = table</code> or <code>updated &gt; last week</code>.
          </EmptyState>
        </Show>
      </Show>
    </div>
  );
}

function Marked(props: { text: string; words: string[] }) {
  return (
    <For each={markedBy(props.text, props.words)}>{(part, index) => (index() % 2 ? <mark>{part}</mark> : part)}</For>
  );
}

const ResultSkeleton = () => (
  <ul class="results" aria-hidden="true">
    <For each={["40%", "55%", "35%", "48%", "52%"]}>
      {(width) => (
        <li class="result">
          <Skeleton width="28px" height="28px" />
          <div class="grow">
            <Skeleton width={width} />
            <Skeleton width="80%" class="mt-2" />
          </div>
        </li>
      )}
    </For>
  </ul>
);
