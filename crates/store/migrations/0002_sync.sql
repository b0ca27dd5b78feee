-- What syncing needs. The store reads none of the bytes that it keeps here: records, keys and entries are what the protocol says.

CREATE TABLE space (
  id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 32),
  relay TEXT NOT NULL,                 -- where its relay is
  name TEXT NOT NULL,                  -- what this device calls it
  seed BLOB NOT NULL                   -- this device's own keys in it
    CHECK (length(seed) = 64),
  joined INTEGER NOT NULL,
  log BLOB CHECK (length(log) = 16),   -- which log of the relay the cursor counts in; NULL before the first exchange
  cursor INTEGER NOT NULL DEFAULT 0,   -- how far this device has read in it
  heard INTEGER,                       -- the last exchange that was complete
  paused INTEGER NOT NULL DEFAULT 0 CHECK (paused IN (0, 1)),
  begun INTEGER NOT NULL DEFAULT 0     -- 1 when the relay has its first record
    CHECK (begun IN (0, 1)),
  left INTEGER,                        -- when this device was out of it
  wishes INTEGER NOT NULL DEFAULT 0    -- how many wishes there ever were
) STRICT;

-- Its row once more, on another page, but for how far it has read: with the seed gone, the device would be out of the space.
CREATE INDEX space_again ON space (seed, id, relay, name, joined, paused, begun, left, wishes);

CREATE TABLE record (
  space BLOB NOT NULL REFERENCES space (id),
  scope BLOB NOT NULL                  -- whose sharing log; '' for the membership log
    CHECK (length(scope) IN (0, 16)),
  n INTEGER NOT NULL CHECK (n >= 0),   -- 0, 1, 2 … within the log
  bytes BLOB NOT NULL,
  PRIMARY KEY (space, scope, n)
) STRICT, WITHOUT ROWID;

CREATE TABLE held_key (
  space BLOB NOT NULL REFERENCES space (id),
  id BLOB NOT NULL CHECK (length(id) = 32),
  scope BLOB CHECK (length(scope) = 16),  -- NULL where it is not of one scope
  bytes BLOB NOT NULL,                 -- a key that this device holds
  PRIMARY KEY (space, id)
) STRICT;

-- The keys once more, on other pages, as with scope_key.
CREATE INDEX held_key_again ON held_key (bytes, space, id, scope);

CREATE TABLE chain (
  space BLOB NOT NULL REFERENCES space (id),
  scope BLOB NOT NULL CHECK (length(scope) = 16),
  chain BLOB NOT NULL                  -- where the entries of the scope stand
    CHECK (length(chain) = 32),
  through INTEGER NOT NULL,            -- the last cursor of the relay's log that is in it
  PRIMARY KEY (space, scope)
) STRICT, WITHOUT ROWID;

CREATE TABLE writer (
  space BLOB NOT NULL REFERENCES space (id),
  scope BLOB NOT NULL CHECK (length(scope) = 16),
  device BLOB NOT NULL CHECK (length(device) = 16),
  counter INTEGER NOT NULL,            -- every number that the device used in the scope
  entry BLOB NOT NULL                  -- and what stands at it
    CHECK (length(entry) = 32),
  PRIMARY KEY (space, scope, device, counter)
) STRICT, WITHOUT ROWID;

CREATE TABLE sealed (
  space BLOB NOT NULL REFERENCES space (id),
  hash BLOB NOT NULL CHECK (length(hash) = 32),
  scope BLOB NOT NULL CHECK (length(scope) = 16),
  document BLOB NOT NULL CHECK (length(document) = 16),
  counter INTEGER NOT NULL,            -- this device's number for it in the scope
  bytes BLOB NOT NULL,                 -- the entry as it is sent, each time the same; '' once its document was erased
  cursor INTEGER,                      -- its place in the relay's log; NULL until the relay has acknowledged it
  abandoned INTEGER NOT NULL DEFAULT 0 -- 1 where the relay sent it back; its number stays used
    CHECK (abandoned IN (0, 1)),
  PRIMARY KEY (space, hash)
) STRICT;

-- No number is used twice: others would take this device for a copied folder.
CREATE UNIQUE INDEX sealed_number ON sealed (space, scope, counter);

CREATE INDEX sealed_waiting ON sealed (space, scope, counter) WHERE cursor IS NULL AND abandoned = 0;

CREATE INDEX sealed_of_document ON sealed (document);

-- The entry that a change went into; NULL while it waits to be sealed.
ALTER TABLE outbox ADD COLUMN sealed BLOB CHECK (length(sealed) = 32);

CREATE INDEX outbox_of_entry ON outbox (sealed) WHERE sealed IS NOT NULL;

-- Until when a basis was meant to last; NULL where nobody said.
ALTER TABLE basis ADD COLUMN until TEXT;

CREATE TABLE shared (
  document BLOB NOT NULL PRIMARY KEY REFERENCES document (id),
  at INTEGER NOT NULL                  -- when a relay last acknowledged a change of it
) STRICT, WITHOUT ROWID;

CREATE TABLE aside (
  space BLOB NOT NULL REFERENCES space (id),
  hash BLOB NOT NULL CHECK (length(hash) = 32),
  cursor INTEGER NOT NULL,
  scope BLOB NOT NULL CHECK (length(scope) = 16),
  document BLOB NOT NULL CHECK (length(document) = 16),
  bytes BLOB NOT NULL,                 -- an entry that cannot be taken, or not yet
  why TEXT NOT NULL,
  PRIMARY KEY (space, hash)
) STRICT;

CREATE TABLE wish (
  space BLOB NOT NULL REFERENCES space (id),
  n INTEGER NOT NULL,                  -- 1, 2, 3 … within the space; never used twice
  bytes BLOB NOT NULL,                 -- what a person wants and no log has taken yet
  PRIMARY KEY (space, n)
) STRICT;
