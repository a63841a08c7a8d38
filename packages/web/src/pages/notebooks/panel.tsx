import { createSignal, Show } from "solid-js";
import { bytes, count } from "../../data/format.ts";
import type { NotebookEntity } from "../../data/notebook/api.ts";
import type { Notebook } from "../../data/notebook/parse.ts";
import { useSignedIn } from "../../data/session.ts";
import { Tabs } from "../../ui/tabs.tsx";
import { AttributesPanel } from "../attributes/attributes.tsx";
import { Description } from "../attributes/details.tsx";
import { Comments } from "../social/comments.tsx";
import { LastRuns } from "./last-runs.tsx";
import { Outline } from "./outline.tsx";
import { RunForm } from "./run-form.tsx";
import { Versions } from "./versions.tsx";

export function NotebookPanel(props: { notebook: NotebookEntity; content: Notebook | undefined }) {
  const signedIn = useSignedIn();
  const [tab, setTab] = createSignal(signedIn ? "run" : "outline");
  const run = {
    value: "run",
    label: "Run",
    content: () => (
      <>
        <RunForm notebook={props.notebook} />
        <LastRuns functionId={props.notebook.id} />
      </>
    ),
  };
  return (
    <aside class="panel right below" aria-label="About this notebook">
      <Tabs
        label="About this notebook"
        value={tab()}
        onChange={setTab}
        tabs={[
          ...(signedIn ? [run] : []),
          {
            value: "outline",
            label: "Outline",
            content: () => <Show when={props.content}>{(content) => <Outline notebook={content()} />}</Show>,
          },
          { value: "versions", label: "Versions", content: () => <Versions notebook={props.notebook} /> },
          { value: "about", label: "About", content: () => <About notebook={props.notebook} /> },
        ]}
      />
    </aside>
  );
}

function About(props: { notebook: NotebookEntity }) {
  const signedIn = useSignedIn();
  return (
    <>
      <div class="panel-section">
        <Description entity={props.notebook} />
      </div>
      <dl class="kv panel-section">
        <dt>Language</dt>
        <dd>{props.notebook.language}</dd>
        <dt>Kernel</dt>
        <dd>{props.notebook.kernel ?? "not named"}</dd>
        <dt>Cells</dt>
        <dd>{count(props.notebook.cells)}</dd>
        <dt>Size</dt>
        <dd>{bytes(props.notebook.bytes)}</dd>
        <dt>SHA-256</dt>
        <dd class="truncate" title={props.notebook.sha256}>
          <code>{props.notebook.sha256}</code>
        </dd>
      </dl>
      <div class="panel-section empty:hidden">
        <AttributesPanel entity={props.notebook} />
      </div>
      <Show when={signedIn}>
        <div class="panel-section">
          <Comments entity={props.notebook} />
        </div>
      </Show>
    </>
  );
}
