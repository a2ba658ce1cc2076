-- Who blocks whom. What the two say to each other is refused where it is recorded, so that no message overtakes a block.

CREATE TABLE block (
    blocker      uuid NOT NULL,
    blocked      uuid NOT NULL,
    conversation text NOT NULL,
    PRIMARY KEY (blocker, blocked)
);
COMMENT ON COLUMN block.conversation IS 'The stream of the direct conversation of the two, whether or not it has begun.';
CREATE INDEX block_blocked ON block (blocked);
CREATE INDEX block_conversation ON block (conversation);

-- As refuse_words_of_erased: whoever writes has waited for the head row, and so for the commit of a block.
CREATE FUNCTION refuse_words_between_blocked() RETURNS trigger LANGUAGE plpgsql SET enable_seqscan = off AS $$
BEGIN
    IF EXISTS (SELECT FROM fresh JOIN log.block ON block.conversation = fresh.stream WHERE fresh.content IS NOT NULL) THEN
        RAISE EXCEPTION 'one of the two blocks the other' USING ERRCODE = 'PE403';
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER event_between_unblocked AFTER INSERT ON event REFERENCING NEW TABLE AS fresh
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_words_between_blocked();
