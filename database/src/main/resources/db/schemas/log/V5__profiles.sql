-- People change their usernames. Nobody else gets the old one, and the person themselves can take it back.

ALTER TABLE username_of_erased ADD COLUMN account uuid;
COMMENT ON TABLE username_of_erased IS 'Names that nobody holds any more and that are never given to others: keyed digests.';
COMMENT ON COLUMN username_of_erased.account IS 'Who had the name and may have it again; null once they were erased.';
CREATE INDEX username_of_erased_account ON username_of_erased (account);

-- What happened to the accounts of people one shares conversations with is asked for by every device that comes back.
CREATE INDEX event_to_peers ON event (position) WHERE type IN ('parley.account.profile-changed', 'parley.account.erased');
