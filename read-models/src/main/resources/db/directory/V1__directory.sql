CREATE TABLE user_entry (
    id           uuid PRIMARY KEY,
    username     text COLLATE "C" NOT NULL UNIQUE,
    display_name text NOT NULL,
    position     bigint NOT NULL
);

-- What an entry is found by: the username and each word of the name, in lower case. "C" so that a prefix is a range.
CREATE TABLE user_term (
    term text COLLATE "C" NOT NULL,
    id   uuid NOT NULL REFERENCES user_entry,
    PRIMARY KEY (term, id)
);

CREATE INDEX user_term_of_entry ON user_term (id);

CREATE TABLE checkpoint (
    queue    int PRIMARY KEY,
    position bigint NOT NULL
);
