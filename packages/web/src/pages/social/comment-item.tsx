import { createSignal, type JSX, lazy, Show, Suspense } from "solid-js";
import { api } from "../../data/api.ts";
import { client } from "../../data/client.ts";
import { complain, toast } from "../../data/toast.ts";
import type { Reply } from "../../data/types-collaboration.ts";
import { Avatar } from "../../ui/avatar.tsx";
import { Icon } from "../../ui/icon.tsx";
import { Menu, type MenuEntry } from "../../ui/menu.tsx";
import { When } from "../../ui/when.tsx";
import { CommentBox } from "./comment-box.tsx";

const Markdown = lazy(() => import("../../ui/markdown.tsx").then((part) => ({ default: part.Markdown })));

export const refreshComments = (entity: string) => client.invalidateQueries({ queryKey: ["comments", entity] });

/** One thing that somebody said, with what one may do with it. */
export function CommentItem(props: { comment: Reply; manages: boolean; children?: JSX.Element }) {
  const [editing, setEditing] = createSignal(false);
  const { entityId, id } = props.comment;
  const refresh = () => refreshComments(entityId);

  const remove = () =>
    api.comments
      .remove(entityId, id)
      .then(refresh)
      .then(() => toast("The comment was deleted", { action: { label: "Undo", run: () => void restore() } }))
      .catch(complain("The comment was not deleted"));
  const restore = () =>
    api.comments.restore(entityId, id).then(refresh).catch(complain("The comment was not brought back"));

  const entries = (): MenuEntry[] => [
    ...(props.comment.mine ? [{ label: "Edit", icon: "edit", run: () => setEditing(true) } as const] : []),
    { label: "Delete", icon: "trash", danger: true, run: () => void remove() },
  ];

  return (
    <li class="comment" id={id}>
      <Avatar name={props.comment.author.name} />
      <div class="min-w-0 grow text-12">
        <div class="flex items-center gap-2">
          <span class="truncate font-medium">{props.comment.author.name}</span>
          <When at={props.comment.createdAt} class="text-11 text-fg-3" />
          <Show when={props.comment.editedAt}>
            <span class="text-11 text-fg-3">edited</span>
          </Show>
          <Show when={!props.comment.deleted && (props.comment.mine || props.manages)}>
            <span class="ml-auto">
              <Menu label={`More about the comment of ${props.comment.author.name}`} entries={entries()}>
                <Icon name="more" size="s" />
              </Menu>
            </span>
          </Show>
        </div>
        <Show when={!props.comment.deleted} fallback={<p class="text-fg-3">This comment was deleted.</p>}>
          <Show when={!editing()} fallback={<Editing comment={props.comment} onDone={() => setEditing(false)} />}>
            <Suspense fallback={<p class="whitespace-pre-wrap">{props.comment.body}</p>}>
              <Markdown text={props.comment.body} class="text-12" />
            </Suspense>
          </Show>
        </Show>
        {props.children}
      </div>
    </li>
  );
}

const Editing = (props: { comment: Reply; onDone: () => void }) => (
  <CommentBox
    entity={props.comment.entityId}
    label="Change the comment"
    action="Save"
    text={props.comment.body}
    autofocus
    onCancel={props.onDone}
    onSend={async (body, mentions) => {
      await api.comments.edit(props.comment.entityId, props.comment.id, { body, mentions });
      await refreshComments(props.comment.entityId);
      props.onDone();
    }}
  />
);
