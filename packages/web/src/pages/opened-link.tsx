import { A, useNavigate } from "@solidjs/router";
import { onMount, Show } from "solid-js";
import { api } from "../data/api.ts";
import { hrefOf } from "../data/kinds.ts";
import { takeToken } from "../data/link-token.ts";
import { sentence } from "../data/problem.ts";
import { forgetEverything } from "../data/session.ts";
import { createSubmit } from "../data/submit.ts";
import { Banner } from "../ui/banner.tsx";
import { Skeleton } from "../ui/skeleton.tsx";
import { Gate } from "./gate.tsx";

/** Where a share link leads: takes its secret out of the address, has it opened, and goes on to the thing. */
export function OpenedLinkPage() {
  document.title = "A shared link · Atrium";
  const navigate = useNavigate();
  const secret = takeToken();
  const { error, submit } = createSubmit();

  onMount(() =>
    submit(async () => {
      const { entity } = await api.shareLinks.open(secret);
      // What was not there before may be now.
      forgetEverything();
      navigate(hrefOf(entity) ?? "/", { replace: true });
    }),
  );

  return (
    <Gate
      title={error() ? "This link does not open" : "Opening"}
      lead={
        error()
          ? "Links end by themselves, and whoever made one can revoke it."
          : "What was shared with you is on its way."
      }
      foot={
        <>
          Have an account?{" "}
          <A class="link" href="/sign-in">
            Sign in
          </A>
        </>
      }
    >
      <Show when={error()} fallback={<Skeleton width="60%" height="18px" />}>
        <Banner tone="warn">{sentence(error())}</Banner>
      </Show>
    </Gate>
  );
}
