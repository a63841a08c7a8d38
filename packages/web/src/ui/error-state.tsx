import { A, useLocation } from "@solidjs/router";
import { Show } from "solid-js";
import { isProblem, sentence } from "../data/problem.ts";
import { signInPath, useSignedIn } from "../data/session.ts";
import { Button } from "./button.tsx";
import { Icon } from "./icon.tsx";

const notFound = (error: unknown) => isProblem(error) && error.status === 404;

type Props = { error: unknown; what: string; kept?: string; onRetry?: () => void };

/** What happened, what was kept, what to do, and the request id to quote. */
export function ErrorState(props: Props) {
  const signedIn = useSignedIn();
  return (
    <Show when={signedIn || !notFound(props.error)} fallback={<Closed />}>
      <Failed {...props} />
    </Show>
  );
}

/** For who is not signed in: they may have an account that sees it, or had a link that is no more. */
function Closed() {
  const location = useLocation();
  return (
    <div class="empty" role="alert">
      <Icon name="lock" size="l" />
      <h1>This is not open to you</h1>
      <p class="max-w-md">
        The link you had may have been revoked or be over; ask whoever gave it to you for another. If you have an
        account, sign in to see more.
      </p>
      <A class="btn pri mt-2" href={signInPath(location.pathname + location.search)}>
        Sign in
      </A>
    </div>
  );
}

function Failed(props: Props) {
  const requestId = () => (isProblem(props.error) ? props.error.requestId : undefined);
  return (
    <div class="empty bad" role="alert">
      <Icon name="warning" size="l" />
      <h2>{notFound(props.error) ? "There is nothing here" : props.what}</h2>
      <p class="max-w-md">
        {notFound(props.error)
          ? "It may have been moved to the trash, or you may not have access. Ask the person who sent you the link."
          : `${sentence(props.error)} ${props.kept ?? ""}`}
      </p>
      <Show when={requestId()}>{(id) => <code class="text-fg-3">{id()}</code>}</Show>
      <Show when={!notFound(props.error) && props.onRetry}>
        {(retry) => (
          <Button class="mt-2" icon="retry" onClick={() => retry()()}>
            Try again
          </Button>
        )}
      </Show>
    </div>
  );
}
