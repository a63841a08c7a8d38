import type { Generated } from "kysely";

export type CommentTable = {
  id: string;
  entity_id: string;
  parent_id: string | null;
  author_id: string;
  body: string;
  created_at: Generated<Date>;
  edited_at: Date | null;
  deleted_at: Date | null;
};

export type CommentMentionTable = { comment_id: string; principal_id: string };
export type CommentReadTable = { user_id: string; entity_id: string; read_at: Date };
