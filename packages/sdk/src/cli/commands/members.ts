import { type Command, Option } from "commander";
import { take } from "../../client.ts";
import { AtriumError } from "../../error.ts";
import type { Grant } from "../../types.ts";
import type { Context } from "../context.ts";
import { UsageError } from "../exit.ts";
import { examples } from "../help.ts";
import { formatRows, print, printJSON } from "../io.ts";
import { resolve } from "../resolve.ts";

const ROLES = ["viewer", "annotator", "contributor", "operator", "owner"] as const;
type Options = { add?: string; as: (typeof ROLES)[number]; remove?: string };

export function addMembers(project: Command, context: Context) {
  const { io, signal } = context;
  const members = project
    .command("members <project>")
    .description("show, and with --add or --remove change, who has rights on a project")
    .option("--add <email>", "give somebody a role, in place of the one they have")
    .addOption(new Option("--as <role>", "the role for --add").choices(ROLES).default("viewer"))
    .option("--remove <email>", "take somebody's role away")
    .action(async (name: string, { add, as: bundle, remove }: Options) => {
      if (add && remove) throw new UsageError("Give --add or --remove, not both");
      const atrium = await context.connect();
      const path = { id: await resolve(atrium, "project", name) };
      const list = async () =>
        (await take(atrium.GET("/api/v1/entities/{id}/grants", { params: { path }, signal }))).items;
      if (add) {
        const body = { email: add, bundle };
        await take(atrium.POST("/api/v1/entities/{id}/grants", { params: { path }, body, signal }));
      }
      if (remove) {
        const { principalId } = memberOf(await list(), remove);
        await atrium.DELETE("/api/v1/entities/{id}/grants/{principalId}", {
          params: { path: { ...path, principalId } },
          signal,
        });
      }
      const items = await list();
      if (context.json) return printJSON(io, items);
      print(io, formatRows(items.map((grant) => [grant.name, grant.email ?? grant.kind, role(grant)])));
    });
  examples(
    members,
    "atrium project members Weather",
    "atrium project members Weather --add ada@example.org --as contributor",
  );
}

function memberOf(grants: Grant[], email: string): Grant {
  const found = grants.find((grant) => grant.email?.toLowerCase() === email.toLowerCase());
  if (found) return found;
  throw new AtriumError({ status: 404, code: "cli.no_such_member", detail: `${email} has no role of their own here` });
}

const role = ({ bundle, privileges }: Grant) => bundle ?? privileges.join(", ");
