-- Who wrote what came by somebody else, who vouches for it, and who finds a snapshot wrong. The one row of `device` gets a second copy.

CREATE TABLE vouched (
  document BLOB NOT NULL REFERENCES document (id),
  hash BLOB NOT NULL CHECK (length(hash) = 32),      -- a change that its author's device did not send itself
  author BLOB NOT NULL CHECK (length(author) = 16),  -- the device that it names as its author
  way TEXT NOT NULL,                   -- 'file', 'handed-in', 'entry'
  brought_by BLOB CHECK (length(brought_by) = 16),   -- the device that vouches for it; NULL for this one
  at INTEGER NOT NULL,                 -- when it was kept here
  PRIMARY KEY (document, hash)
) STRICT, WITHOUT ROWID;

CREATE TABLE flagged (
  document BLOB NOT NULL REFERENCES document (id),
  device BLOB NOT NULL CHECK (length(device) = 16),  -- another device, which says that a snapshot of the document is wrong
  at INTEGER NOT NULL,                 -- when that came here
  PRIMARY KEY (document, device)
) STRICT, WITHOUT ROWID;

-- Without this row nothing opens, so it stands on another page too.
CREATE INDEX device_again ON device (only, id, person);
