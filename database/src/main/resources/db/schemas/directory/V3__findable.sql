-- Apart from the entry, so that it does not matter which of the two is told first.
CREATE TABLE user_findable (
    id       uuid PRIMARY KEY,
    findable text   NOT NULL,
    position bigint NOT NULL
);
COMMENT ON TABLE user_findable IS 'By what strangers find a person, where it is not by name.';
