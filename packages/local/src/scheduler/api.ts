import { type Actions, type Input, page, text } from "../router/input.ts";
import type { Schedule, Scheduler } from "./index.ts";

const PAGES = { size: 100, largest: 100 };

/** The calls of EventBridge Scheduler that this host answers: its schedules come from the graph, not from calls. */
export function schedulerActions(scheduler: Scheduler, region: string, accountId: string) {
  const summary = ({ name, targetArn }: Schedule) => ({
    Arn: `arn:aws:scheduler:${region}:${accountId}:schedule/default/${name}`,
    GroupName: "default",
    Name: name,
    State: "ENABLED",
    Target: { Arn: targetArn },
  });
  return {
    async GetSchedule(input: Input) {
      const schedule = scheduler.find(text(input, "Name"));
      return {
        ...summary(schedule),
        ScheduleExpression: schedule.expression,
        ScheduleExpressionTimezone: schedule.timezone ?? "UTC",
        FlexibleTimeWindow: { Mode: "OFF" },
        Target: { Arn: schedule.targetArn, Input: schedule.input },
      };
    },
    async ListSchedules(input: Input) {
      const { limit, offset, next } = page({ ...input, maxResults: Number(input.MaxResults) }, PAGES);
      const all = scheduler.schedules;
      return {
        Schedules: all.slice(offset, offset + limit).map(summary),
        ...(all.length > offset + limit && { NextToken: next }),
      };
    },
  } satisfies Actions;
}
