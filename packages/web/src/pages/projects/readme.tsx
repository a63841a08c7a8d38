import { useQuery } from "@tanstack/solid-query";
import { createSignal, lazy, Show, Suspense } from "solid-js";
import { api } from "../../data/api.ts";
import { client } from "../../data/client.ts";
import { createMergeSave } from "../../data/merge-save.ts";
import { sentence } from "../../data/problem.ts";
import { queries } from "../../data/queries.ts";
import { toast } from "../../data/toast.ts";
import { Banner } from "../../ui/banner.tsx";
import { Button } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { ErrorState } from "../../ui/error-state.tsx";
import { MergeDialog } from "../../ui/merge-dialog.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { useProject } from "./context.ts";

const Markdown = lazy(() => import("../../ui/markdown.tsx").then((part) => ({ default: part.Markdown })));
const MAX = 100_000;

export function ProjectReadme() {
  const project = useProject();
  const readme = useQuery(() => queries.readme(project().id));
  const [draft, setDraft] = createSignal<{ text: string; revision: number }>();
  const mayEdit = () => project().privileges.includes("edit");
  const edit = () => setDraft({ text: readme.data?.markdown ?? "", revision: readme.data?.revision ?? 0 });

  return (
    <div class="p-6">
      <Show
        when={!readme.error}
        fallback={
          <ErrorState error={readme.error} what="The README did not load" onRetry={() => void readme.refetch()} />
        }
      >
        <Show when={draft()} keyed>
          {(from) => <Editor from={from} onDone={() => setDraft(undefined)} />}
        </Show>
        <Show
          when={!draft() && readme.data}
          fallback={<Show when={!draft()}>{<Skeleton width="60%" height="80px" />}</Show>}
        >
          {(found) => (
            <Show
              when={found().markdown}
              fallback={
                <EmptyState
                  icon="text"
                  title="No README yet"
                  actions={
                    <Show when={mayEdit()}>
                      <Button tone="primary" icon="edit" onClick={edit}>
                        Write one
                      </Button>
                    </Show>
                  }
                >
                  Say what this project is for, where its data came from and whom to ask. Markdown is welcome.
                </EmptyState>
              }
            >
              <Show when={mayEdit()}>
                <Button icon="edit" class="float-right" onClick={edit}>
                  Edit
                </Button>
              </Show>
              <Suspense fallback={<Skeleton width="60%" height="80px" />}>
                <Markdown text={found().markdown} />
              </Suspense>
            </Show>
          )}
        </Show>
      </Show>
    </div>
  );
}

function Editor(props: { from: { text: string; revision: number }; onDone: () => void }) {
  const project = useProject();
  const [text, setText] = createSignal(props.from.text);
  const [preview, setPreview] = createSignal(false);
  const form = createMergeSave({
    initial: props.from,
    fieldsOf: (version) => ({ readme: version.text }),
    mine: () => ({ readme: text() }),
    load: () => api.projects.readme(project().id).then(({ markdown, revision }) => ({ text: markdown, revision })),
    save: async ({ readme }, revision) => {
      const next = await api.projects.update(project().id, { readme: String(readme) }, revision);
      client.setQueryData(["project", next.id], next);
      return { text: String(readme), revision: next.revision };
    },
    onSaved: () => {
      void client.invalidateQueries({ queryKey: ["project", project().id, "readme"] });
      toast("Saved", { tone: "ok" });
      props.onDone();
    },
  });

  return (
    <form
      class="flex max-w-3xl flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        void form.save();
      }}
    >
      <span class="segmented self-start" role="group" aria-label="Show">
        <button type="button" aria-pressed={!preview()} onClick={() => setPreview(false)}>
          Write
        </button>
        <button type="button" aria-pressed={preview()} onClick={() => setPreview(true)}>
          Preview
        </button>
      </span>
      <Show
        when={preview()}
        fallback={
          <textarea
            class="input min-h-80! w-full py-2! font-mono text-12"
            aria-label="README in Markdown"
            maxLength={MAX}
            value={text()}
            onInput={(event) => setText(event.currentTarget.value)}
            autofocus
          />
        }
      >
        <Suspense>
          <Markdown text={text()} class="min-h-80" />
        </Suspense>
      </Show>
      <Show when={form.error()}>
        <Banner tone="bad">{sentence(form.error())}</Banner>
      </Show>
      <MergeDialog
        open={form.question() !== undefined}
        what="this README"
        conflicts={form.question()?.conflicts ?? []}
        labels={{ readme: "README" }}
        kept={[]}
        busy={form.busy()}
        onClose={form.dismiss}
        onSettle={(choices) => void form.answer(choices)}
      />
      <div class="flex gap-2">
        <Button tone="primary" type="submit" busy={form.busy()}>
          Save README
        </Button>
        <Button onClick={props.onDone}>Leave as it was</Button>
      </div>
    </form>
  );
}
