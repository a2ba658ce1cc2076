-- What members of groups report to those who lead them, until one of these has dealt with it.
CREATE TABLE report (
    report       uuid   PRIMARY KEY,
    conversation uuid   NOT NULL,
    reporter     uuid   NOT NULL,
    about        uuid   NOT NULL,
    target       bigint,
    sequence     bigint NOT NULL
);
COMMENT ON COLUMN report.target IS 'The sequence of the message it is about; null if it is about the person.';
COMMENT ON COLUMN report.sequence IS 'Of the event that says so in the stream of the report.';
CREATE INDEX report_conversation ON report (conversation);
CREATE INDEX report_reporter ON report (reporter);
CREATE INDEX report_about ON report (about);
