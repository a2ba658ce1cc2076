-- Apart from the entry, as whether someone is found is.
CREATE TABLE user_status (
    id       uuid PRIMARY KEY,
    emoji    text,
    line     text,
    ends     timestamptz,
    quiet    timestamptz,
    position bigint NOT NULL
);
COMMENT ON TABLE user_status IS 'What people are up to; nothing but the position of who says nothing any more or was erased.';

-- As of the entries: what was overwritten is cleared away soon.
ALTER TABLE user_status SET (autovacuum_vacuum_threshold = 0, autovacuum_vacuum_scale_factor = 0);
