-- Whom people show what of them: everyone, friends or nobody.

ALTER TABLE account
    ADD COLUMN shows_online    text NOT NULL DEFAULT 'everyone',
    ADD COLUMN shows_last_seen text NOT NULL DEFAULT 'everyone',
    ADD COLUMN shows_receipts  text NOT NULL DEFAULT 'everyone',
    ADD COLUMN shows_avatar    text NOT NULL DEFAULT 'everyone',
    ADD COLUMN shows_about     text NOT NULL DEFAULT 'everyone';
COMMENT ON COLUMN account.shows_online IS 'Whom this person shows whether they are online, as the other columns of this kind.';

-- One look at each statement for both tables, where there was one for each.
CREATE OR REPLACE FUNCTION refuse_words_between_blocked() RETURNS trigger LANGUAGE plpgsql SET enable_seqscan = off AS $$
BEGIN
    IF EXISTS (
        SELECT FROM fresh CROSS JOIN LATERAL (
            SELECT FROM log.block WHERE block.conversation = fresh.stream
            UNION ALL
            SELECT FROM log.unwelcome WHERE unwelcome.conversation = fresh.stream AND unwelcome.author = fresh.owner
        ) AS refused
        WHERE fresh.content IS NOT NULL
    ) THEN
        RAISE EXCEPTION 'the other does not take this' USING ERRCODE = 'PE403';
    END IF;
    RETURN NULL;
END $$;
CREATE OR REPLACE TRIGGER event_of_welcome AFTER INSERT ON event FOR EACH STATEMENT
    WHEN (false) EXECUTE FUNCTION refuse_words_of_unwelcome();
COMMENT ON TRIGGER event_of_welcome ON event IS 'Never fires: event_between_unblocked looks at both tables.';
