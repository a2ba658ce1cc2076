-- Deleted groups of which something is still to be forgotten. Follows from the events, in their transactions.

CREATE TABLE deleted_group (
    conversation uuid   PRIMARY KEY,
    deleted      bigint NOT NULL,
    forgotten    bigint NOT NULL
);
COMMENT ON COLUMN deleted_group.deleted IS 'The sequence of the event that deleted it.';
COMMENT ON COLUMN deleted_group.forgotten IS 'The last sequence whose content is gone; -1 before the first.';
