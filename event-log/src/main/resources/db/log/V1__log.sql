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
    content    bytea,
    CONSTRAINT event_stream_sequence UNIQUE (stream, sequence)
);
COMMENT ON COLUMN event.content IS 'What a person wrote: salt and JSON. Null once forgotten; the payload keeps its commitment.';
CREATE UNIQUE INDEX event_stream_command ON event (stream, command_id) WHERE command_id IS NOT NULL;

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the event log is append-only';
END $$;

CREATE FUNCTION only_forget_content() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.content IS NULL
       AND ROW(NEW.position, NEW.stream, NEW.sequence, NEW.event_id, NEW.command_id, NEW.type, NEW.revision,
               NEW.recorded, NEW.payload, NEW.metadata)
           IS NOT DISTINCT FROM
           ROW(OLD.position, OLD.stream, OLD.sequence, OLD.event_id, OLD.command_id, OLD.type, OLD.revision,
               OLD.recorded, OLD.payload, OLD.metadata) THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'the event log is append-only';
END $$;

CREATE TRIGGER event_only_forgets BEFORE UPDATE ON event FOR EACH ROW EXECUTE FUNCTION only_forget_content();
CREATE TRIGGER event_never_deleted BEFORE DELETE ON event FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER event_never_emptied BEFORE TRUNCATE ON event FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TABLE membership (
    conversation   uuid   NOT NULL,
    member         uuid   NOT NULL,
    first_sequence bigint NOT NULL,
    last_sequence  bigint,
    PRIMARY KEY (conversation, member, first_sequence)
);
COMMENT ON TABLE membership IS 'Intervals of a conversation''s sequences a member may see; an open one means the member is present.';
CREATE INDEX membership_ever ON membership (member);
CREATE INDEX membership_present ON membership (member, conversation) WHERE last_sequence IS NULL;

CREATE TABLE username (
    username text PRIMARY KEY,
    account  uuid NOT NULL UNIQUE
);

CREATE TABLE erasure (
    account   uuid        PRIMARY KEY,
    id        uuid        NOT NULL UNIQUE,
    requested timestamptz NOT NULL
);
COMMENT ON COLUMN erasure.id IS 'Random: knowing it is the right to see how far the forgetting has come.';

CREATE TABLE erasure_part (
    account   uuid NOT NULL REFERENCES erasure,
    part      text NOT NULL,
    forgotten timestamptz,
    PRIMARY KEY (account, part)
);
COMMENT ON TABLE erasure_part IS 'Everyone who has something to forget, and when they had.';
CREATE INDEX erasure_part_waiting ON erasure_part (part) WHERE forgotten IS NULL;
