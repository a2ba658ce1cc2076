-- Objects lie below their owner's id under the upload's, which whoever uploads or copies chooses: no two may choose the same place. A copy that
-- took the place of another file is none.

DELETE FROM upload copy USING upload other
    WHERE copy.owner = other.owner AND copy.id = other.id AND copy.account <> copy.owner
      AND (other.account = other.owner OR other.account < copy.account);
CREATE UNIQUE INDEX upload_object ON upload (owner, id);
