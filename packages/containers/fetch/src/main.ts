import { ImportUrl } from "@atrium/core/import-url";
import { runJob } from "../../shared/src/job.ts";

await runJob((job, { signal }) => ImportUrl.execute(job, { signal }));
