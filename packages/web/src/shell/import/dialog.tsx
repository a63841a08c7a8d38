import { Match, Show, Switch } from "solid-js";
import { type ImportSource, type ImportTarget, importRequest, setImportRequest } from "../../data/import-request.ts";
import { ChooseFile } from "./choose-file.tsx";
import { ImportPreviewDialog } from "./preview.tsx";

/** Opened from a file, from the upload tray, and from a table that gets a new version. */
export function ImportDialog() {
  const close = () => setImportRequest(undefined);
  return (
    <Show when={importRequest()} keyed>
      {(request) => (
        <Switch>
          <Match when={request.file}>
            <ImportPreviewDialog file={request.file as ImportSource} request={request} onClose={close} />
          </Match>
          <Match when={request.table}>
            <ChooseFile
              table={request.table as ImportTarget}
              onClose={close}
              onChoose={(file, uploadItem) =>
                setImportRequest({ ...request, file, ...(uploadItem ? { uploadItem } : {}) })
              }
            />
          </Match>
        </Switch>
      )}
    </Show>
  );
}
