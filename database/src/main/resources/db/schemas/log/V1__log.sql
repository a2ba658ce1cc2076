-- The event log and its guard tables. Flyway runs this with "log" as the default schema.

CREATE TABLE head (
    only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    log_id   uuid        NOT NULL DEFAULT gen_random_uuid(),
    position bigint      NOT NULL DEFAULT 0,
    recorded timestamptz NOT NULL DEFAULT '-infinity'
);
COMMENT ON TABLE head IS 'One row: the lock appends queue for and the counter of positions, in one.';
INSERT INTO head DEFAULT VALUES;

CREATE TABLE event (
    position   bigint      PRIMARY KEY,
    stream     text        NOT NULL,
    sequence   bigint      NOT NULL,
    event_id   uuid        NOT NULL,
    command_id text,
    type       text        NOT NULL,
    revision   smallint    NOT NULL,
    recorded   timestamptz NOT NULL,
    payload    bytea       NOT NULL,
    metadata   bytea       NOT NULL,
    owner_kind smallint,
    owner      uuid,
    content    bytea,
    CONSTRAINT event_stream_sequence UNIQUE (stream, sequence),
    CONSTRAINT event_named CHECK (type LIKE 'parley.%' AND revision >= 1),
    CONSTRAINT event_owner_of_a_kind CHECK ((owner IS NULL) = (owner_kind IS NULL) AND owner_kind IN (1, 2)),
    CONSTRAINT event_content_owned CHECK (content IS NULL OR owner IS NOT NULL)
);
COMMENT ON COLUMN event.owner IS 'Whom the content belongs or belonged to, and so under whose data key it is.';
COMMENT ON COLUMN event.owner_kind IS '1: the owner is a person, 2: a group.';
COMMENT ON COLUMN event.content IS 'What a person wrote, salt and JSON, encrypted. Null once forgotten; the payload keeps its commitment.';
CREATE UNIQUE INDEX event_stream_command ON event (stream, command_id) WHERE command_id IS NOT NULL;
CREATE INDEX event_of_accounts ON event (position) WHERE stream LIKE 'account/%';
COMMENT ON INDEX event_of_accounts IS 'For who follows the few events of accounts among all the others.';

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the event log is append-only';
END $$;

CREATE FUNCTION only_forget_content() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.content IS NULL
       AND ROW(NEW.position, NEW.stream, NEW.sequence, NEW.event_id, NEW.command_id, NEW.type, NEW.revision,
               NEW.recorded, NEW.payload, NEW.metadata, NEW.owner_kind, NEW.owner)
           IS NOT DISTINCT FROM
           ROW(OLD.position, OLD.stream, OLD.sequence, OLD.event_id, OLD.command_id, OLD.type, OLD.revision,
               OLD.recorded, OLD.payload, OLD.metadata, OLD.owner_kind, OLD.owner) THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'the event log is append-only';
END $$;

CREATE TRIGGER event_only_forgets BEFORE UPDATE ON event FOR EACH ROW EXECUTE FUNCTION only_forget_content();
CREATE TRIGGER event_never_deleted BEFORE DELETE ON event FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER event_never_emptied BEFORE TRUNCATE ON event FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TABLE data_key (
    owner      uuid PRIMARY KEY,
    master_key text NOT NULL,
    wrapped    bytea,
    destroyed  timestamptz,
    CONSTRAINT data_key_whole_or_destroyed CHECK ((wrapped IS NULL) = (destroyed IS NOT NULL))
);
COMMENT ON TABLE data_key IS 'The key of each owner''s content, a person''s or a group''s, wrapped by a master key; the owner of zeros is the log itself.';

CREATE FUNCTION keep_destroyed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND NEW.owner = OLD.owner
       AND (OLD.destroyed IS NULL OR NEW.destroyed IS NOT DISTINCT FROM OLD.destroyed) THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'a data key is destroyed for ever';
END $$;

CREATE TRIGGER data_key_stays_destroyed BEFORE UPDATE OR DELETE ON data_key FOR EACH ROW EXECUTE FUNCTION keep_destroyed();
CREATE TRIGGER data_key_never_emptied BEFORE TRUNCATE ON data_key FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TABLE membership (
    conversation    uuid   NOT NULL,
    member          uuid   NOT NULL,
    joined_sequence bigint NOT NULL,
    left_sequence   bigint,
    visible_from    bigint NOT NULL,
    role            text   NOT NULL,
    PRIMARY KEY (conversation, member, joined_sequence),
    CONSTRAINT membership_in_order CHECK (left_sequence >= joined_sequence AND visible_from <= joined_sequence)
);
COMMENT ON TABLE membership IS 'Stays in a conversation, by its sequences, both ends included; an open one means the member is present.';
COMMENT ON COLUMN membership.visible_from IS 'The first sequence of the history before the stay that the member may read.';
CREATE INDEX membership_ever ON membership (member);
CREATE UNIQUE INDEX membership_present ON membership (member, conversation) WHERE left_sequence IS NULL;

CREATE TABLE username (
    username text PRIMARY KEY,
    account  uuid NOT NULL UNIQUE
);

CREATE TABLE username_of_erased (
    digest bytea PRIMARY KEY
);
COMMENT ON TABLE username_of_erased IS 'Names that are never given again though nobody holds them: keyed digests.';

CREATE TABLE account (
    account uuid    PRIMARY KEY,
    held    boolean NOT NULL DEFAULT false,
    erased  boolean NOT NULL DEFAULT false
);
COMMENT ON COLUMN account.erased IS 'Nothing under this person''s key is recorded any more.';
COMMENT ON TABLE account IS 'What decisions about a person are taken from, and the lock they queue for.';

-- Whoever writes while being erased holds a key that is still good. Waiting for the head row, their statement has waited
-- for the erasure's commit too; and the function looks after that wait, so it sees what the statement itself does not.
-- Its plan may be as old as the connection and must not be one for a small table.
CREATE FUNCTION refuse_words_of_erased() RETURNS trigger LANGUAGE plpgsql SET enable_seqscan = off AS $$
BEGIN
    IF EXISTS (SELECT FROM fresh JOIN log.account ON account.account = fresh.owner AND account.erased
               WHERE fresh.content IS NOT NULL) THEN
        RAISE EXCEPTION 'the person was erased' USING ERRCODE = 'PE410';
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER event_of_living AFTER INSERT ON event REFERENCING NEW TABLE AS fresh
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_words_of_erased();

CREATE TABLE erasure (
    account   uuid        PRIMARY KEY,
    id        uuid        NOT NULL UNIQUE,
    requested timestamptz NOT NULL
);
CREATE INDEX erasure_requested ON erasure (requested);
COMMENT ON COLUMN erasure.id IS 'Random: knowing it is the right to see how far the forgetting has come.';

CREATE TABLE erasure_part (
    account   uuid NOT NULL REFERENCES erasure,
    part      text NOT NULL,
    forgotten timestamptz,
    PRIMARY KEY (account, part)
);
COMMENT ON TABLE erasure_part IS 'Everyone who has something to forget, and when they had.';
CREATE INDEX erasure_part_waiting ON erasure_part (part) WHERE forgotten IS NULL;

CREATE TABLE snapshot (
    stream   text     PRIMARY KEY,
    sequence bigint   NOT NULL,
    revision int      NOT NULL,
    state    bytea    NOT NULL
);
COMMENT ON TABLE snapshot IS 'What a stream''s events up to a sequence amount to; may be lost, since the events are there.';

-- What is forgotten is overwritten, rarely and a row at a time: by the usual share of a table it would never be cleared away.
ALTER TABLE event SET (autovacuum_vacuum_threshold = 0, autovacuum_vacuum_scale_factor = 0,
                       toast.autovacuum_vacuum_threshold = 0, toast.autovacuum_vacuum_scale_factor = 0);
ALTER TABLE data_key SET (autovacuum_vacuum_threshold = 0, autovacuum_vacuum_scale_factor = 0);
ALTER TABLE username SET (autovacuum_vacuum_threshold = 0, autovacuum_vacuum_scale_factor = 0);
