-- Whom someone shares a conversation with is asked whenever they come or go. From the members of two hundred conversations to the
-- rows themselves would be as many more pages.

CREATE INDEX membership_members ON membership (conversation, member) WHERE left_sequence IS NULL;
COMMENT ON INDEX membership_members IS 'Who is present in a conversation, without a look at the rows.';
