import { useNavigate } from "@solidjs/router";
import { createSignal, Show } from "solid-js";
import { api } from "../../data/api.ts";
import { client } from "../../data/client.ts";
import { fieldError, missingAttributes, sentence } from "../../data/problem.ts";
import { createRequired } from "../../data/required.ts";
import { createSubmit } from "../../data/submit.ts";
import { toast } from "../../data/toast.ts";
import type { Project } from "../../data/types.ts";
import { Banner } from "../../ui/banner.tsx";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Field } from "../../ui/field.tsx";
import { RequiredFields } from "../attributes/required-fields.tsx";
import { DestinationSelect, destinationOf } from "./destination.tsx";

type Props = { project: Project; what: "move" | "copy"; open: boolean; onClose: () => void };

const words = {
  move: {
    title: "Move",
    done: "moved",
    says: "Everything in it goes along. Whoever had rights by where it lay loses them, and whoever has rights in the new place gets them; what was given on the project itself stays. Old links still lead to it.",
  },
  copy: {
    title: "Copy",
    done: "copied",
    says: "Projects, files and tables in it are copied, and their bytes are shared, so this is quick for any size. Who has access is not copied.",
  },
};

/** Where a project goes, or where its copy does. */
export function PlaceDialog(props: Props) {
  const navigate = useNavigate();
  const [to, setTo] = createSignal("");
  const [name, setName] = createSignal(props.project.name);
  const { busy, error, submit } = createSubmit();
  const word = () => words[props.what];
  const isMove = () => props.what === "move";
  const required = createRequired(() => (isMove() && to().startsWith("prj_") ? to() : undefined), "project");
  /** Asked for once the project around it has said that it misses them. */
  const lacking = () => missingAttributes(error());

  async function go() {
    await submit(async () => {
      const { id } = props.project;
      const place = destinationOf(to());
      const next = await (isMove()
        ? api.projects.move(id, { ...place, ...required.sent() })
        : api.projects.copy(id, { name: name().trim(), ...place }));
      client.setQueryData(["project", next.id], next);
      await client.invalidateQueries({ queryKey: ["projects"] });
      await client.invalidateQueries({ queryKey: ["grants", next.id] });
      props.onClose();
      toast(`${props.project.name} is ${word().done}`, { tone: "ok" });
      navigate(`/projects/${next.id}`);
    });
  }

  return (
    <Dialog
      open={props.open}
      onClose={props.onClose}
      title={`${word().title} ${props.project.name}`}
      description={word().says}
      width={520}
      onSubmit={() => void go()}
      foot={
        <>
          <Button onClick={props.onClose}>Cancel</Button>
          <Button tone="primary" type="submit" busy={busy()} disabled={!to() || !name().trim()}>
            {word().title}
          </Button>
        </>
      }
    >
      <div class="flex flex-col gap-3">
        <Show when={props.what === "copy"}>
          <Field label="Name" value={name()} onText={setName} error={fieldError(error(), "name")} maxLength={120} />
        </Show>
        <DestinationSelect
          label="To"
          value={to()}
          onChange={setTo}
          without={(id) => props.what === "move" && id === props.project.id}
          error={fieldError(error(), "parentId")}
        />
        <Show when={error() && !fieldError(error(), "parentId") && !fieldError(error(), "name")}>
          <Banner tone={lacking().length > 0 ? "warn" : "bad"}>
            {lacking().length > 0 ? `The project around it asks for ${lacking().join(", ")}.` : sentence(error())}
          </Banner>
        </Show>
        <RequiredFields required={required} error={undefined} only={lacking()} />
      </div>
    </Dialog>
  );
}
