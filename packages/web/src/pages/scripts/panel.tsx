import { createSignal, For, Show } from "solid-js";
import { plural } from "../../data/format.ts";
import type { Checked, Script } from "../../data/scripts.ts";
import { Banner } from "../../ui/banner.tsx";
import { Button } from "../../ui/button.tsx";
import { Tabs } from "../../ui/tabs.tsx";
import { Description } from "../attributes/details.tsx";
import { CallForm, createCall } from "../functions/call-form.tsx";
import { Comments } from "../social/comments.tsx";
import { ScriptRuns } from "./runs.tsx";
import { ScriptVersions } from "./versions.tsx";

type Props = {
  script: Script;
  checked: Checked;
  /** Undefined for who may not run it. */
  onRun: ((inputs: Record<string, unknown>) => Promise<void>) | undefined;
  onRestored: () => void;
};

export function ScriptPanel(props: Props) {
  const [tab, setTab] = createSignal("form");
  return (
    <aside class="panel right below" aria-label="About this script">
      <Tabs
        label="About this script"
        value={tab()}
        onChange={setTab}
        tabs={[
          { value: "form", label: "Run", content: () => <RunForm {...props} /> },
          { value: "runs", label: "Runs", content: () => <ScriptRuns script={props.script} /> },
          {
            value: "versions",
            label: "Versions",
            content: () => <ScriptVersions script={props.script} onRestored={props.onRestored} />,
          },
          { value: "talk", label: "Talk", content: () => <Comments entity={props.script} /> },
        ]}
      />
    </aside>
  );
}

/** The form that the header makes, as it is typed. */
function RunForm(props: Props) {
  const inputs = () => props.checked.signature.inputs;
  const call = createCall(inputs);
  const { onRun } = props;
  return (
    <>
      <div class="panel-section">
        <Show
          when={props.checked.problems.length === 0}
          fallback={
            <Banner tone="bad" title={`${plural(props.checked.problems.length, "thing")} to mend first`}>
              <ul class="mt-1 flex flex-col gap-1">
                <For each={props.checked.problems}>
                  {({ line, message }) => (
                    <li>
                      Line {line}: {message}
                    </li>
                  )}
                </For>
              </ul>
            </Banner>
          }
        >
          <form
            aria-label={`Run ${props.script.name}`}
            onSubmit={(event) => {
              event.preventDefault();
              if (onRun) void call.send(onRun);
            }}
          >
            <CallForm inputs={inputs()} call={call} />
            <Show when={inputs().length === 0}>
              <p class="text-12 text-fg-2">It asks for nothing. An #input: line in the header adds a field here.</p>
            </Show>
            <Button class="mt-4" tone="primary" type="submit" icon="play" busy={call.busy()} disabled={!onRun}>
              Run
            </Button>
            <Show when={!onRun}>
              <p class="mt-2 text-12 text-fg-2">
                Running code takes the right to execute: an administrator gives it to people, and a project to its
                operators and owners.
              </p>
            </Show>
          </form>
        </Show>
      </div>
      <div class="panel-section">
        <h2>Gives</h2>
        <dl class="kv">
          <For each={props.checked.signature.outputs} fallback={<p class="text-12 text-fg-2">Nothing but its log</p>}>
            {({ name, type, options }) => (
              <>
                <dt>{options.caption ?? name}</dt>
                <dd>
                  {type}
                  {options.units ? `, ${options.units}` : ""}
                </dd>
              </>
            )}
          </For>
        </dl>
        <Show when={props.checked.header.environment}>
          {(environment) => <p class="mt-2 text-12 text-fg-2">Environment: {environment()}</p>}
        </Show>
        <Show when={props.checked.header.schedule}>
          {(schedule) => (
            <p class="mt-2 text-12 text-fg-2">
              The header asks for <code>{schedule().cron}</code>. It does not run by itself: make a schedule on its{" "}
              <a class="link" href={`/functions/${props.script.id}`}>
                function's page
              </a>
              .
            </p>
          )}
        </Show>
      </div>
      <div class="panel-section">
        <Description entity={props.script} />
      </div>
    </>
  );
}
