import { useNavigate } from "@solidjs/router";
import { Show } from "solid-js";
import { api } from "../../data/api.ts";
import { client } from "../../data/client.ts";
import { forgetOpened } from "../../data/recent.ts";
import { complain, toast } from "../../data/toast.ts";
import { Button } from "../../ui/button.tsx";
import { AttributeTypes } from "../attributes/types.tsx";
import { MediaTypes } from "../media/types/types.tsx";
import { OfferSettings } from "../requests/offer-settings.tsx";
import { Webhooks } from "../webhooks/webhooks.tsx";
import { Address } from "./address.tsx";
import { Basics } from "./basics.tsx";
import { useProject } from "./context.ts";
import { Places } from "./places.tsx";

export function ProjectSettings() {
  const navigate = useNavigate();
  const project = useProject();
  const mayManage = () => project().privileges.includes("manage");

  async function trash() {
    const { id, name: title } = project();
    const restore = () =>
      api.projects
        .restore(id)
        .then(() => client.invalidateQueries({ queryKey: ["projects"] }))
        .then(() => navigate(`/projects/${id}`))
        .catch(complain(`${title} was not restored`));
    try {
      await api.projects.remove(id);
      forgetOpened(id);
      navigate("/projects");
      client.removeQueries({ queryKey: ["project", id] });
      await client.invalidateQueries({ queryKey: ["projects"] });
      toast(`${title} is in the trash`, {
        detail: "Everything in it is kept.",
        action: { label: "Undo", run: () => void restore() },
      });
    } catch (cause) {
      complain(`${title} was not moved`)(cause);
    }
  }

  return (
    <div class="max-w-xl p-6">
      <Basics />
      <Address />
      <OfferSettings entity={project()} />
      <Places />
      <AttributeTypes project={project()} />
      <MediaTypes project={project()} />
      <Show when={mayManage()}>
        <Webhooks project={project()} />
      </Show>
      <Show when={project().privileges.includes("remove")}>
        <section class="mt-10 border-t border-line pt-5">
          <h2 class="mb-1">Trash</h2>
          <p class="mb-3 text-fg-2">Moves the project and everything in it out of sight. It can be brought back.</p>
          <Button tone="dangerLine" icon="trash" onClick={() => void trash()}>
            Move to trash
          </Button>
        </section>
      </Show>
    </div>
  );
}
