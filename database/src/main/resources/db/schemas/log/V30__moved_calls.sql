-- A call goes on on another device of one of the two.

ALTER TABLE live_call ADD COLUMN moves integer NOT NULL DEFAULT 0;
ALTER TABLE live_call ADD COLUMN answered timestamptz;
COMMENT ON COLUMN live_call.moves IS 'How often one of the two moved it to another device: of several devices that want it, one counts on.';
COMMENT ON COLUMN live_call.answered IS 'Null while it rings.';
