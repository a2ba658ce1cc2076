-- Which streams apart from any conversation tell a person something, as their own account does.

CREATE TABLE personal_stream (
    person uuid NOT NULL,
    stream text NOT NULL,
    PRIMARY KEY (person, stream)
);
COMMENT ON TABLE personal_stream IS 'The streams with events told to this person, as the events'' facets say: what their devices ask for when they come back.';

INSERT INTO personal_stream SELECT account, 'account/' || account FROM account WHERE NOT erased;
