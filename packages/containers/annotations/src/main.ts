import { AnnotationWork } from "@atrium/core/annotation-file/work";
import { runJob } from "../../shared/src/job.ts";

await runJob((job, { signal, workdir }) => AnnotationWork.execute(job, { workdir, engine: "batch", signal }));
