import { Button } from "../../ui/button.tsx";
import { CopyButton } from "../../ui/copy-button.tsx";
import { Dialog } from "../../ui/dialog.tsx";

/** Shown once: the server keeps it so that nobody reads it again. */
export const SecretDialog = (props: { secret: string | undefined; onClose: () => void }) => (
  <Dialog
    open={props.secret !== undefined}
    onClose={props.onClose}
    title="The webhook’s secret"
    description="Copy it now; it is not shown again. The receiver computes HMAC-SHA256 of the time, a dot and the body with it, and compares that with the header Atrium-Signature."
    width={520}
    foot={<Button onClick={() => props.onClose()}>Done</Button>}
  >
    <div class="flex items-center gap-2">
      <code class="min-w-0 grow break-all">{props.secret}</code>
      <CopyButton text={props.secret ?? ""} label="Copy" />
    </div>
  </Dialog>
);
