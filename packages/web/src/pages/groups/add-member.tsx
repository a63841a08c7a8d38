import { createSignal, Show } from "solid-js";
import { api } from "../../data/api.ts";
import { sentence } from "../../data/problem.ts";
import { createSubmit } from "../../data/submit.ts";
import type { Group, Principal } from "../../data/types.ts";
import { Banner } from "../../ui/banner.tsx";
import { Button } from "../../ui/button.tsx";
import { PrincipalInput } from "../principal-input.tsx";

const PERSON = /^grp_/;

/** Lets a person in by their address, or somebody or some group out of what is suggested. */
export function AddMember(props: { group: Group; onAdded: () => void }) {
  const [text, setText] = createSignal("");
  const [chosen, setChosen] = createSignal<Principal>();
  const { busy, error, submit } = createSubmit();

  async function add() {
    const principal = chosen();
    await submit(async () => {
      await api.groups.add(props.group.id, principal ? { memberId: memberID(principal) } : { email: text().trim() });
      setText("");
      setChosen(undefined);
      props.onAdded();
    });
  }

  return (
    <form
      class="mb-5"
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      <div class="flex items-end gap-2">
        <PrincipalInput
          label="Person or group to let in"
          text={text()}
          onText={setText}
          chosen={chosen()}
          onChoose={setChosen}
          accepts={({ kind, principalId }) =>
            (kind === "team" || kind === "personal") && principalId !== props.group.id
          }
        />
        <Button tone="primary" type="submit" busy={busy()} disabled={!chosen() && !text().includes("@")}>
          Let in
        </Button>
      </div>
      <Show when={error()}>
        <div class="mt-3">
          <Banner tone="bad">{sentence(error())}</Banner>
        </div>
      </Show>
    </form>
  );
}

/** A person stands in groups as themselves, not as their personal group, whose id has the same end. */
const memberID = ({ kind, principalId }: Principal) =>
  kind === "personal" ? principalId.replace(PERSON, "usr_") : principalId;
