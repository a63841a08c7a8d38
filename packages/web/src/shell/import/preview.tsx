import { useNavigate } from "@solidjs/router";
import { createMemo, createSignal, Show } from "solid-js";
import { api } from "../../data/api.ts";
import { tableName } from "../../data/files.ts";
import { count, plural } from "../../data/format.ts";
import { startImport } from "../../data/import-file.ts";
import type { ImportRequest, ImportSource } from "../../data/import-request.ts";
import { meant, previewSearch } from "../../data/import-words.ts";
import { createPreview } from "../../data/preview.ts";
import { fieldError, isProblem, sentence } from "../../data/problem.ts";
import { createRequired } from "../../data/required.ts";
import type { ImportOptions } from "../../data/types.ts";
import { uploads } from "../../data/upload/index.ts";
import { RequiredFields } from "../../pages/attributes/required-fields.tsx";
import { Banner } from "../../ui/banner.tsx";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Field } from "../../ui/field.tsx";
import { Found } from "./found.tsx";
import { ImportControls } from "./options.tsx";

const CONTROLS = ["format", "delimiter", "quote", "header", "skip", "encoding", "rejected", "name"];

type Props = { file: ImportSource; request: ImportRequest; onClose: () => void };

/** Shows what an import will make of a file, lets it be corrected, and imports with exactly what was shown. */
export function ImportPreviewDialog(props: Props) {
  const navigate = useNavigate();
  const [options, setOptions] = createSignal<ImportOptions>({});
  const [name, setName] = createSignal(tableName(props.file.name));
  const [busy, setBusy] = createSignal(false);
  const [refusal, setRefusal] = createSignal<unknown>();
  // A version of a table that is there is no new thing.
  const required = createRequired(
    () => (props.request.table ? undefined : (props.file.projectId ?? undefined)),
    "table",
  );
  const search = createMemo(() => previewSearch(meant(options(), undefined)));
  const { preview, error, loading, retry } = createPreview(search, (asked, signal) =>
    api.files.preview(props.file.id, asked, { signal }),
  );
  const isAtControl = (cause: unknown) => CONTROLS.some((control) => fieldError(cause, control));
  /** A preview that only failed to come leaves the choice to import anyway; a refused one does not. */
  const isRefused = () => {
    const cause = error();
    return isProblem(cause) && cause.status >= 400 && cause.status < 500;
  };

  async function start() {
    const { table: into, uploadItem } = props.request;
    setBusy(true);
    setRefusal(undefined);
    try {
      const { table, run } = await startImport({
        file: props.file,
        table: into,
        name: name().trim(),
        options: meant(options(), preview()),
        ...required.sent(),
      });
      if (uploadItem) uploads.change(uploadItem, { runId: run.id, tableId: table.id });
      props.onClose();
      navigate(`/tables/${table.id}`);
    } catch (cause) {
      setRefusal(cause);
    } finally {
      setBusy(false);
    }
  }

  return (
    <Dialog
      open
      onClose={() => props.onClose()}
      title={props.request.table ? `New version of ${props.request.table.name}` : "Import as table"}
      width={1080}
      onSubmit={() => void start()}
      foot={
        <>
          <p class="mr-auto min-w-0 truncate text-12 text-fg-2 tabular-nums" role="status">
            <Show when={preview()} fallback={props.file.name}>
              {(found) => (
                <>
                  {plural(found().columns.length, "column")} ·{" "}
                  {found().complete
                    ? `${count(found().rows.length)} rows shown, the whole file read`
                    : "found on the first part; the import reads all of it"}
                </>
              )}
            </Show>
          </p>
          <Button onClick={() => props.onClose()}>Cancel</Button>
          <Button
            tone="primary"
            type="submit"
            busy={busy()}
            disabled={loading() || isRefused() || (!props.request.table && !name().trim()) || !required.isComplete()}
          >
            {props.request.table ? `Import as version ${(props.request.table.version ?? 0) + 1}` : "Import"}
          </Button>
        </>
      }
    >
      <div class="import-dialog">
        <div class="flex flex-col gap-3">
          <Show
            when={!props.request.table}
            fallback={
              <div class="field">
                <span class="label">File</span>
                <span class="truncate text-12" title={props.file.name}>
                  {props.file.name}
                </span>
              </div>
            }
          >
            <Field
              label="Name of the table"
              value={name()}
              onText={setName}
              maxLength={200}
              error={fieldError(refusal(), "name")}
            />
          </Show>
          <RequiredFields required={required} error={refusal()} />
          <ImportControls
            options={options()}
            preview={preview()}
            error={refusal() ?? error()}
            onChange={(next) => {
              setRefusal(undefined);
              setOptions(next);
            }}
          />
          <Show when={refusal() && !isAtControl(refusal())}>
            <Banner tone="bad">{sentence(refusal())}</Banner>
          </Show>
        </div>
        <Found
          preview={preview()}
          error={isAtControl(error()) ? undefined : error()}
          refused={isRefused()}
          loading={loading()}
          refuses={options().rejected === "refuse"}
          onRetry={retry}
        />
      </div>
    </Dialog>
  );
}
