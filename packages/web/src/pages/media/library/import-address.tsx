import { useQuery } from "@tanstack/solid-query";
import { createEffect, createSignal, Match, Show, Switch } from "solid-js";
import { bytes } from "../../../data/format.ts";
import { useFollow } from "../../../data/live.ts";
import { loaded } from "../../../data/loaded.ts";
import { mediaApi } from "../../../data/media/api.ts";
import { isActive } from "../../../data/poll.ts";
import { fieldError } from "../../../data/problem.ts";
import { queries } from "../../../data/queries.ts";
import { createRequired } from "../../../data/required.ts";
import { createSubmit } from "../../../data/submit.ts";
import type { Run } from "../../../data/types.ts";
import { Banner } from "../../../ui/banner.tsx";
import { Button } from "../../../ui/button.tsx";
import { Dialog } from "../../../ui/dialog.tsx";
import { Field } from "../../../ui/field.tsx";
import { Progress } from "../../../ui/progress.tsx";
import { RequiredFields } from "../../attributes/required-fields.tsx";
import { Refused } from "../placed/refused.tsx";
import { refreshMedia } from "./actions.ts";

/** Fetches a video or a picture from an address; what comes of that is said here as long as somebody waits for it. */
export function ImportAddress(props: { target: { id: string; name: string }; onClose: () => void }) {
  const [url, setURL] = createSignal("");
  const [name, setName] = createSignal("");
  const [runId, setRunId] = createSignal<string>();
  const required = createRequired(() => props.target.id, "media");
  const { busy, error, submit } = createSubmit();
  const found = useQuery(() => ({ ...queries.run(runId() ?? ""), enabled: runId() !== undefined }));
  const run = () => (runId() === undefined ? undefined : loaded(found));
  useFollow(() => [runId()]);
  const isUnderWay = () => runId() !== undefined && isActive(run()?.state ?? "queued");
  const mediaId = () => {
    const { mediaId: id } = (run()?.outputs ?? {}) as { mediaId?: unknown };
    return run()?.state === "succeeded" && typeof id === "string" ? id : undefined;
  };
  createEffect(() => mediaId() && void refreshMedia());
  const fetchIt = () =>
    submit(async () => {
      setRunId(undefined);
      const more = { ...(name().trim() ? { name: name().trim() } : {}), ...required.sent() };
      const begun = await mediaApi.importFrom({ projectId: props.target.id, url: url().trim(), ...more });
      setRunId(begun.run.id);
    });
  return (
    <Dialog
      open
      onClose={props.onClose}
      title={`Add to ${props.target.name} from an address`}
      description="A video or a picture at a public HTTPS address. A copy is kept; the address is noted with it, without what follows its question mark."
      width={520}
      onSubmit={() => void fetchIt()}
      foot={
        <Show
          when={mediaId()}
          fallback={
            <>
              <Button onClick={props.onClose}>{isUnderWay() ? "Close, and let it go on" : "Cancel"}</Button>
              <Button
                tone="primary"
                type="submit"
                busy={busy() || isUnderWay()}
                disabled={!url().trim() || !required.isComplete()}
              >
                Fetch
              </Button>
            </>
          }
        >
          <Button tone="primary" onClick={props.onClose}>
            Done
          </Button>
        </Show>
      }
    >
      <div class="flex flex-col gap-3">
        <Field
          label="Address"
          placeholder="https://files.example/dive.mp4"
          autofocus
          value={url()}
          onText={setURL}
          error={fieldError(error(), "url")}
          maxLength={2_000}
        />
        <Field
          label="Name"
          help="As the address says, where you say nothing."
          value={name()}
          onText={setName}
          error={fieldError(error(), "name")}
          maxLength={255}
        />
        <RequiredFields required={required} error={error()} />
        <Refused error={error()} except={["url", "name", ...required.types().map((type) => type.name)]} />
        <Show when={run()}>{(one) => <Fetched run={one()} isDone={mediaId() !== undefined} />}</Show>
      </div>
    </Dialog>
  );
}

const Fetched = (props: { run: Run; isDone: boolean }) => (
  <Switch>
    <Match when={isActive(props.run.state)}>
      <Progress fraction={props.run.progress?.fraction ?? null} label="Fetching" />
      <p class="text-12 text-fg-3">{bytes(props.run.progress?.bytes ?? 0)} so far</p>
    </Match>
    <Match when={props.isDone}>
      <Banner tone="ok">It is here, and is being made playable.</Banner>
    </Match>
    <Match when={true}>
      <Banner tone="bad">{props.run.error?.message ?? "It was not fetched. Its run says why."}</Banner>
    </Match>
  </Switch>
);
