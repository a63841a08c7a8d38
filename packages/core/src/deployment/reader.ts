import * as Actor from "../actor/index.ts";
import { AppError } from "../error/index.ts";
import { read } from "./read.ts";

/** Lets somebody without an account go on to read, where the deployment lets them; what they then see, rights say. */
export async function admitReader(): Promise<void> {
  if (Actor.current().type !== "public" || (await read()).readWithoutAccount) return;
  throw new AppError("auth", "auth.required", "Nothing is read here without an account. Sign in or send an API key.");
}
