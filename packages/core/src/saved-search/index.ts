import { sql } from "kysely";
import { z } from "zod";
import { Access } from "../access/index.ts";
import * as Actor from "../actor/index.ts";
import { record } from "../audit/record.ts";
import { query, transaction } from "../database/index.ts";
import { AppError } from "../error/index.ts";
import { createID } from "../id/index.ts";
import * as Paging from "../paging/index.ts";
import { fn } from "../util/index.ts";
import { Create, type Info, Patch, problemOf, Subject } from "./schema.ts";

export * as SavedSearch from "./index.ts";
export { Create, Info, Patch, Subject } from "./schema.ts";

/** One's own: what nobody looks at any more must not pile up. */
const MOST = 500;

type SavedRow = {
  id: string;
  name: string;
  query: string;
  subject: Subject;
  project_id: string | null;
  project: string | null;
  shared: boolean;
  created_by: string;
  creator: string;
  created_at: Date;
  updated_at: Date;
};

const Asked = z.object({
  projectID: z.string().optional(),
  subject: Subject.default("entities"),
  limit: Paging.Limit,
  cursor: z.string().optional(),
});

/** One's own and those shared in projects that one sees, newest first; of one project where that is asked. */
export const list = fn(Asked, async ({ projectID, subject, limit, cursor }): Promise<Paging.Page<Info>> => {
  const { userID } = Actor.user();
  if (projectID !== undefined) await Access.require(projectID, "see");
  const { condition } = await Access.visibleEntities();
  const after = cursor === undefined ? sql`true` : sql`s.id < ${cursor}`;
  const place = projectID === undefined ? sql`true` : sql`s.project_id = ${projectID}`;
  // One's own of a project that is gone or not seen any more says nothing of it, so it is left out.
  const seen = sql`exists (select from entity e where e.id = s.project_id and e.deleted_at is null and ${condition})`;
  const part = (which: ReturnType<typeof sql>) => sql`
    (select s.* from saved_search s where ${which} and s.subject = ${subject} and s.deleted_at is null and ${place} and ${after}
      order by s.id desc limit ${limit + 1})`;
  const found = await query((db) =>
    sql<SavedRow>`
      with mine as ${part(sql`s.created_by = ${userID} and (s.project_id is null or ${seen})`)},
      others as ${part(sql`s.shared and s.created_by <> ${userID} and ${seen}`)},
      page as (select * from mine union all select * from others order by id desc limit ${limit + 1})
      select ${columns} from page s ${sources} order by s.id desc`.execute(db),
  );
  const items = found.rows.slice(0, limit).map((row) => toInfo(row, userID));
  return { items, next: found.rows.length > limit ? (items.at(-1)?.id ?? null) : null };
});

/** One of one's own. */
export const get = fn(z.string(), (id): Promise<Info> => own(id));

/** Whoever adds to a project may share a search with those who see it. */
export const create = fn(Create, ({ name, q, subject, projectId = null, shared }) =>
  transaction(async (tx): Promise<Info> => {
    const { userID } = Actor.user();
    Access.mayCreate();
    if (projectId !== null) await Access.require(projectId, shared ? "create" : "see");
    await refuseTooMany(userID);
    const id = createID("savedSearch");
    await tx
      .insertInto("saved_search")
      .values({ id, created_by: userID, project_id: projectId, shared, name, subject, query: q, deleted_at: null })
      .execute();
    await record({
      type: "saved_search.created",
      ...(projectId && { entityID: projectId }),
      parameters: { searchId: id },
    });
    return own(id);
  }),
);

export const update = fn(z.object({ id: z.string(), patch: Patch }), ({ id, patch: { q, ...patch } }) =>
  transaction(async (tx): Promise<Info> => {
    const before = await own(id);
    if (patch.shared && !before.shared) await mayShare(before);
    const problem = q === undefined ? undefined : problemOf(before.subject, q);
    if (problem)
      throw new AppError("input", "input.invalid", "The search is not one.", {
        fields: [{ path: "/q", message: problem }],
      });
    await tx
      .updateTable("saved_search")
      .set({ ...patch, ...(q !== undefined && { query: q }), updated_at: sql`now()` })
      .where("id", "=", id)
      .execute();
    const fields = [...Object.keys(patch), ...(q === undefined ? [] : ["q"])];
    await note("changed", before, { fields });
    return own(id);
  }),
);

/** Gone for everybody it was shared with, until it is taken back. */
export const remove = fn(z.string(), (id) =>
  transaction(async (tx): Promise<void> => {
    const before = await own(id);
    await tx.updateTable("saved_search").set({ deleted_at: sql<Date>`now()` }).where("id", "=", id).execute();
    await note("deleted", before);
  }),
);

export const restore = fn(z.string(), (id) =>
  transaction(async (tx): Promise<Info> => {
    const before = await own(id, { deleted: true });
    if (before.shared) await mayShare(before);
    await tx.updateTable("saved_search").set({ deleted_at: null }).where("id", "=", id).execute();
    await note("restored", before);
    return own(id);
  }),
);

async function mayShare({ project }: Info): Promise<void> {
  if (project) return void (await Access.require(project.id, "create"));
  throw new AppError("input", "saved_search.everywhere", "A search of everywhere is shared by its address.", {
    fields: [{ path: "/shared", message: "Only a search of one project can be shared" }],
  });
}

async function refuseTooMany(userID: string): Promise<void> {
  const { n } = await query((db) =>
    db
      .selectFrom("saved_search")
      .select((eb) => eb.fn.countAll<number>().as("n"))
      .where("created_by", "=", userID)
      .where("deleted_at", "is", null)
      .executeTakeFirstOrThrow(),
  );
  if (n >= MOST)
    throw new AppError("conflict", "saved_search.too_many", `Delete one of your ${MOST} saved searches first.`);
}

/** Changed by who made it. To others a search that is shared with them is there and not theirs; any other is not there. */
async function own(id: string, { deleted = false } = {}): Promise<Info> {
  Access.mayCreate();
  const { userID } = Actor.user();
  const gone = deleted ? sql`s.deleted_at is not null` : sql`s.deleted_at is null`;
  const found = await query((db) =>
    sql<SavedRow>`select ${columns} from saved_search s ${sources} where s.id = ${id} and ${gone}`.execute(db),
  );
  const [row] = found.rows;
  if (row?.created_by === userID) return toInfo(row, userID);
  if (row?.shared && row.project_id !== null && !deleted && (await sees(row.project_id)))
    throw new AppError("forbidden", "saved_search.not_yours", "Only who saved a search may change it.");
  throw new AppError("not_found", "saved_search.not_found", "There is no such saved search.");
}

const sees = async (projectID: string): Promise<boolean> => Access.has(await Access.effective(projectID), "see");

const note = (what: string, { id, project }: Info, more: object = {}): Promise<void> =>
  record({
    type: `saved_search.${what}`,
    ...(project && { entityID: project.id }),
    parameters: { searchId: id, ...more },
  });

const columns = sql`s.id, s.name, s.query, s.subject, s.project_id, p.name as project, s.shared, s.created_by, u.name as creator,
  s.created_at, s.updated_at`;
const sources = sql`join "user" u on u.id = s.created_by left join entity p on p.id = s.project_id`;

const toInfo = (row: SavedRow, userID: string): Info => ({
  id: row.id,
  name: row.name,
  q: row.query,
  subject: row.subject,
  project: row.project_id === null ? null : { id: row.project_id, name: row.project ?? "" },
  shared: row.shared,
  mine: row.created_by === userID,
  createdBy: { id: row.created_by, name: row.creator },
  createdAt: row.created_at.toISOString(),
  updatedAt: row.updated_at.toISOString(),
});
