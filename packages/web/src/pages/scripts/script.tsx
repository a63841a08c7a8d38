import { useNavigate, useParams, useSearchParams } from "@solidjs/router";
import { useQuery } from "@tanstack/solid-query";
import { createEffect, createSignal, Match, on, Show, Switch } from "solid-js";
import { client } from "../../data/client.ts";
import { createDebounced } from "../../data/debounce.ts";
import { functionsAPI } from "../../data/functions.ts";
import { loaded } from "../../data/loaded.ts";
import { sentence } from "../../data/problem.ts";
import { queries } from "../../data/queries.ts";
import { forgetOpened, noteOpened } from "../../data/recent.ts";
import { type Script, scriptsAPI } from "../../data/scripts.ts";
import { useSignedIn } from "../../data/session.ts";
import { useShortcuts } from "../../data/shortcuts.ts";
import { createSubmit } from "../../data/submit.ts";
import { complain, toast } from "../../data/toast.ts";
import { LazyEditor } from "../../editor/lazy-editor.tsx";
import { PageTop } from "../../shell/top.tsx";
import { Banner } from "../../ui/banner.tsx";
import { Button } from "../../ui/button.tsx";
import { ErrorState } from "../../ui/error-state.tsx";
import { Icon } from "../../ui/icon.tsx";
import { Menu } from "../../ui/menu.tsx";
import { AskAccess } from "../requests/ask-access.tsx";
import { LogViewer } from "../runs/log-viewer.tsx";
import { ShareButton } from "../share/share-button.tsx";
import { Star } from "../social/star.tsx";
import { LastRun } from "./last-run.tsx";
import { ScriptPanel } from "./panel.tsx";

const CHECK_AFTER_MS = 400;

export function ScriptPage() {
  const params = useParams<{ id: string }>();
  const script = useQuery(() => queries.script(params.id));
  return (
    <Switch>
      <Match when={script.error}>
        {(error) => <ErrorState error={error()} what="The script did not load" onRetry={() => void script.refetch()} />}
      </Match>
      <Match when={script.data?.source === null && script.data}>
        {(found) => (
          <>
            <PageTop crumbs={[{ label: found().name, icon: "code" }]} />
            <AskAccess entity={found()} />
          </>
        )}
      </Match>
      <Match when={script.data?.id} keyed>
        {(_) => <Loaded script={script.data as Script} />}
      </Match>
    </Switch>
  );
}

function Loaded(props: { script: Script }) {
  const script = () => props.script;
  const navigate = useNavigate();
  const signedIn = useSignedIn();
  const [search, setSearch] = useSearchParams<{ run?: string; line?: string }>();
  // Told again is gone to again, though it is the same line.
  const [line, goTo] = createSignal<number | undefined>(undefined, { equals: false });
  createEffect(() => goTo(search.line === undefined ? undefined : Number(search.line)));
  const showLine = (wanted: number) => {
    setSearch({ line: String(wanted) }, { replace: true });
    goTo(wanted);
  };
  const [draft, setDraft] = createSignal<string>();
  const source = () => draft() ?? script().source ?? "";
  const isDirty = () => draft() !== undefined && draft() !== script().source;
  const may = (privilege: Script["privileges"][number]) => script().privileges.includes(privilege);
  const asked = createDebounced(source, CHECK_AFTER_MS);
  const check = useQuery(() => ({
    ...queries.scriptCheck(asked()),
    enabled: signedIn && isDirty(),
    placeholderData: (previous) => previous,
  }));
  // What stands on the screen: the draft where there is one, what was kept otherwise.
  const checked = () => (isDirty() ? (loaded(check) ?? script()) : script());
  const project = useQuery(() => queries.project(script().projectId ?? ""));
  const run = useQuery(() => ({ ...queries.run(search.run ?? ""), enabled: search.run !== undefined }));
  const shown = () => (search.run === undefined ? undefined : loaded(run));
  const [step, setStep] = createSignal<string>();
  const saving = createSubmit();

  createEffect(
    on(
      () => script().name,
      () => signedIn && noteOpened(script()),
    ),
  );

  // What was kept is no draft any more, and what somebody else writes from then on is shown.
  createEffect(
    on(
      () => script().source,
      (kept) => draft() === kept && setDraft(undefined),
    ),
  );

  async function keep(): Promise<void> {
    const text = draft();
    if (text === undefined || !isDirty()) return;
    const next = await scriptsAPI.write(script().id, text, script().revision);
    client.setQueryData(["script", next.id], next);
    for (const queryKey of [
      ["script", next.id, "versions"],
      ["functions"],
      ["function", next.id],
      ["items", next.projectId],
    ])
      void client.invalidateQueries({ queryKey });
  }
  const save = () => void saving.submit(keep);
  const start = async (inputs: Record<string, unknown>) => {
    await keep();
    const begun = await functionsAPI.run(script().id, inputs);
    client.setQueryData(["run", begun.id], begun);
    setSearch({ run: begun.id, line: undefined }, { replace: true });
    void client.invalidateQueries({ queryKey: ["runs"] });
  };
  const reload = () => {
    setDraft(undefined);
    saving.forget();
    void client.invalidateQueries({ queryKey: ["script", script().id] });
  };
  const trash = () => {
    const { id, name, projectId } = script();
    const restore = () =>
      scriptsAPI
        .restore(id)
        .then(() => client.invalidateQueries({ queryKey: ["items", projectId] }))
        .then(() => navigate(`/scripts/${id}`))
        .catch(complain(`${name} was not restored`));
    scriptsAPI
      .remove(id)
      .then(() => {
        forgetOpened(id);
        toast(`${name} is in the trash`, { action: { label: "Undo", run: () => void restore() } });
        navigate(`/projects/${projectId}`);
        return client.invalidateQueries({ queryKey: ["items", projectId] });
      })
      .catch(complain(`${name} was not removed`));
  };

  useShortcuts([{ keys: "mod+s", label: "Save", group: "Script", run: save }]);

  return (
    <div class="split">
      <PageTop
        title={script().name}
        crumbs={[
          { label: loaded(project)?.name ?? "Project", icon: "folder", href: `/projects/${script().projectId}` },
          { label: script().name, icon: "code" },
        ]}
        actions={<ShareButton entity={script()} path={`/scripts/${script().id}`} />}
      />
      <div class="flex min-w-0 grow flex-col">
        <header class="page-head flex flex-wrap items-center gap-2.5 pb-2.5">
          <Icon name="code" />
          <h1 class="truncate">{script().name}</h1>
          <span class="badge line">{checked().language}</span>
          <span class="text-12 text-fg-3 tabular-nums">v{script().version}</span>
          <Star id={script().id} name={script().name} />
          <span class="ml-auto flex items-center gap-2">
            <Show when={isDirty()}>
              <span class="text-12 text-fg-2" role="status">
                Not saved
              </span>
            </Show>
            <Show when={may("edit")}>
              <Button icon="check" busy={saving.busy()} disabled={!isDirty()} onClick={save}>
                Save
              </Button>
            </Show>
            <Show when={may("remove")}>
              <Menu
                label="More for this script"
                class="btn icon"
                entries={[{ label: "Move to trash", icon: "trash", danger: true, run: trash }]}
              >
                <Icon name="more" size="s" />
              </Menu>
            </Show>
          </span>
        </header>
        <Show when={saving.error()}>
          {(error) => (
            <div class="px-6 pb-3">
              <Banner
                tone="bad"
                title="The script was not saved"
                actions={<Button onClick={reload}>Load what is kept</Button>}
              >
                {sentence(error())}
              </Banner>
            </div>
          )}
        </Show>
        <div class="min-h-40 grow basis-0 overflow-hidden border-t border-line">
          <LazyEditor
            label="Source"
            language={checked().language}
            value={source()}
            readOnly={!may("edit")}
            problems={checked().problems}
            line={line()}
            onChange={setDraft}
            onSave={save}
          />
        </div>
        <Show when={shown()}>
          {(found) => (
            <div class="flex min-h-48 grow basis-0 flex-col overflow-hidden border-t border-line">
              <LastRun run={found()} onLine={showLine} />
              <LogViewer run={found()} step={step()} onStep={setStep} />
            </div>
          )}
        </Show>
      </div>
      <ScriptPanel
        script={script()}
        checked={checked()}
        onRun={may("execute") ? start : undefined}
        onRestored={() => setDraft(undefined)}
      />
    </div>
  );
}
