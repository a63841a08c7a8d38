import { useQuery } from "@tanstack/solid-query";
import { createEffect, createSignal, For, Show } from "solid-js";
import { client } from "../../data/client.ts";
import { sentence } from "../../data/problem.ts";
import { queries } from "../../data/queries.ts";
import { createSubmit } from "../../data/submit.ts";
import type { ApiKey, NewApiKey, Scope } from "../../data/types.ts";
import { Banner } from "../../ui/banner.tsx";
import { Button } from "../../ui/button.tsx";
import { Checkbox } from "../../ui/checkbox.tsx";
import { CopyButton } from "../../ui/copy-button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Field } from "../../ui/field.tsx";
import { Select } from "../../ui/select.tsx";

const SCOPES: [Scope, string][] = [
  ["read", "See and read what you can read"],
  ["write", "Upload, import, change and remove"],
  ["execute", "Run functions"],
  ["admin", "Share, manage and make other keys"],
];
const LIFETIMES = [
  { value: "30", label: "In 30 days" },
  { value: "90", label: "In 90 days" },
  { value: "365", label: "In a year" },
  { value: "never", label: "Never" },
];
const DAY_MS = 86_400_000;

const EVERYTHING = "";

type Props = {
  open: boolean;
  onClose: () => void;
  /** Whether whoever works with it may run functions at all. */
  mayExecute: boolean;
  create: (key: NewApiKey) => Promise<ApiKey & { key: string }>;
};

export function NewKey(props: Props) {
  const [name, setName] = createSignal("");
  const [scopes, setScopes] = createSignal<Scope[]>(["read", "write"]);
  const [project, setProject] = createSignal(EVERYTHING);
  const [lifetime, setLifetime] = createSignal("90");
  const { busy, error, forget, submit } = createSubmit();
  const [secret, setSecret] = createSignal<string>();
  const projects = useQuery(() => ({ ...queries.projects(), enabled: props.open }));
  const places = () => [
    { value: EVERYTHING, label: "Everything its owner reaches" },
    ...(projects.data?.items ?? []).map(({ id, name }) => ({ value: id, label: `Only ${name}` })),
  ];
  const offered = () =>
    SCOPES.filter(
      ([scope]) => (scope !== "execute" || props.mayExecute) && (scope !== "admin" || project() === EVERYTHING),
    );

  createEffect(() => {
    if (!props.open) return;
    setName("");
    setScopes(["read", "write"]);
    setProject(EVERYTHING);
    forget();
    setSecret(undefined);
  });

  async function create() {
    await submit(async () => {
      const expiresAt = new Date(Date.now() + Number(lifetime()) * DAY_MS).toISOString();
      const offeredNow = offered().map(([scope]) => scope);
      const made = await props.create({
        name: name().trim(),
        scopes: scopes().filter((scope) => offeredNow.includes(scope)),
        ...(project() === EVERYTHING ? {} : { projectId: project() }),
        ...(lifetime() === "never" ? {} : { expiresAt }),
      });
      setSecret(made.key);
      await client.invalidateQueries({ queryKey: ["keys"] });
    });
  }

  return (
    <Show
      when={secret()}
      fallback={
        <Dialog
          open={props.open}
          onClose={props.onClose}
          title="New API key"
          width={460}
          onSubmit={() => void create()}
          foot={
            <>
              <Button onClick={() => props.onClose()}>Cancel</Button>
              <Button tone="primary" type="submit" busy={busy()} disabled={!name().trim() || scopes().length === 0}>
                Create key
              </Button>
            </>
          }
        >
          <div class="flex flex-col gap-3">
            <Field
              label="Name"
              value={name()}
              onText={setName}
              autofocus
              placeholder="nightly import"
              maxLength={120}
            />
            <fieldset class="flex flex-col gap-1.5">
              <legend class="label mb-1">It may</legend>
              <For each={offered()}>
                {([scope, words]) => (
                  <Checkbox
                    checked={scopes().includes(scope)}
                    onChange={(on) =>
                      setScopes(on ? [...scopes(), scope] : scopes().filter((other) => other !== scope))
                    }
                  >
                    <b class="w-14 font-medium">{scope}</b>
                    <span class="text-fg-2">{words}</span>
                  </Checkbox>
                )}
              </For>
            </fieldset>
            <Select label="It reaches" options={places()} value={project()} onChange={setProject} />
            <Select label="Expires" options={LIFETIMES} value={lifetime()} onChange={setLifetime} />
            <Show when={error()}>
              <Banner tone="bad">{sentence(error())}</Banner>
            </Show>
          </div>
        </Dialog>
      }
    >
      {(key) => (
        <Dialog
          open={props.open}
          onClose={props.onClose}
          title="Copy the key now"
          width={520}
          foot={
            <Button tone="primary" onClick={() => props.onClose()}>
              Done
            </Button>
          }
        >
          <p class="mb-3 text-fg-2">It is shown once; only its beginning is kept. Send it as a bearer token.</p>
          <div class="flex items-center gap-2">
            <code class="secret" data-testid="api-key">
              {key()}
            </code>
            <CopyButton text={key()} />
          </div>
        </Dialog>
      )}
    </Show>
  );
}
