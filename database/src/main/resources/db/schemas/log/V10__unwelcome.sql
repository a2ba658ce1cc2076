-- What people allow others, and what follows from it for direct conversations.

ALTER TABLE account ADD COLUMN writes text NOT NULL DEFAULT 'everyone', ADD COLUMN adds text NOT NULL DEFAULT 'everyone';
COMMENT ON COLUMN account.writes IS 'Who may write to this person: everyone, friends or nobody.';
COMMENT ON COLUMN account.adds IS 'Who may add this person to groups: everyone, friends or nobody.';

CREATE TABLE unwelcome (
    conversation text NOT NULL,
    author       uuid NOT NULL,
    recipient    uuid NOT NULL,
    PRIMARY KEY (conversation, author)
);
COMMENT ON TABLE unwelcome IS 'Who may not write in which direct conversation, because the other allows it friends only, or nobody.';
COMMENT ON COLUMN unwelcome.conversation IS 'The stream of the conversation, whether or not it has begun.';
CREATE INDEX unwelcome_recipient ON unwelcome (recipient);
CREATE INDEX unwelcome_author ON unwelcome (author);

-- As refuse_words_between_blocked.
CREATE FUNCTION refuse_words_of_unwelcome() RETURNS trigger LANGUAGE plpgsql SET enable_seqscan = off AS $$
BEGIN
    IF EXISTS (
        SELECT FROM fresh JOIN log.unwelcome ON unwelcome.conversation = fresh.stream AND unwelcome.author = fresh.owner
        WHERE fresh.content IS NOT NULL
    ) THEN
        RAISE EXCEPTION 'the other does not take this' USING ERRCODE = 'PE403';
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER event_of_welcome AFTER INSERT ON event REFERENCING NEW TABLE AS fresh
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_words_of_unwelcome();
