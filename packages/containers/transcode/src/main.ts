import { Encode } from "@atrium/core/encode";
import { runJob } from "../../shared/src/job.ts";

/** What this job makes; the first job of a run is not told, and finds out. */
const { TRANSCODE_SHARE } = process.env;
const share = TRANSCODE_SHARE ? Encode.Share.parse(JSON.parse(TRANSCODE_SHARE)) : undefined;

await runJob((job, { signal, workdir }) => Encode.execute(job, { workdir, signal, share }));
