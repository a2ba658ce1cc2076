-- What somebody writes who may not at once is recorded, and waits for the answer of the other.

ALTER TABLE unwelcome ADD COLUMN asks boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN unwelcome.asks IS 'Whether what the author writes is recorded, as a request, which the recipient answers before they write themselves.';

CREATE TABLE request_answer (
    recipient uuid NOT NULL,
    author    uuid NOT NULL,
    answer    text NOT NULL,
    PRIMARY KEY (recipient, author)
);
COMMENT ON TABLE request_answer IS 'Whose requests somebody accepted, also by writing to them first, or ignored.';
COMMENT ON COLUMN request_answer.answer IS 'accepted or ignored.';
CREATE INDEX request_answer_author ON request_answer (author);

CREATE OR REPLACE FUNCTION refuse_words_between_blocked() RETURNS trigger LANGUAGE plpgsql SET enable_seqscan = off AS $$
BEGIN
    IF EXISTS (
        SELECT FROM fresh CROSS JOIN LATERAL (
            SELECT FROM log.block WHERE block.conversation = fresh.stream
            UNION ALL
            SELECT FROM log.unwelcome WHERE unwelcome.conversation = fresh.stream
              AND fresh.owner = CASE WHEN asks THEN unwelcome.recipient ELSE unwelcome.author END
        ) AS refused
        WHERE fresh.content IS NOT NULL
    ) THEN
        RAISE EXCEPTION 'the other does not take this, or is to be answered first' USING ERRCODE = 'PE403';
    END IF;
    RETURN NULL;
END $$;

-- Who restricted others before to their friends is asked by them from now on.
UPDATE unwelcome SET asks = true FROM account WHERE account.account = unwelcome.recipient AND account.writes = 'friends';
