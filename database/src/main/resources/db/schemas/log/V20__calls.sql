-- The calls that ring or go on, and who is in one. Follow from the events, in their transactions; the devices and when they were heard of
-- last are told by the devices.

CREATE TABLE live_call (
    conversation  uuid        PRIMARY KEY,
    message       uuid        NOT NULL,
    number        bigint      NOT NULL,
    sequence      bigint      NOT NULL,
    caller        uuid        NOT NULL,
    callee        uuid        NOT NULL,
    kind          text        NOT NULL,
    accepted      boolean     NOT NULL DEFAULT false,
    started       timestamptz NOT NULL DEFAULT clock_timestamp(),
    caller_device uuid,
    callee_device uuid,
    caller_seen   timestamptz NOT NULL DEFAULT clock_timestamp(),
    callee_seen   timestamptz NOT NULL DEFAULT clock_timestamp()
);
COMMENT ON COLUMN live_call.message IS 'The message that stands for the call; its id is the call''s.';
COMMENT ON COLUMN live_call.sequence IS 'Of that message.';
COMMENT ON COLUMN live_call.caller_device IS 'The session in the call, on that side; null until it says so.';

CREATE TABLE in_call (
    person       uuid PRIMARY KEY,
    conversation uuid NOT NULL
);
COMMENT ON TABLE in_call IS 'Who calls, or has answered: nobody is in two calls.';
CREATE INDEX in_call_conversation ON in_call (conversation);
