-- What people upload, from the announcement until nothing of it is left. Flyway runs this with "uploads" as the default schema.

CREATE TABLE upload (
    account   uuid        NOT NULL,
    id        uuid        NOT NULL,
    owner     uuid        NOT NULL,
    purpose   text        NOT NULL,
    type      text        NOT NULL,
    size      bigint      NOT NULL CHECK (size > 0),
    state     text        NOT NULL CHECK (state IN ('reserved', 'checking', 'ready', 'attached', 'deleting', 'gone', 'refused', 'expired')),
    refused   text,
    width     int,
    height    int,
    changed   timestamptz NOT NULL,
    put_until timestamptz NOT NULL,
    swept     boolean     NOT NULL DEFAULT false,
    busy_until timestamptz NOT NULL DEFAULT '-infinity',
    PRIMARY KEY (account, id),
    CHECK ((state = 'refused') = (refused IS NOT NULL))
);
COMMENT ON COLUMN upload.owner IS 'Whose it is: below this id it lies in the object store. The account, or the group whose picture it is.';
COMMENT ON COLUMN upload.type IS 'As announced; what is served has a type of ours.';
COMMENT ON COLUMN upload.changed IS 'Since when the state holds.';
COMMENT ON COLUMN upload.put_until IS 'Until when its bytes can be put into the store, once more too.';
COMMENT ON COLUMN upload.swept IS 'What was put until then was deleted; nothing can come any more.';
COMMENT ON COLUMN upload.busy_until IS 'Until when one process works on it, and no other does.';
CREATE INDEX upload_attached ON upload (owner, purpose) WHERE state = 'attached';
CREATE INDEX upload_waiting ON upload (changed) WHERE state IN ('reserved', 'checking', 'ready', 'deleting');
CREATE INDEX upload_unswept ON upload (put_until) WHERE NOT swept;

ALTER TABLE upload SET (autovacuum_vacuum_threshold = 0, autovacuum_vacuum_scale_factor = 0);
