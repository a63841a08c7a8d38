import { A } from "@solidjs/router";
import { useQuery } from "@tanstack/solid-query";
import { For, type JSX, Show } from "solid-js";
import { queries } from "../../data/queries.ts";
import { useMe } from "../../data/session.ts";
import { uploads } from "../../data/upload/index.ts";
import { Button } from "../../ui/button.tsx";
import { Icon } from "../../ui/icon.tsx";

type Step = { title: string; note: string; done: boolean; action?: JSX.Element };

export function FirstSteps(props: { onCreate: () => void; onUpload: () => void }) {
  const me = useMe();
  const keys = useQuery(() => queries.keys());
  const steps = (): Step[] => [
    { title: "Sign in", note: me().user.email, done: true },
    {
      ...{ title: "Create a project", note: "A folder with members and rights", done: false },
      action: (
        <Button size="sm" onClick={() => props.onCreate()}>
          Create
        </Button>
      ),
    },
    {
      ...{ title: "Add something", note: "A CSV becomes a table by itself", done: uploads.items.length > 0 },
      action: (
        <Button size="sm" onClick={() => props.onUpload()}>
          Upload
        </Button>
      ),
    },
    {
      title: me().user.admin ? "Invite your team" : "Make an API key",
      note: me().user.admin ? "By e-mail, one link each" : "For scripts and the command line",
      done: !me().user.admin && (keys.data?.items.length ?? 0) > 0,
      action: (
        <A class="btn sm" href={me().user.admin ? "/settings/invitations" : "/settings/keys"}>
          {me().user.admin ? "Invite" : "Make one"}
        </A>
      ),
    },
  ];
  const done = () => steps().filter((step) => step.done).length;
  return (
    <section class="card self-start">
      <header>
        <h2>First steps</h2>
        <span class="ml-auto pr-1 text-12 font-normal text-fg-3">
          {done()} of {steps().length}
        </span>
      </header>
      <ol>
        <For each={steps()}>
          {(step, index) => (
            <li class="first-step" data-done={step.done ? "" : undefined}>
              <span class="mark">
                <Show when={step.done} fallback={index() + 1}>
                  <Icon name="check" size="s" />
                </Show>
              </span>
              <div class="min-w-0 grow">
                <b class="font-semibold">
                  {step.title}
                  <Show when={step.done}>
                    <span class="sr">, done</span>
                  </Show>
                </b>
                <div class="truncate text-12 text-fg-2">{step.note}</div>
              </div>
              <Show when={!step.done}>{step.action}</Show>
            </li>
          )}
        </For>
      </ol>
    </section>
  );
}
