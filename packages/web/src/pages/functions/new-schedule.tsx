import { createSignal, Show } from "solid-js";
import { client } from "../../data/client.ts";
import { type AtriumFunction, functionsAPI, type Overlap } from "../../data/functions.ts";
import { fieldError, sentence } from "../../data/problem.ts";
import { createSubmit } from "../../data/submit.ts";
import { toast } from "../../data/toast.ts";
import { Banner } from "../../ui/banner.tsx";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Field } from "../../ui/field.tsx";
import { Select } from "../../ui/select.tsx";

const TIMES = [
  { value: "0 * * * *", label: "Every hour" },
  { value: "0 6 * * *", label: "Every day at six" },
  { value: "0 6 * * 1-5", label: "Every weekday at six" },
  { value: "0 6 * * 1", label: "Every Monday at six" },
  { value: "0 6 1 * *", label: "On the first of each month" },
  { value: "", label: "At other times…" },
];
const OVERLAPS: { value: Overlap; label: string; help: string }[] = [
  { value: "skip", label: "Leave that time out", help: "One run at a time" },
  { value: "allow", label: "Run beside it", help: "For work that does not mind" },
];

/** When a call that was filled in is to be repeated. */
export function NewSchedule(props: { function: AtriumFunction; inputs: Record<string, unknown>; onClose: () => void }) {
  const [name, setName] = createSignal(String(props.inputs.name ?? props.function.name));
  const [preset, setPreset] = createSignal("0 6 * * *");
  const [cron, setCron] = createSignal("");
  const [timezone, setTimezone] = createSignal(Intl.DateTimeFormat().resolvedOptions().timeZone);
  const [overlap, setOverlap] = createSignal<Overlap>("skip");
  const { busy, error, submit } = createSubmit();
  const own = () => ["name", "cron", "timezone"].some((field) => fieldError(error(), field));

  async function create() {
    await submit(async () => {
      const schedule = await functionsAPI.schedules.create({
        projectId: String(props.inputs.projectId),
        functionId: props.function.id,
        name: name().trim(),
        cron: preset() || cron().trim(),
        timezone: timezone().trim(),
        inputs: props.inputs,
        overlap: overlap(),
      });
      await client.invalidateQueries({ queryKey: ["schedules"] });
      toast(`${schedule.name} is scheduled`, { tone: "ok" });
      props.onClose();
    });
  }

  return (
    <Dialog
      open
      onClose={props.onClose}
      title={`Schedule ${props.function.name}`}
      width={460}
      onSubmit={() => void create()}
      foot={
        <>
          <Button onClick={() => props.onClose()}>Cancel</Button>
          <Button tone="primary" type="submit" busy={busy()} disabled={!name().trim() || !(preset() || cron().trim())}>
            Schedule
          </Button>
        </>
      }
    >
      <div class="flex flex-col gap-3">
        <Field
          label="Name"
          value={name()}
          onText={setName}
          error={fieldError(error(), "name")}
          autofocus
          maxLength={255}
        />
        <Select label="Runs" options={TIMES} value={preset()} onChange={setPreset} />
        <Show when={preset() === ""}>
          <Field
            label="Times"
            help="minute hour day month weekday, as cron writes it"
            placeholder="30 2 * * *"
            value={cron()}
            onText={setCron}
            error={fieldError(error(), "cron")}
          />
        </Show>
        <Field label="Time zone" value={timezone()} onText={setTimezone} error={fieldError(error(), "timezone")} />
        <Select label="When the run before has not ended" options={OVERLAPS} value={overlap()} onChange={setOverlap} />
        <p class="text-12 text-fg-2">It runs with your rights, until you or somebody else changes it.</p>
        <Show when={error() !== undefined && !own()}>
          <Banner tone="bad">{sentence(error())}</Banner>
        </Show>
      </div>
    </Dialog>
  );
}
