import { startInContainer, startUnconfined } from "./beside.ts";
import { startInNamespaces } from "./namespaces.ts";
import { Forbidden, type StartSandbox } from "./types.ts";

export { type Ending, type Excess, Forbidden, type Limits, type Program, type Sandbox } from "./types.ts";

/**
 * `namespaces` on one machine; `container` where there is one for each job; `off` when whoever runs the machine said so,
 * knowing that user code then can do all that Atrium can.
 */
export function chooseSandbox(environment: NodeJS.ProcessEnv): StartSandbox {
  const mode = environment.ATRIUM_SANDBOX ?? "namespaces";
  if (mode === "namespaces") return startInNamespaces;
  if (mode === "container") return startInContainer;
  if (mode === "off" && environment.ATRIUM_UNCONFINED_CODE === "yes") return startUnconfined;
  throw new Forbidden(`ATRIUM_SANDBOX=${mode} is none that it knows, or not without ATRIUM_UNCONFINED_CODE=yes`);
}
