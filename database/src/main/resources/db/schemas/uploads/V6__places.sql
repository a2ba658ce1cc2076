-- Where an upload lies in the object store; two people put nothing in the same place.
CREATE INDEX upload_place ON upload (owner, id);
