-- What a group is called and lets its members do is said by the newest event of each of these types.
CREATE INDEX event_of_group ON event (stream, type, sequence) WHERE type LIKE 'parley.conversation.group-%';
