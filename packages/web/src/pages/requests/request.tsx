import { A } from "@solidjs/router";
import { createSignal, type JSX, Show } from "solid-js";
import { api } from "../../data/api.ts";
import { client } from "../../data/client.ts";
import { day } from "../../data/format.ts";
import { hrefOf } from "../../data/kinds.ts";
import { complain, toast } from "../../data/toast.ts";
import type { AccessRequest } from "../../data/types.ts";
import { bundleWord } from "../../data/visibility.ts";
import { Avatar } from "../../ui/avatar.tsx";
import { Button } from "../../ui/button.tsx";
import { Field } from "../../ui/field.tsx";
import { Select } from "../../ui/select.tsx";
import { State } from "../../ui/state.tsx";
import { When } from "../../ui/when.tsx";
import { type Days, dayOptions, daysOf, optionOf, termWords } from "./terms.ts";

/** A request to decide on. */
export function Waiting(props: { request: AccessRequest; onDecided: () => void }) {
  const [note, setNote] = createSignal("");
  const [days, setDays] = createSignal<Days>(optionOf(props.request.days));
  const [busy, setBusy] = createSignal(false);
  const name = () => props.request.user.name;

  async function decide(decision: "approve" | "reject") {
    setBusy(true);
    const term = daysOf(days());
    try {
      const said = { note: note().trim(), ...(term === null ? {} : { days: term }) };
      await api.access.decide(props.request.id, decision, said);
      await client.invalidateQueries({ queryKey: ["grants", props.request.entity.id] });
      toast(decision === "approve" ? `${name()} has access` : `${name()} is told why not`, { tone: "ok" });
    } catch (cause) {
      complain(`The request of ${name()} is not decided by you`)(cause);
    } finally {
      setBusy(false);
      props.onDecided();
    }
  }

  return (
    <Row request={props.request}>
      <p class="mt-1">{props.request.answer || "They gave no reason."}</p>
      <div class="mt-2 flex flex-wrap items-end gap-2">
        <div class="min-w-48 grow">
          <Field
            label={`A word to ${name()}`}
            value={note()}
            onText={setNote}
            placeholder="Optional"
            maxLength={2000}
          />
        </div>
        <Select
          label="Access ends after"
          class="w-32"
          options={shorter(props.request.days)}
          value={days()}
          onChange={setDays}
        />
        <Button disabled={busy()} aria-label={`Turn down ${name()}`} onClick={() => void decide("reject")}>
          Turn down
        </Button>
        <Button
          tone="primary"
          busy={busy()}
          aria-label={`Give access to ${name()}`}
          onClick={() => void decide("approve")}
        >
          Give access
        </Button>
      </div>
    </Row>
  );
}

/** Nobody is given longer than they asked for. */
const shorter = (asked: number | null) =>
  dayOptions.filter(({ value }) => asked === null || (value !== "none" && Number(value) <= asked));

const tones = { pending: "wait", approved: "ok", rejected: "bad", withdrawn: "warn" } as const;
const stateWords = { pending: "Waits", approved: "Given", rejected: "Turned down", withdrawn: "Taken back" };

/** A request with what became of it. */
export function Decided(props: { request: AccessRequest; own?: boolean }) {
  return (
    <Row request={props.request} own={props.own ?? false}>
      <p class="mt-0.5 flex flex-wrap gap-x-3 text-12 text-fg-2">
        <State tone={tones[props.request.state]}>{stateWords[props.request.state]}</State>
        <Show when={props.request.grantedUntil}>{(until) => <span>until {day(until())}</span>}</Show>
        <Show when={props.request.state !== "withdrawn" && props.request.decidedBy}>
          {(by) => <span>by {by().name}</span>}
        </Show>
        <Show when={props.request.note}>{(note) => <span>“{note()}”</span>}</Show>
      </p>
    </Row>
  );
}

function Row(props: { request: AccessRequest; own?: boolean; children: JSX.Element }) {
  const { entity } = props.request;
  return (
    <li class="flex items-start gap-3 border-t border-line-soft px-4 py-3">
      <Avatar name={props.request.user.name} size="l" />
      <div class="min-w-0 grow">
        <div>
          <b class="font-medium">{props.own ? "You" : props.request.user.name}</b> asked to be{" "}
          {bundleWord(props.request.bundle)} of{" "}
          <A class="link" href={hrefOf(entity) ?? "/"}>
            {entity.name}
          </A>{" "}
          {termWords(props.request.days)} <When at={props.request.createdAt} class="text-12 text-fg-3" />
        </div>
        {props.children}
      </div>
    </li>
  );
}
