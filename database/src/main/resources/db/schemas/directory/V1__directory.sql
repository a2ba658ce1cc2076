CREATE TABLE user_entry (
    id           uuid PRIMARY KEY,
    username     text COLLATE "C" UNIQUE,
    display_name text,
    position     bigint NOT NULL,
    erased       boolean NOT NULL DEFAULT false,
    CHECK (erased = (username IS NULL) AND erased = (display_name IS NULL))
);
COMMENT ON COLUMN user_entry.erased IS 'The account was erased: the row stays without its names, so that an older event does not bring them back.';

-- What an entry is found by: the username and each word of the name, in lower case. "C" so that a prefix is a range.
CREATE TABLE user_term (
    term text COLLATE "C" NOT NULL,
    id   uuid NOT NULL REFERENCES user_entry,
    PRIMARY KEY (term, id)
);

-- Names are replaced or forgotten one at a time: by the usual share of the table, what was overwritten would never be cleared away.
ALTER TABLE user_entry SET (autovacuum_vacuum_threshold = 0, autovacuum_vacuum_scale_factor = 0);
ALTER TABLE user_term SET (autovacuum_vacuum_threshold = 0, autovacuum_vacuum_scale_factor = 0);

CREATE INDEX user_term_of_entry ON user_term (id);

CREATE TABLE checkpoint (
    queue    int PRIMARY KEY,
    position bigint NOT NULL,
    stored   bigint NOT NULL CHECK (stored >= position)
);
COMMENT ON COLUMN checkpoint.position IS 'Up to there every event is in the entries.';
COMMENT ON COLUMN checkpoint.stored IS 'Up to there every event is that was known to whoever handled it.';
