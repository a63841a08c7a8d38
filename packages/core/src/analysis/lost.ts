import { AppError } from "../error/index.ts";

/** As a state machine tells of it. */
export type Failure = { Error?: string | undefined; Cause?: string | undefined };

/** Why a job left nothing. */
export function lost({ Error: name = "", Cause: cause = "" }: Failure = {}): AppError {
  const given = notGiven(cause);
  if (given) return given;
  if (name === "States.Timeout")
    return new AppError("unprocessable", "script.timeout", "It took longer than it may. Give a job fewer media.");
  return new AppError("unprocessable", "run.job_lost", "The job of this batch ended without saying why.");
}

/** The same of a job of an image: what started it knows more, and nobody else stands beside it. */
export function lostImage({ Error: name = "", Cause: cause = "" }: Failure = {}): AppError {
  const given = notGiven(cause);
  if (given) return given;
  const { status = "", reason = "", exitCode } = readCause(cause);
  const refuse = (code: string, message: string) => new AppError("unprocessable", code, message);
  if (name === "States.Timeout" || /exceeded timeout/.test(status))
    return refuse("image.timeout", "It took longer than it may. Give a job fewer media, or more time.");
  if (/OutOfMemory/.test(reason)) return refuse("image.out_of_memory", "It used more memory than it may.");
  if (/^Cannot\w+Error/.test(reason)) return refuse("image.not_started", `The image was not started: ${reason}`);
  const how = exitCode === undefined ? reason || status : `with code ${exitCode}`;
  return refuse("image.unfinished", `It ended${how && ` ${how}`} without handing in its result, POST /result.`);
}

/** What was wrong before there was a job. */
function notGiven(cause: string): AppError | undefined {
  const [, code, message] = /"errorMessage":"([a-z_]+\.[a-z_]+): ((?:[^"\\]|\\.)+)"/.exec(cause) ?? [];
  return code && message ? new AppError("unprocessable", code, JSON.parse(`"${message}"`)) : undefined;
}

type Ended = { status?: string; reason?: string; exitCode?: number };

/** Of the description of a job, as text. */
function readCause(cause: string): Ended {
  try {
    const { StatusReason: status, Container } = JSON.parse(cause) as {
      StatusReason?: string;
      Container?: { Reason?: string; ExitCode?: number };
    };
    return {
      ...(status === undefined ? {} : { status }),
      ...(Container?.Reason === undefined ? {} : { reason: Container.Reason }),
      ...(Container?.ExitCode === undefined ? {} : { exitCode: Container.ExitCode }),
    };
  } catch {
    return {}; // no description: it never was a job
  }
}
