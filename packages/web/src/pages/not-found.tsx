import { A } from "@solidjs/router";
import { PageTop } from "../shell/top.tsx";
import { EmptyState } from "../ui/empty-state.tsx";

export function NotFoundPage() {
  return (
    <>
      <PageTop crumbs={[{ label: "Not found" }]} />
      <h1 class="sr">Not found</h1>
      <EmptyState
        icon="search"
        title="There is no such page"
        actions={
          <A class="btn" href="/">
            Go home
          </A>
        }
      >
        The address may be mistyped, or from a later version.
      </EmptyState>
    </>
  );
}
