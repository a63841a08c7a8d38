import { useQuery } from "@tanstack/solid-query";
import { createSignal, Match, Show, Switch } from "solid-js";
import { client } from "../../data/client.ts";
import { plural } from "../../data/format.ts";
import { loaded } from "../../data/loaded.ts";
import { queries } from "../../data/queries.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { ErrorState } from "../../ui/error-state.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { State } from "../../ui/state.tsx";
import { When } from "../../ui/when.tsx";
import { Enrol } from "../second-factor/enrol.tsx";
import { RecoveryCodes } from "../second-factor/recovery-codes.tsx";
import { ProveDialog } from "./prove-dialog.tsx";

/** Whether a code is asked for when somebody signs in, and what they need for that. */
export function SecondFactorSettings() {
  const factor = useQuery(() => queries.secondFactor());
  const [doing, setDoing] = createSignal<"enrol" | "renew" | "off">();
  const [codes, setCodes] = createSignal<string[]>();
  const close = () => {
    setDoing(undefined);
    setCodes(undefined);
    void client.invalidateQueries({ queryKey: ["second-factor"], refetchType: "active" });
    void client.invalidateQueries({ queryKey: ["sessions"] });
  };

  return (
    <section>
      <h2 class="mb-3">Second factor</h2>
      <Switch fallback={<Skeleton height="48px" />}>
        <Match when={factor.error}>
          <ErrorState
            error={factor.error}
            what="The second factor did not load"
            onRetry={() => void factor.refetch()}
          />
        </Match>
        <Match when={loaded(factor)}>
          {(has) => (
            <Show
              when={has().on}
              fallback={
                <>
                  <p class="mb-3 text-fg-2">
                    An app on your phone makes a code that is asked for when you sign in, so that a password alone lets
                    nobody in. API keys are not asked.
                  </p>
                  <Button onClick={() => setDoing("enrol")}>Set it up</Button>
                </>
              }
            >
              <p class="mb-1 flex items-center gap-2">
                <State tone="ok">On</State>
                <span class="text-12 text-fg-3">
                  since <Show when={has().since}>{(since) => <When at={since()} />}</Show> ·{" "}
                  {plural(has().recoveryCodesLeft, "recovery code")} left
                </span>
              </p>
              <Show when={has().required}>
                <p class="text-12 text-fg-2">It is required here.</p>
              </Show>
              <div class="mt-3 flex gap-2">
                <Button onClick={() => setDoing("renew")}>New recovery codes</Button>
                <Show when={!has().required}>
                  <Button tone="dangerLine" onClick={() => setDoing("off")}>
                    Turn off
                  </Button>
                </Show>
              </div>
            </Show>
          )}
        </Match>
      </Switch>
      <Dialog
        open={doing() === "enrol" || codes() !== undefined}
        onClose={close}
        title={codes() ? "Recovery codes" : "Set up a second factor"}
        width={460}
      >
        <Show when={codes()} fallback={<Enrol onCodes={setCodes} />}>
          {(made) => <RecoveryCodes codes={made()} onDone={close} />}
        </Show>
      </Dialog>
      <ProveDialog
        doing={doing()}
        onClose={close}
        onCodes={(made) => {
          setDoing(undefined);
          setCodes(made);
        }}
      />
    </section>
  );
}
