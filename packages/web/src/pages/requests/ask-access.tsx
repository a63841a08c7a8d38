import { useQuery } from "@tanstack/solid-query";
import { createSignal, Match, Show, Switch } from "solid-js";
import { api } from "../../data/api.ts";
import { client } from "../../data/client.ts";
import { fieldError, sentence } from "../../data/problem.ts";
import { queries } from "../../data/queries.ts";
import { useSignedIn } from "../../data/session.ts";
import { createSubmit } from "../../data/submit.ts";
import { complain } from "../../data/toast.ts";
import type { AccessOffer, AccessRequest, Bundle, Entity } from "../../data/types.ts";
import { bundles, bundleWord } from "../../data/visibility.ts";
import { Banner } from "../../ui/banner.tsx";
import { Button } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { ErrorState } from "../../ui/error-state.tsx";
import { Field } from "../../ui/field.tsx";
import { Icon } from "../../ui/icon.tsx";
import { Select } from "../../ui/select.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { When } from "../../ui/when.tsx";
import { termWords } from "./terms.ts";

/** For who finds a thing and may not open it: what it takes to get in, or how their request stands. */
export function AskAccess(props: { entity: Entity; narrow?: boolean }) {
  return (
    <Show
      when={useSignedIn()}
      fallback={
        <EmptyState icon="lock" title="Reading this needs an account">
          Sign in to open it, or to ask for access.
        </EmptyState>
      }
    >
      <Asking {...props} />
    </Show>
  );
}

function Asking(props: { entity: Entity; narrow?: boolean }) {
  const offer = useQuery(() => queries.offer(props.entity.id));
  const refresh = () => void client.invalidateQueries({ queryKey: ["offer", props.entity.id] });
  return (
    <Switch
      fallback={
        <div class={props.narrow ? "" : "p-6"}>
          <Skeleton width="60%" height="80px" />
        </div>
      }
    >
      <Match when={offer.error}>
        <ErrorState error={offer.error} what="It did not load how to ask" onRetry={() => void offer.refetch()} />
      </Match>
      <Match when={offer.data?.own?.state === "pending" && offer.data.own}>
        {(own) => <Waiting request={own()} onChanged={refresh} />}
      </Match>
      <Match when={offer.data}>
        {(found) => <Form entity={props.entity} offer={found()} narrow={props.narrow} onAsked={refresh} />}
      </Match>
    </Switch>
  );
}

function Waiting(props: { request: AccessRequest; onChanged: () => void }) {
  const withdraw = () =>
    api.access.withdraw(props.request.id).then(props.onChanged, complain("The request still waits"));
  return (
    <EmptyState
      icon="clock"
      title="Your request waits for a decision"
      actions={<Button onClick={() => void withdraw()}>Take it back</Button>}
    >
      You asked <When at={props.request.createdAt} /> to be {bundleWord(props.request.bundle)}{" "}
      {termWords(props.request.days)}. You are told when somebody decides.
    </EmptyState>
  );
}

function Form(props: { entity: Entity; offer: AccessOffer; narrow?: boolean; onAsked: () => void }) {
  const [bundle, setBundle] = createSignal<Bundle>(props.offer.bundles[0] ?? "viewer");
  const [answer, setAnswer] = createSignal("");
  const { busy, error, submit } = createSubmit();
  const refused = () => (props.offer.own?.state === "rejected" ? props.offer.own : undefined);

  async function ask() {
    await submit(async () => {
      await api.access.ask(props.entity.id, { bundle: bundle(), answer: answer().trim() });
      await client.invalidateQueries({ queryKey: ["access-requests"] });
      props.onAsked();
    });
  }

  return (
    <form
      class={`flex flex-col ${props.narrow ? "gap-3" : "mx-auto max-w-lg gap-4 px-6 py-10"}`}
      onSubmit={(event) => {
        event.preventDefault();
        void ask();
      }}
    >
      <div>
        <h2 class={props.narrow ? "mb-1 flex items-center gap-1.5 text-12!" : "mb-1"}>
          <Show when={props.narrow} fallback="You can find this, but not open it yet">
            <Icon name="lock" size="s" />
            Ask for access
          </Show>
        </h2>
        <p class={props.narrow ? "text-12 text-fg-2" : "text-fg-2"}>
          {props.narrow ? "You can find this, but not open it yet. Whoever" : "Ask for access; whoever"} decides is told
          at once, and you are told what they decide.
        </p>
      </div>
      <Show when={refused()}>
        {(own) => (
          <Banner tone="warn" title={`${own().decidedBy?.name ?? "Somebody"} turned your last request down`}>
            {own().note || "They gave no reason."}
          </Banner>
        )}
      </Show>
      <Select
        label="As what"
        options={bundles.filter(({ value }) => props.offer.bundles.includes(value))}
        value={bundle()}
        onChange={setBundle}
      />
      <Field
        label={props.offer.question || "What do you need it for?"}
        value={answer()}
        onText={setAnswer}
        error={fieldError(error(), "answer")}
        maxLength={4000}
        required={props.offer.question !== ""}
      />
      <p class="text-12 text-fg-3">Access is given {termWords(props.offer.days)}.</p>
      <Show when={error() && !fieldError(error(), "answer")}>
        <Banner tone="bad">{sentence(error())}</Banner>
      </Show>
      <div>
        <Button tone="primary" type="submit" busy={busy()}>
          Ask for access
        </Button>
      </div>
    </form>
  );
}
