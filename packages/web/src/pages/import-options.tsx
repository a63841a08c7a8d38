import { createSignal, Show } from "solid-js";
import type { FileEntity, ImportOptions } from "../data/types.ts";
import { Button } from "../ui/button.tsx";
import { Checkbox } from "../ui/checkbox.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { Select } from "../ui/select.tsx";

const FORMATS = [
  { value: "auto", label: "Find out by itself" },
  { value: "csv", label: "CSV" },
  { value: "tsv", label: "TSV" },
  { value: "ndjson", label: "NDJSON" },
  { value: "parquet", label: "Parquet" },
] as const;
const DELIMITERS = [
  { value: "auto", label: "Find out by itself" },
  { value: ",", label: "Comma" },
  { value: ";", label: "Semicolon" },
  { value: "\t", label: "Tab" },
  { value: "|", label: "Bar" },
] as const;
const REJECTED = [
  { value: "refuse", label: "Stop the import", help: "and say which rows and why" },
  { value: "keep", label: "Leave them out", help: "and list them in the report" },
] as const;

type Props = {
  open: boolean;
  file: FileEntity;
  onClose: () => void;
  onImport: (options: ImportOptions) => Promise<void>;
};

/** The few things about a file that it does not say of itself. */
export function ImportOptionsForm(props: Props) {
  const [format, setFormat] = createSignal<string>("auto");
  const [delimiter, setDelimiter] = createSignal<string>("auto");
  const [rejected, setRejected] = createSignal<string>("refuse");
  const [headless, setHeadless] = createSignal(false);
  const [busy, setBusy] = createSignal(false);
  const isText = () => format() === "csv" || format() === "tsv" || format() === "auto";

  async function submit() {
    setBusy(true);
    await props.onImport({
      ...(format() === "auto" ? {} : { format: format() as NonNullable<ImportOptions["format"]> }),
      ...(delimiter() === "auto" || !isText() ? {} : { delimiter: delimiter() }),
      ...(headless() ? { header: false } : {}),
      rejected: rejected() as NonNullable<ImportOptions["rejected"]>,
    });
    setBusy(false);
    props.onClose();
  }

  return (
    <Dialog
      open={props.open}
      onClose={props.onClose}
      title="Import as table"
      description={`Types are found over the whole of ${props.file.name}; the file itself stays as it is.`}
      width={460}
      onSubmit={() => void submit()}
      foot={
        <>
          <Button onClick={() => props.onClose()}>Cancel</Button>
          <Button tone="primary" type="submit" busy={busy()}>
            Import
          </Button>
        </>
      }
    >
      <div class="flex flex-col gap-3">
        <Select label="Format" options={[...FORMATS]} value={format()} onChange={setFormat} />
        <Show when={isText()}>
          <Select
            label="Values are separated by"
            options={[...DELIMITERS]}
            value={delimiter()}
            onChange={setDelimiter}
          />
          <Checkbox checked={headless()} onChange={setHeadless}>
            The first row is data, not names
          </Checkbox>
        </Show>
        <Select label="Rows that do not fit" options={[...REJECTED]} value={rejected()} onChange={setRejected} />
      </div>
    </Dialog>
  );
}
