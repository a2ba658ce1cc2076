-- Who is whose friend and who asks whom: two rows for two people, so that each finds theirs.

CREATE TABLE friendship (
    person       uuid   NOT NULL,
    other        uuid   NOT NULL,
    state        text   NOT NULL,
    conversation uuid   NOT NULL,
    sequence     bigint NOT NULL,
    PRIMARY KEY (person, other)
);
COMMENT ON COLUMN friendship.state IS 'friends, incoming, outgoing, or erased since one of the two was.';
COMMENT ON COLUMN friendship.conversation IS 'The direct conversation of the two, whether or not it has begun; the stream of their friendship has its id.';
COMMENT ON COLUMN friendship.sequence IS 'Of the event in that stream which says so.';
CREATE INDEX friendship_other ON friendship (other);
