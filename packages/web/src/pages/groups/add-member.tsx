import { api } from "../../data/api.ts";
import type { Group, Principal } from "../../data/types.ts";
import { AddPrincipal } from "../add-principal.tsx";

const PERSON = /^grp_/;

/** Lets a person in by their address, or somebody or some group out of what is suggested. */
export const AddMember = (props: { group: Group; onAdded: () => void }) => (
  <div class="mb-5">
    <AddPrincipal
      label="Person or group to let in"
      action="Let in"
      accepts={({ kind, principalId }) => (kind === "team" || kind === "personal") && principalId !== props.group.id}
      onAdd={async (whom) => {
        const member = "principal" in whom ? { memberId: memberID(whom.principal) } : { email: whom.email };
        await api.groups.add(props.group.id, member);
        props.onAdded();
      }}
    />
  </div>
);

/** A person stands in groups as themselves, not as their personal group, whose id has the same end. */
const memberID = ({ kind, principalId }: Principal) =>
  kind === "personal" ? principalId.replace(PERSON, "usr_") : principalId;
