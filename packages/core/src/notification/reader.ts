import * as Actor from "../actor/index.ts";
import { AppError } from "../error/index.ts";

/** Whose notifications are asked for. They come from everywhere, which a key of one project does not reach. */
export function reader(): string {
  const who = Actor.user();
  if (who.key?.projectID === undefined) return who.userID;
  throw new AppError(
    "forbidden",
    "notification.key_of_one_project",
    "A key of one project does not reach notifications. Use one that is not limited to a project.",
  );
}
