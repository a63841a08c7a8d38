import { createSignal, For, Show, untrack } from "solid-js";
import { createStore } from "solid-js/store";
import { mediaApi } from "../../../data/media/api.ts";
import { gridFor } from "../../../data/media/streams.ts";
import type { Live, Stream } from "../../../data/media/types.ts";
import { fieldError, isProblem } from "../../../data/problem.ts";
import { createSubmit } from "../../../data/submit.ts";
import { Button } from "../../../ui/button.tsx";
import { Dialog } from "../../../ui/dialog.tsx";
import { Field } from "../../../ui/field.tsx";
import { IconButton } from "../../../ui/icon-button.tsx";
import { Select } from "../../../ui/select.tsx";
import { Refused } from "./refused.tsx";

const MOST = 16;
const SIZE = /^\s*(\d{1,5})\s*[x×*]\s*(\d{1,5})\s*$/i;
type Row = { url: string; name: string; size: string; others: Stream["feeds"] };
type Props = {
  now: { id: string; revision: number; live: Live } | undefined;
  projectId: string;
  onClose: () => void;
  onDone: (id: string) => void;
};

const rowOf = ({ url, feeds: [first, ...others] }: Stream): Row => ({
  ...{ url, others, name: first?.name ?? "" },
  size: first && first.resolution.length === 2 ? first.resolution.join(" × ") : "",
});
const feedOf = ({ name, size }: Row, at: number): Stream["feeds"][number] => ({
  name: name.trim() || `Camera ${at + 1}`,
  resolution: SIZE.exec(size)?.slice(1).map(Number) ?? [],
});

const wrongAddress = (error: unknown, at: number): string | undefined =>
  isProblem(error) ? error.errors.find(({ path }) => path.endsWith(`/streams/${at}/url`))?.message : undefined;

/** Where the streams of live media are. Feeds beyond the first of a stream stay as the API was told. */
export function StreamsDialog(props: Props) {
  const { now, projectId } = untrack(() => ({ ...props }));
  const [rows, setRows] = createStore(now?.live.streams.map(rowOf) ?? [{ url: "", name: "", size: "", others: [] }]);
  const [columns, setColumns] = createSignal(now?.live.layout.columns ?? 1);
  const [name, setName] = createSignal("");
  const { busy, error, submit } = createSubmit();
  const wide = () => Math.max(1, Math.min(columns(), rows.length));
  const isWrong = ({ size }: Row) => size.trim() !== "" && !SIZE.test(size);
  const canSave = () =>
    rows.length > 0 && rows.every((row) => row.url.trim() && !isWrong(row)) && (now !== undefined || name().trim());
  const save = () =>
    submit(async () => {
      const live: Live = {
        layout: { columns: wide(), rows: Math.ceil(rows.length / wide()) },
        streams: rows.map((row, at) => ({ url: row.url.trim(), feeds: [feedOf(row, at), ...row.others] })),
      };
      const done = now
        ? await mediaApi.change(now, { live })
        : await mediaApi.makeLive({ projectId, name: name().trim(), ...live });
      props.onDone(done.id);
      props.onClose();
    });
  return (
    <Dialog
      open
      onClose={props.onClose}
      title={now ? "Streams" : "Live media"}
      description="A place for cameras that send as long as somebody looks. HLS, MP4 and WebM over HTTPS are shown here; of others the address is kept."
      width={560}
      onSubmit={() => void save()}
      foot={
        <>
          <Button onClick={props.onClose}>Cancel</Button>
          <Button tone="primary" type="submit" busy={busy()} disabled={!canSave()}>
            {now ? "Save" : "Create"}
          </Button>
        </>
      }
    >
      <div class="flex flex-col gap-3">
        <Show when={!now}>
          <Field
            label="Name"
            value={name()}
            onText={setName}
            error={fieldError(error(), "name")}
            maxLength={255}
            autofocus
          />
        </Show>
        <For each={rows}>
          {(row, at) => (
            <fieldset class="placed-stream">
              <legend>Stream {at() + 1}</legend>
              <Field
                label="Address"
                placeholder="https://camera.example/live.m3u8"
                value={row.url}
                maxLength={2_000}
                error={wrongAddress(error(), at())}
                onText={(url) => setRows(at(), "url", url)}
              />
              <div class="flex items-end gap-2">
                <Field
                  label="Name"
                  value={row.name}
                  placeholder={`Camera ${at() + 1}`}
                  onText={(text) => setRows(at(), "name", text)}
                />
                <Field
                  label="Size"
                  placeholder="1920 × 1080"
                  value={row.size}
                  error={isWrong(row) ? "Width × height" : undefined}
                  onText={(size) => setRows(at(), "size", size)}
                />
                <IconButton
                  icon="close"
                  label={`Without stream ${at() + 1}`}
                  disabled={rows.length === 1}
                  onClick={() => setRows(rows.filter((_, other) => other !== at()))}
                />
              </div>
            </fieldset>
          )}
        </For>
        <div class="flex items-end gap-2">
          <Select
            label="Columns"
            options={Array.from({ length: rows.length }, (_, at) => ({
              value: String(at + 1),
              label: `${at + 1} × ${Math.ceil(rows.length / (at + 1))}`,
            }))}
            value={String(wide())}
            onChange={(value) => setColumns(Number(value))}
          />
          <Button
            icon="plus"
            disabled={rows.length >= MOST}
            onClick={() => {
              setRows(rows.length, { url: "", name: "", size: "", others: [] });
              setColumns(gridFor(rows.length).columns);
            }}
          >
            Another stream
          </Button>
        </div>
        <Refused error={error()} except={["name", "url"]} />
      </div>
    </Dialog>
  );
}
