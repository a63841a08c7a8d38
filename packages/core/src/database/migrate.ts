import type { Kysely } from "kysely";
import { type Migration, Migrator, NO_MIGRATIONS } from "kysely/migration";
import * as identity from "../../migrations/2026-11-21T1000_create_identity.ts";
import * as entity from "../../migrations/2026-11-21T1010_create_entity.ts";
import * as storage from "../../migrations/2026-11-21T1020_create_storage.ts";
import * as run from "../../migrations/2026-11-21T1030_create_run.ts";
import * as table from "../../migrations/2026-11-21T1040_create_table.ts";
import * as groups from "../../migrations/2026-11-21T1200_open_groups.ts";
import * as event from "../../migrations/2026-11-21T1210_create_event.ts";
import * as extendIdentity from "../../migrations/2026-11-21T1300_extend_identity.ts";
import * as deployment from "../../migrations/2026-11-21T1305_create_deployment.ts";
import * as projects from "../../migrations/2026-11-21T1310_nest_projects.ts";
import * as openAccess from "../../migrations/2026-11-21T1315_open_access.ts";
import * as outbox from "../../migrations/2026-11-21T1320_create_outbox.ts";
import * as collaboration from "../../migrations/2026-11-21T1325_create_collaboration.ts";
import * as search from "../../migrations/2026-11-21T1330_index_search.ts";
import * as keepEvents from "../../migrations/2026-11-21T1340_keep_events.ts";
import * as schedule from "../../migrations/2026-11-21T1350_create_schedule.ts";
import * as shareLinks from "../../migrations/2026-11-21T1400_share_links.ts";
import * as limitRates from "../../migrations/2026-11-21T1410_limit_rates.ts";
import * as redrive from "../../migrations/2026-11-21T1410_redrive_run.ts";
import * as requiredAttributes from "../../migrations/2026-11-21T1410_require_attributes.ts";
import * as savedSearch from "../../migrations/2026-11-21T1410_save_search.ts";
import * as indexTrash from "../../migrations/2026-11-21T1420_index_trash.ts";
import * as runCode from "../../migrations/2026-11-22T0010_run_code.ts";
import * as indexGrants from "../../migrations/2026-11-22T0015_index_grants.ts";
import * as script from "../../migrations/2026-11-22T0020_create_script.ts";
import * as job from "../../migrations/2026-11-22T0030_create_job.ts";
import * as notebook from "../../migrations/2026-11-22T0030_create_notebook.ts";
import * as model from "../../migrations/2026-11-22T0040_create_model.ts";
import * as media from "../../migrations/2026-11-22T0100_create_media.ts";
import * as mediaLibrary from "../../migrations/2026-11-22T0200_create_media_library.ts";
import * as importUrl from "../../migrations/2026-11-22T0210_import_url.ts";
import * as annotation from "../../migrations/2026-11-22T0300_create_annotation.ts";
import * as algorithm from "../../migrations/2026-11-22T1000_create_algorithm.ts";
import * as exportAnnotations from "../../migrations/2026-11-22T1100_export_annotations.ts";
import * as importAnnotations from "../../migrations/2026-11-22T1110_import_annotations.ts";
import * as annotationAttributes from "../../migrations/2026-11-22T1120_index_annotation_attributes.ts";
import * as saveGallery from "../../migrations/2026-11-22T1200_save_gallery.ts";
import * as mediaPart from "../../migrations/2026-11-22T1300_create_media_part.ts";
import * as mediaKeys from "../../migrations/2026-11-22T1310_index_media_keys.ts";
import * as trigger from "../../migrations/2026-11-22T1400_create_trigger.ts";
import * as mediaDuration from "../../migrations/2026-11-22T1500_sort_media_by_duration.ts";
import * as annotationNumbers from "../../migrations/2026-11-22T1700_index_annotation_numbers.ts";
import * as signIns from "../../migrations/2026-11-22T1800_note_sign_ins.ts";
import * as namePieces from "../../migrations/2026-11-22T1900_index_name_pieces.ts";
import * as secondFactor from "../../migrations/2026-11-22T1910_second_factor.ts";
import * as algorithmImage from "../../migrations/2026-11-22T2000_add_algorithm_image.ts";
import * as triggerChain from "../../migrations/2026-11-22T2010_chain_triggers.ts";
import * as packAnnotations from "../../migrations/2026-11-22T2020_pack_annotations.ts";

/** Named in order; written out because a bundle has no folder to read. */
export const migrations: Record<string, Migration> = {
  "2026-11-21T1000_create_identity": identity,
  "2026-11-21T1010_create_entity": entity,
  "2026-11-21T1020_create_storage": storage,
  "2026-11-21T1030_create_run": run,
  "2026-11-21T1040_create_table": table,
  "2026-11-21T1200_open_groups": groups,
  "2026-11-21T1210_create_event": event,
  "2026-11-21T1300_extend_identity": extendIdentity,
  "2026-11-21T1305_create_deployment": deployment,
  "2026-11-21T1310_nest_projects": projects,
  "2026-11-21T1315_open_access": openAccess,
  "2026-11-21T1320_create_outbox": outbox,
  "2026-11-21T1325_create_collaboration": collaboration,
  "2026-11-21T1330_index_search": search,
  "2026-11-21T1340_keep_events": keepEvents,
  "2026-11-21T1350_create_schedule": schedule,
  "2026-11-21T1400_share_links": shareLinks,
  "2026-11-21T1410_limit_rates": limitRates,
  "2026-11-21T1410_redrive_run": redrive,
  "2026-11-21T1410_require_attributes": requiredAttributes,
  "2026-11-21T1410_save_search": savedSearch,
  "2026-11-21T1420_index_trash": indexTrash,
  "2026-11-22T0010_run_code": runCode,
  "2026-11-22T0015_index_grants": indexGrants,
  "2026-11-22T0020_create_script": script,
  "2026-11-22T0030_create_job": job,
  "2026-11-22T0030_create_notebook": notebook,
  "2026-11-22T0040_create_model": model,
  "2026-11-22T0100_create_media": media,
  "2026-11-22T0200_create_media_library": mediaLibrary,
  "2026-11-22T0210_import_url": importUrl,
  "2026-11-22T0300_create_annotation": annotation,
  "2026-11-22T1000_create_algorithm": algorithm,
  "2026-11-22T1100_export_annotations": exportAnnotations,
  "2026-11-22T1110_import_annotations": importAnnotations,
  "2026-11-22T1120_index_annotation_attributes": annotationAttributes,
  "2026-11-22T1200_save_gallery": saveGallery,
  "2026-11-22T1300_create_media_part": mediaPart,
  "2026-11-22T1310_index_media_keys": mediaKeys,
  "2026-11-22T1400_create_trigger": trigger,
  "2026-11-22T1500_sort_media_by_duration": mediaDuration,
  "2026-11-22T1700_index_annotation_numbers": annotationNumbers,
  "2026-11-22T1800_note_sign_ins": signIns,
  "2026-11-22T1900_index_name_pieces": namePieces,
  "2026-11-22T1910_second_factor": secondFactor,
  "2026-11-22T2000_add_algorithm_image": algorithmImage,
  "2026-11-22T2010_chain_triggers": triggerChain,
  "2026-11-22T2020_pack_annotations": packAnnotations,
};

// kysely takes an advisory lock, so that two deployments at once do not both migrate.
const migrator = <T>(db: Kysely<T>) => new Migrator({ db, provider: { getMigrations: async () => migrations } });

export const migrateUp = async <T>(db: Kysely<T>): Promise<string[]> => outcome(await migrator(db).migrateToLatest());

/** Back to the empty database. For tests of the migrations themselves. */
export const migrateDown = async <T>(db: Kysely<T>): Promise<string[]> =>
  outcome(await migrator(db).migrateTo(NO_MIGRATIONS));

export const migrationStatus = async <T>(db: Kysely<T>): Promise<{ name: string; executedAt: string | null }[]> =>
  (await migrator(db).getMigrations()).map(({ name, executedAt }) => ({
    name,
    executedAt: executedAt?.toISOString() ?? null,
  }));

function outcome({ error, results }: Awaited<ReturnType<Migrator["migrateToLatest"]>>): string[] {
  if (error) throw error;
  return (results ?? []).map((result) => result.migrationName);
}
