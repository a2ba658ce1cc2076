-- Apart from the entry, as whether someone is found is.
CREATE TABLE user_avatar (
    id       uuid PRIMARY KEY,
    avatar   uuid,
    position bigint NOT NULL
);
COMMENT ON TABLE user_avatar IS 'Which picture people have; nothing but the position of who has none any more or was erased.';
