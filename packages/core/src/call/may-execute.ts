import * as Actor from "../actor/index.ts";
import { AppError } from "../error/index.ts";

/** What no owner of the project can help with. */
export function mayExecute(): void {
  const { mayExecute, key } = Actor.user();
  if (!mayExecute) throw refused("Running code takes the right to execute, which an administrator gives to people.");
  if (key && !key.scopes.some((scope) => scope === "execute" || scope === "admin"))
    throw refused('This API key may not execute code: that takes one with the scope "execute".');
}

const refused = (message: string) => new AppError("forbidden", "access.denied", message);
