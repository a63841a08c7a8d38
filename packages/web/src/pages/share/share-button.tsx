import { useQuery } from "@tanstack/solid-query";
import { createSignal, Show } from "solid-js";
import { loaded } from "../../data/loaded.ts";
import { queries } from "../../data/queries.ts";
import { useSignedIn } from "../../data/session.ts";
import type { Entity, Visibility } from "../../data/types.ts";
import { visibilitiesHere, visibilityIcons } from "../../data/visibility.ts";
import { Button } from "../../ui/button.tsx";
import { CopyButton } from "../../ui/copy-button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Icon } from "../../ui/icon.tsx";
import { SharePanel } from "./panel.tsx";

type Props = { entity: Entity; visibility?: Visibility; path: string };

/** Opens who has access to the thing of the page. */
export function ShareButton(props: Props) {
  const [open, setOpen] = createSignal(false);
  const signedIn = useSignedIn();
  return (
    <Show when={signedIn && props.entity.privileges.includes("read")}>
      <Button icon="people" aria-label={`Share ${props.entity.name}`} onClick={() => setOpen(true)}>
        Share
      </Button>
      <Dialog
        open={open()}
        onClose={() => setOpen(false)}
        title={`Share ${props.entity.name}`}
        width={900}
        foot={<Foot {...props} />}
      >
        <SharePanel entity={props.entity} />
      </Dialog>
    </Show>
  );
}

function Foot(props: Props) {
  const deployment = useQuery(() => queries.deployment());
  const said = () => visibilitiesHere(loaded(deployment)).find(({ value }) => value === props.visibility);
  return (
    <>
      <Show when={said()}>
        {(visibility) => (
          <span class="mr-auto flex items-center gap-3">
            <Icon name={visibilityIcons[visibility().value]} />
            <span>
              <b class="block font-semibold">{visibility().label}</b>
              <span class="text-12 text-fg-2">{visibility().help}</span>
            </span>
          </span>
        )}
      </Show>
      <CopyButton label="Copy address" text={new URL(props.path, location.origin).href} />
    </>
  );
}
