-- Who is invited into a group or asks to join it, until the other side has answered.
CREATE TABLE admission (
    conversation uuid   NOT NULL,
    person       uuid   NOT NULL,
    sought_by    uuid   NOT NULL,
    sequence     bigint NOT NULL,
    PRIMARY KEY (conversation, person)
);
COMMENT ON COLUMN admission.sought_by IS 'The person themselves if they asked, otherwise who invited them.';
COMMENT ON COLUMN admission.sequence IS 'Of the event that says so in the stream of the two.';
CREATE INDEX admission_person ON admission (person);
CREATE INDEX admission_sought_by ON admission (sought_by);

ALTER TABLE join_link ADD COLUMN approval boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN join_link.approval IS 'Whether whoever comes by it asks first.';
