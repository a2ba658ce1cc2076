-- Which pictures of pages lie in the object store because a message shows them. Follows from the events, in their transactions.

CREATE TABLE link_picture (
    picture      uuid    PRIMARY KEY,
    author       uuid    NOT NULL,
    conversation uuid    NOT NULL,
    message      uuid    NOT NULL,
    deleted      boolean NOT NULL DEFAULT false
);
COMMENT ON COLUMN link_picture.author IS 'Below whose id it lies.';
COMMENT ON COLUMN link_picture.deleted IS 'Its message was deleted; the picture may be there still.';
CREATE INDEX link_picture_message ON link_picture (conversation, message);
CREATE INDEX link_picture_author ON link_picture (author);
CREATE INDEX link_picture_deleted ON link_picture (picture) WHERE deleted;
