-- The calls that go on in groups. That one goes on follows from the events, in their transactions; who is in it, by which device and when that
-- was heard of last, the devices say.

CREATE TABLE group_call (
    conversation uuid        PRIMARY KEY,
    message      uuid        NOT NULL,
    number       bigint      NOT NULL,
    sequence     bigint      NOT NULL,
    starter      uuid        NOT NULL,
    kind         text        NOT NULL,
    started      timestamptz NOT NULL DEFAULT clock_timestamp(),
    empty_since  timestamptz DEFAULT clock_timestamp()
);
COMMENT ON COLUMN group_call.message IS 'The message that stands for the call; its id is the call''s.';
COMMENT ON COLUMN group_call.empty_since IS 'Null while somebody is in it.';

ALTER TABLE in_call ADD COLUMN device uuid;
ALTER TABLE in_call ADD COLUMN seen timestamptz;
COMMENT ON COLUMN in_call.device IS 'The session in the call of a group; null in a call between two.';
