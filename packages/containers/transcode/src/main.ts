import { Encode } from "@atrium/core/encode";
import { z } from "zod";
import { runJob } from "../../shared/src/job.ts";

/** Names of the rungs this job makes; without any it is the first job of its run. */
const only = process.env.TRANSCODE_RUNGS
  ? z.array(z.string()).parse(JSON.parse(process.env.TRANSCODE_RUNGS))
  : undefined;

await runJob((job, { signal, workdir }) => Encode.execute(job, { workdir, signal, only }));
