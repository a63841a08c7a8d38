import { type Kysely, sql } from "kysely";

/**
 * One index for words and for pieces of names. Two, of words and of trigrams, were read and merged for each word of a search, which took
 * longer than all else: trigrams are shared by so many names that lists of a million are cut with each other.
 */
export async function up(db: Kysely<unknown>) {
  await sql`
    -- The ends of a name's words, of three letters at least, so that what lies anywhere in it is the beginning of one. Signs of ASCII
    -- part words; what lies beyond it does not, whatever the database's locale takes it for. No row is tested by it: it is dear.
    create function name_pieces(name text) returns tsvector
    language sql immutable strict parallel safe cost 1000 as $$
      select coalesce(array_to_tsvector(array_agg(substr(word, i, 64))), ''::tsvector)
      from regexp_split_to_table(name, '[\\u0001-\\u002f\\u003a-\\u0040\\u005b-\\u0060\\u007b-\\u007f]+') word,
        generate_series(1, length(word) - 2) i
    $$;
    create index entity_words on entity using gin ((document || name_pieces(name_key)));
    drop index entity_name_trigram;
    -- What the index is of has no statistics before.
    analyze entity;
  `.execute(db);
}

export async function down(db: Kysely<unknown>) {
  await sql`
    create index entity_name_trigram on entity using gin (name gin_trgm_ops);
    drop index entity_words;
    drop function name_pieces;
  `.execute(db);
}
