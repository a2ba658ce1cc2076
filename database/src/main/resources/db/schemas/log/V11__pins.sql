-- Which messages are pinned in a conversation. Follows from the events, in their transactions.

CREATE TABLE pin (
    conversation uuid NOT NULL,
    number       bigint NOT NULL,
    sequence     bigint NOT NULL,
    message      uuid NOT NULL,
    pinned_by    uuid NOT NULL,
    pinned       bigint NOT NULL,
    PRIMARY KEY (conversation, number)
);
COMMENT ON COLUMN pin.sequence IS 'Of the message.';
COMMENT ON COLUMN pin.pinned IS 'The sequence of the event that pinned it.';
