import { A } from "@solidjs/router";
import { Match, Show, Switch } from "solid-js";
import { isTabular } from "../data/files.ts";
import { bytes, bytesOf, percent, timeLeft } from "../data/format.ts";
import { setImportRequest } from "../data/import-request.ts";
import { complain, toast } from "../data/toast.ts";
import { uploads } from "../data/upload/index.ts";
import type { UploadItem } from "../data/upload/store.ts";
import { choose } from "../data/upload/target.ts";
import { Button } from "../ui/button.tsx";
import { Icon, type IconName } from "../ui/icon.tsx";
import { IconButton } from "../ui/icon-button.tsx";
import { Progress } from "../ui/progress.tsx";
import { TrayImport } from "./tray-import.tsx";
import { TrayMedia } from "./tray-media.tsx";

const ICONS: Partial<Record<UploadItem["state"], [IconName, string]>> = {
  waiting: ["clock", "text-fg-3"],
  interrupted: ["warning", "text-warn"],
  failed: ["error", "text-bad"],
  done: ["success", "text-ok"],
};

export function TrayRow(props: { item: UploadItem }) {
  const item = () => props.item;
  const icon = (): [IconName, string] =>
    ICONS[item().state] ?? [isTabular(item().name) ? "table" : "file", "text-fg-3"];
  const share = () => (item().bytes ? item().sent / item().bytes : 1);
  const busy = () => item().state === "uploading" || item().state === "completing" || item().state === "paused";

  async function chooseAgain() {
    const file = (await choose())?.[0];
    if (file && !uploads.choose(item().id, file)) {
      toast("That is another file", {
        tone: "bad",
        detail: `Choose ${item().name} with ${bytes(item().bytes)}. What was sent is kept.`,
      });
    }
  }
  const cancel = () => void uploads.cancel(item().id).catch(complain("The upload could not be discarded"));

  return (
    <li class="tray-row">
      <Icon name={icon()[0]} size="s" class={icon()[1]} />
      <span class="truncate font-medium" title={item().name}>
        {item().name}
      </span>
      <span class="flex items-center gap-0.5 tabular-nums text-fg-3">
        <Switch>
          <Match when={item().state === "uploading"}>
            {percent(share())}
            <IconButton
              icon="pause"
              label={`Pause ${item().name}`}
              size="sm"
              onClick={() => uploads.pause(item().id)}
            />
            <IconButton icon="close" label={`Cancel ${item().name}`} size="sm" onClick={cancel} />
          </Match>
          <Match when={item().state === "paused"}>
            Paused
            <IconButton
              icon="play"
              label={`Resume ${item().name}`}
              size="sm"
              onClick={() => uploads.resume(item().id)}
            />
            <IconButton icon="close" label={`Cancel ${item().name}`} size="sm" onClick={cancel} />
          </Match>
          <Match when={item().state === "waiting"}>
            {bytes(item().bytes)}
            <IconButton icon="close" label={`Cancel ${item().name}`} size="sm" onClick={cancel} />
          </Match>
          <Match when={item().state === "interrupted"}>
            <Button size="sm" onClick={() => void chooseAgain()}>
              Choose file
            </Button>
            <IconButton icon="close" label={`Discard ${item().name}`} size="sm" onClick={cancel} />
          </Match>
          <Match when={item().state === "failed"}>
            <Button size="sm" onClick={() => uploads.resume(item().id)}>
              Retry
            </Button>
            <IconButton icon="close" label={`Discard ${item().name}`} size="sm" onClick={cancel} />
          </Match>
          <Match when={item().state === "done" && !item().runId}>
            {bytes(item().bytes)}
            <DoneAction item={item()} />
          </Match>
          <Match when={item().state === "done"}>{bytes(item().bytes)}</Match>
        </Switch>
      </span>
      <Show when={busy()}>
        <Progress
          fraction={share()}
          label={`Upload of ${item().name}`}
          {...(item().state === "paused" ? { tone: "still" as const } : {})}
          class="col-span-2 col-start-2"
        />
        <span class="tray-note">
          <Show when={item().state === "completing"} fallback={<span>{bytesOf(item().sent, item().bytes)}</span>}>
            <span>Putting the parts together</span>
          </Show>
          <Show when={item().secondsLeft}>{(left) => <span class="ml-auto">{timeLeft(left())}</span>}</Show>
        </span>
      </Show>
      <Show when={item().state === "interrupted"}>
        <span class="tray-note">Interrupted at {percent(share())}, kept. Choose the file again to resume.</span>
      </Show>
      <Show when={item().error}>
        {(error) => (
          <span class="tray-note text-bad!">
            {error()} {item().state === "failed" ? "What was sent is kept." : "The file is stored."}
          </span>
        )}
      </Show>
      <Show when={item().runId}>
        {(run) => (
          <Show when={item().mediaId} fallback={<TrayImport runId={run()} item={item()} />}>
            {(media) => <TrayMedia runId={run()} mediaId={media()} />}
          </Show>
        )}
      </Show>
    </li>
  );
}

function DoneAction(props: { item: UploadItem }) {
  const file = () => ({ id: props.item.fileId ?? "", name: props.item.name, projectId: props.item.projectId });
  const ask = () => {
    const { into, id } = props.item;
    setImportRequest({ file: file(), uploadItem: id, ...(into ? { table: into } : {}) });
  };
  return (
    <Show
      when={isTabular(props.item.name)}
      fallback={
        <A class="link ml-2" href={`/files/${file().id}`}>
          Open
        </A>
      }
    >
      <Button size="sm" class="ml-2" onClick={ask}>
        {props.item.into ? `Import as v${(props.item.into.version ?? 0) + 1}…` : "Import as table…"}
      </Button>
    </Show>
  );
}
