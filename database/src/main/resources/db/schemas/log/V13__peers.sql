-- As event_to_peers, with the types that are told to peers since.
CREATE INDEX event_telling_peers ON event (position)
    WHERE type IN ('parley.account.avatar-changed', 'parley.account.erased', 'parley.account.profile-changed',
                   'parley.account.status-changed');
