-- Which members of groups may say nothing, and until when. Follows from the events, in their transactions; the group itself decides.

CREATE TABLE mute (
    conversation uuid NOT NULL,
    member       uuid NOT NULL,
    until        timestamptz NOT NULL,
    PRIMARY KEY (conversation, member)
);
CREATE INDEX mute_member ON mute (member);
