-- Files of messages. Their names are in the messages alone.

ALTER TABLE upload
    ADD COLUMN kind         smallint NOT NULL DEFAULT 1 CHECK (kind BETWEEN 1 AND 4),
    ADD COLUMN made_type    text,
    ADD COLUMN made_size    bigint,
    ADD COLUMN sha256       text,
    ADD COLUMN parts        text,
    ADD COLUMN copied_from  uuid,
    ADD COLUMN conversation uuid,
    ADD COLUMN sequence     bigint;
COMMENT ON COLUMN upload.kind IS '1 image, 2 video, 3 sound, 4 any other file.';
COMMENT ON COLUMN upload.made_type IS 'Of what is served, told by its bytes.';
COMMENT ON COLUMN upload.made_size IS 'Of what is served.';
COMMENT ON COLUMN upload.sha256 IS 'Of what is served, in hexadecimal.';
COMMENT ON COLUMN upload.parts IS 'What the store calls the upload of a file that comes in parts.';
COMMENT ON COLUMN upload.copied_from IS 'The upload of the same owner that this one is a copy of, of a message sent on.';
COMMENT ON COLUMN upload.conversation IS 'With sequence: the message it belongs to.';
CREATE INDEX upload_of_message ON upload (conversation, sequence) WHERE conversation IS NOT NULL;
