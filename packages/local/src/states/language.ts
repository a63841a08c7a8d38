import type { Json } from "./json.ts";

/** Amazon States Language in its JSONata form, as far as the interpreter speaks it. */
export type Program = { StartAt: string; States: Record<string, State>; TimeoutSeconds?: number };

export type State =
  | PassState
  | TaskState
  | ChoiceState
  | WaitState
  | ParallelState
  | MapState
  | SucceedState
  | FailState;

type Shaped = { Assign?: Record<string, Json>; Output?: Json };
type Moving = Shaped & { Next?: string; End?: boolean };
type Guarded = { Retry?: Retrier[]; Catch?: Catcher[] };

export type Retrier = {
  ErrorEquals: string[];
  IntervalSeconds?: number;
  BackoffRate?: number;
  MaxAttempts?: number;
  MaxDelaySeconds?: number;
  JitterStrategy?: "FULL" | "NONE";
};

export type Catcher = Shaped & { ErrorEquals: string[]; Next: string };

export type PassState = Moving & { Type: "Pass" };
export type TaskState = Moving &
  Guarded & {
    Type: "Task";
    Resource: string;
    Arguments?: Json;
    TimeoutSeconds?: number | string;
    HeartbeatSeconds?: number | string;
  };
export type ChoiceRule = Shaped & { Condition: string | boolean; Next: string };
export type ChoiceState = Shaped & { Type: "Choice"; Choices: ChoiceRule[]; Default?: string };
export type WaitState = Moving & { Type: "Wait"; Seconds?: number | string; Timestamp?: string };
export type ParallelState = Moving & Guarded & { Type: "Parallel"; Branches: Program[]; Arguments?: Json };
export type MapState = Moving &
  Guarded & {
    Type: "Map";
    Items?: Json;
    ItemSelector?: Json;
    ItemProcessor: Program & { ProcessorConfig?: { Mode?: string } };
    MaxConcurrency?: number | string;
  };
export type SucceedState = { Type: "Succeed"; Output?: Json };
export type FailState = { Type: "Fail"; Error?: string; Cause?: string };
