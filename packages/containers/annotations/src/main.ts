import { AnnotationFile } from "@atrium/core/annotation-file";
import { runJob } from "../../shared/src/job.ts";

await runJob((job, { signal, workdir }) => AnnotationFile.execute(job, { workdir, engine: "batch", signal }));
