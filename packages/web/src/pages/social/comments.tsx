import { useQuery } from "@tanstack/solid-query";
import { createEffect, createSignal, For, on, Show } from "solid-js";
import { api } from "../../data/api.ts";
import { client } from "../../data/client.ts";
import { useFollow } from "../../data/live.ts";
import { loaded } from "../../data/loaded.ts";
import { queries } from "../../data/queries.ts";
import type { Entity } from "../../data/types.ts";
import type { Comment } from "../../data/types-collaboration.ts";
import { Button } from "../../ui/button.tsx";
import { ErrorState } from "../../ui/error-state.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { CommentBox } from "./comment-box.tsx";
import { CommentItem, refreshComments } from "./comment-item.tsx";

/** What people say about a thing; seeing it, one has read it. */
export function Comments(props: { entity: Pick<Entity, "id" | "privileges"> }) {
  const id = () => props.entity.id;
  const found = useQuery(() => queries.comments(id()));
  useFollow(() => [id()]);
  const manages = () => props.entity.privileges.includes("manage");

  createEffect(
    on(
      () => loaded(found),
      (page) => {
        const read = client.getQueryData<{ unread: number }>(["comments", id(), "unread"]);
        if (!page || read?.unread === 0) return;
        void api.comments.read(id()).then(
          () => client.setQueryData(["comments", id(), "unread"], { unread: 0 }),
          () => undefined, // the count stays, which is no harm
        );
      },
    ),
  );

  const send = (parentId?: string) => async (body: string, mentions: string[]) => {
    await api.comments.post(id(), { body, mentions, ...(parentId === undefined ? {} : { parentId }) });
    await refreshComments(id());
  };

  return (
    <section id="comments" aria-label="Comments">
      <CommentBox entity={id()} label="Say something" action="Comment" onSend={send()} />
      <Show
        when={!found.error}
        fallback={
          <ErrorState error={found.error} what="The comments did not load" onRetry={() => void found.refetch()} />
        }
      >
        <Show when={loaded(found)} fallback={<Skeleton width="80%" height="14px" />}>
          {(page) => (
            <ul class="mt-2">
              <For each={page().items} fallback={<li class="text-12 text-fg-3">Nobody has said anything yet.</li>}>
                {(thread) => <Thread thread={thread} manages={manages()} onReply={send(thread.id)} />}
              </For>
            </ul>
          )}
        </Show>
      </Show>
    </section>
  );
}

type ThreadProps = {
  thread: Comment;
  manages: boolean;
  onReply: (body: string, mentions: string[]) => Promise<void>;
};

function Thread(props: ThreadProps) {
  const [answering, setAnswering] = createSignal(false);
  return (
    <CommentItem comment={props.thread} manages={props.manages}>
      <Show when={props.thread.replies.length > 0}>
        <ul class="replies">
          <For each={props.thread.replies}>{(reply) => <CommentItem comment={reply} manages={props.manages} />}</For>
        </ul>
      </Show>
      <Show
        when={answering()}
        fallback={
          <Button size="sm" tone="ghost" class="-ml-2" onClick={() => setAnswering(true)}>
            Reply
          </Button>
        }
      >
        <CommentBox
          entity={props.thread.entityId}
          label={`Answer ${props.thread.author.name}`}
          action="Reply"
          autofocus
          onCancel={() => setAnswering(false)}
          onSend={async (body, mentions) => {
            await props.onReply(body, mentions);
            setAnswering(false);
          }}
        />
      </Show>
    </CommentItem>
  );
}
