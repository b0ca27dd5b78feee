-- What a device has to know to make, check and take snapshots of documents that others have too. Ids and counts only.

CREATE TABLE growth (
  space BLOB NOT NULL REFERENCES space (id),
  document BLOB NOT NULL CHECK (length(document) = 16),
  scope BLOB NOT NULL CHECK (length(scope) = 16),
  since INTEGER NOT NULL,              -- how many entries with changes came since the newest snapshot
  covered INTEGER NOT NULL,            -- how many before it
  key BLOB NOT NULL                    -- the oldest key that one of them, or the snapshot itself, is under
    CHECK (length(key) = 16),
  PRIMARY KEY (space, document)
) STRICT, WITHOUT ROWID;

CREATE TABLE cover (
  space BLOB NOT NULL REFERENCES space (id),
  document BLOB NOT NULL CHECK (length(document) = 16),
  device BLOB NOT NULL CHECK (length(device) = 16),
  counter INTEGER NOT NULL,            -- the number of the device's last entry in the document
  entry BLOB NOT NULL                  -- and that entry
    CHECK (length(entry) = 32),
  PRIMARY KEY (space, document, device)
) STRICT, WITHOUT ROWID;

CREATE TABLE left_out (
  space BLOB NOT NULL REFERENCES space (id),
  document BLOB NOT NULL CHECK (length(document) = 16),
  device BLOB NOT NULL CHECK (length(device) = 16),
  counter INTEGER NOT NULL,            -- up to this number its entries were superseded before they came here
  PRIMARY KEY (space, document, device)
) STRICT, WITHOUT ROWID;
