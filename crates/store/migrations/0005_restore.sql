-- What is brought back to a relay that was restored from a backup.

CREATE TABLE fetched (
  space BLOB NOT NULL REFERENCES space (id),
  hash BLOB NOT NULL CHECK (length(hash) = 32),
  scope BLOB NOT NULL CHECK (length(scope) = 16),
  document BLOB NOT NULL CHECK (length(document) = 16),
  device BLOB NOT NULL CHECK (length(device) = 16),
  counter INTEGER NOT NULL,            -- the number of its device in the scope
  at INTEGER NOT NULL,                 -- when it came; it goes some weeks later
  bytes BLOB NOT NULL,                 -- an entry of another device as it came, sealed and signed
  PRIMARY KEY (space, hash)
) STRICT;

CREATE INDEX fetched_in_order ON fetched (space, scope, device, counter);

CREATE INDEX fetched_of_document ON fetched (document);

CREATE INDEX fetched_since ON fetched (space, at);

CREATE TABLE seen_to (
  space BLOB NOT NULL REFERENCES space (id),
  box BLOB NOT NULL CHECK (length(box) = 32),  -- a box that was handed in with a farewell, and is not looked at again
  PRIMARY KEY (space, box)
) STRICT, WITHOUT ROWID;

CREATE TABLE had (
  space BLOB NOT NULL REFERENCES space (id),
  document BLOB NOT NULL CHECK (length(document) = 16),
  device BLOB NOT NULL CHECK (length(device) = 16),
  counter INTEGER NOT NULL,            -- up to this number its entries were read, in a log that the relay has no more
  PRIMARY KEY (space, document, device)
) STRICT, WITHOUT ROWID;
