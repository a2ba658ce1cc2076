-- Apart from the entry, as whether someone is found is.
CREATE TABLE user_suspended (
    id        uuid PRIMARY KEY,
    suspended boolean NOT NULL,
    position  bigint  NOT NULL
);
COMMENT ON TABLE user_suspended IS 'Who is not found by anybody until an operator lifts that.';
