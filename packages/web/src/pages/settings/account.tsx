import { createSignal, For } from "solid-js";
import { api } from "../../data/api.ts";
import { client } from "../../data/client.ts";
import { useMe } from "../../data/session.ts";
import { setTheme, type Theme, theme } from "../../data/theme.ts";
import { complain, toast } from "../../data/toast.ts";
import { Button } from "../../ui/button.tsx";
import { Field } from "../../ui/field.tsx";
import { Icon, type IconName } from "../../ui/icon.tsx";
import { NamespaceAddress } from "../projects/namespace-address.tsx";
import { Password } from "./password.tsx";
import { SecondFactorSettings } from "./second-factor.tsx";
import { Sessions } from "./sessions.tsx";
import { SignIns } from "./sign-ins.tsx";

const THEMES: [Theme, string, IconName][] = [
  ["system", "System", "monitor"],
  ["light", "Light", "sun"],
  ["dark", "Dark", "moon"],
];

export function AccountSettings() {
  const me = useMe();
  const [name, setName] = createSignal(me().user.name);
  const [busy, setBusy] = createSignal(false);

  const saveName = () => {
    setBusy(true);
    api.auth
      .update({ name: name().trim() })
      .then(() => client.invalidateQueries({ queryKey: ["me"] }))
      .then(() => toast("Saved", { tone: "ok" }))
      .catch(complain("Your name was not changed"))
      .finally(() => setBusy(false));
  };

  return (
    <div class="flex max-w-md flex-col gap-8">
      <section>
        <h2 class="mb-3">Profile</h2>
        <form
          class="flex flex-col gap-3"
          onSubmit={(event) => {
            event.preventDefault();
            saveName();
          }}
        >
          <Field label="Name" value={name()} onText={setName} autocomplete="name" />
          <Field label="E-mail" value={me().user.email} disabled />
          <p class="text-12 text-fg-2">
            {me().user.admin ? "You are an administrator." : ""}{" "}
            {me().user.mayExecute
              ? "You may run functions."
              : "You may not run functions of your own; imports always work."}
          </p>
          <div>
            <Button
              tone="primary"
              type="submit"
              busy={busy()}
              disabled={!name().trim() || name().trim() === me().user.name}
            >
              Save
            </Button>
          </div>
        </form>
      </section>
      <NamespaceAddress groupID={me().user.id.replace(/^usr_/, "grp_")} />
      <section>
        <h2 class="mb-3">Theme</h2>
        <div class="segmented" role="group" aria-label="Theme">
          <For each={THEMES}>
            {([value, label, icon]) => (
              <button type="button" aria-pressed={theme() === value} onClick={() => setTheme(value)}>
                <Icon name={icon} size="s" />
                {label}
              </button>
            )}
          </For>
        </div>
      </section>
      <SignIns />
      <Password />
      <SecondFactorSettings />
      <Sessions />
    </div>
  );
}
