-- Objects lie below their owner's id under the upload's, which whoever uploads or copies chooses: no two may choose the same place.

CREATE UNIQUE INDEX upload_object ON upload (owner, id);
