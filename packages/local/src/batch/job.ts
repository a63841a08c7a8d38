export type JobStatus = "RUNNABLE" | "RUNNING" | "SUCCEEDED" | "FAILED";

export type EnvironmentPair = { name: string; value: string };

/** Decides, after a failed attempt, whether there is another one. Patterns end in `*` for "begins with". */
export type ExitRule = {
  action: "RETRY" | "EXIT";
  onExitCode?: string;
  onReason?: string;
  onStatusReason?: string;
};

/** What a job runs: its definition with the overrides of its submission applied. */
export type JobSpec = {
  image: string;
  command: string[];
  environment: EnvironmentPair[];
  vcpu: number;
  memoryMiB: number;
  timeoutSeconds: number;
  attempts: number;
  evaluateOnExit: ExitRule[];
};

export type Attempt = {
  startedAt: number;
  stoppedAt: number;
  statusReason: string;
  exitCode?: number;
  reason?: string;
  logStreamName: string;
};

export type Job = {
  id: string;
  name: string;
  queue: string;
  definition: string;
  status: JobStatus;
  statusReason: string | null;
  spec: JobSpec;
  attempts: Attempt[];
  createdAt: number;
  startedAt: number | null;
  stoppedAt: number | null;
  /** The reason given to TerminateJob or CancelJob: no attempt follows. */
  calledOff: string | null;
  /** The process group of the running attempt and when its leader started, so that no other process is mistaken for it. */
  process: { pid: number; boot: string; startTicks: number } | null;
};

export const hasEnded = (job: Job) => job.status === "SUCCEEDED" || job.status === "FAILED";

/** The first rule whose every given pattern fits decides; without one, a failed attempt is retried while any are left. */
export function retries(spec: JobSpec, made: number, failed: Attempt): boolean {
  if (made >= spec.attempts) return false;
  const rule = spec.evaluateOnExit.find(
    ({ onExitCode, onReason, onStatusReason }) =>
      fits(onExitCode, failed.exitCode?.toString()) &&
      fits(onReason, failed.reason) &&
      fits(onStatusReason, failed.statusReason),
  );
  return rule ? rule.action === "RETRY" : true;
}

function fits(pattern: string | undefined, value: string | undefined): boolean {
  if (pattern === undefined) return true;
  if (value === undefined) return false;
  return pattern.endsWith("*") ? value.startsWith(pattern.slice(0, -1)) : value === pattern;
}
