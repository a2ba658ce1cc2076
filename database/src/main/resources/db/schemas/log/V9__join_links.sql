-- The links by which people join groups, so that whoever holds one can be told where it leads. Whether it may be used is decided where the
-- group is.
CREATE TABLE join_link (
    link         uuid    PRIMARY KEY,
    conversation uuid    NOT NULL,
    made_by      uuid    NOT NULL,
    uses         integer,
    used         integer NOT NULL DEFAULT 0,
    until        timestamptz,
    revoked      boolean NOT NULL DEFAULT false
);
CREATE INDEX join_link_conversation ON join_link (conversation) WHERE NOT revoked;
