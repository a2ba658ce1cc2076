-- What pages say of themselves, for those who are about to send a message that links to them: until it is sent or an hour is over.

CREATE TABLE link_preview (
    id          uuid        PRIMARY KEY,
    account     uuid        NOT NULL,
    url         text        NOT NULL,
    title       text        NOT NULL,
    description text,
    width       int,
    height      int,
    made        timestamptz NOT NULL,
    CHECK ((width IS NULL) = (height IS NULL))
);
COMMENT ON COLUMN link_preview.width IS 'Of its picture; null while there is none in the object store.';
CREATE INDEX link_preview_account ON link_preview (account);
CREATE INDEX link_preview_made ON link_preview (made);

ALTER TABLE link_preview SET (autovacuum_vacuum_threshold = 0, autovacuum_vacuum_scale_factor = 0);
