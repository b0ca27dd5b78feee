-- The whole schema as it stands after the newest migration. Written by the test in src/migration.rs:
-- UPDATE_SCHEMA=1 cargo test -p store schema_sql

CREATE TABLE document (
  id BLOB NOT NULL PRIMARY KEY,
  scope BLOB,                          -- the resident whose scope it belongs to; NULL for the space's own documents
  kind TEXT NOT NULL,                  -- 'dossier', 'plan', 'conversation', 'directory'
  sample INTEGER NOT NULL DEFAULT 0    -- 1 where it came with the sample neighbourhood
) STRICT, WITHOUT ROWID;

CREATE INDEX document_of_scope ON document (scope, kind, sample);

CREATE TABLE scope_key (
  scope BLOB NOT NULL PRIMARY KEY,
  key BLOB NOT NULL                    -- 32 random bytes; what its documents hold is sealed under it. Erasing deletes it first
    CHECK (length(key) = 32)
) STRICT, WITHOUT ROWID;

CREATE INDEX scope_key_again ON scope_key (key, scope);

CREATE TABLE change (
  document BLOB NOT NULL REFERENCES document (id),
  hash BLOB NOT NULL,                  -- automerge's own hash of the change
  n INTEGER NOT NULL,                  -- 1, 2, 3 … within the document, in the order of arrival; never used twice
  bytes BLOB NOT NULL,                 -- sealed where the document has a scope
  PRIMARY KEY (document, hash)
) STRICT, WITHOUT ROWID;

CREATE TABLE snapshot (
  document BLOB NOT NULL PRIMARY KEY REFERENCES document (id),
  through INTEGER NOT NULL,            -- it holds every change up to and including this n
  bytes BLOB NOT NULL                  -- sealed where the document has a scope
) STRICT;

CREATE TABLE outbox (
  document BLOB NOT NULL,
  hash BLOB NOT NULL, sealed BLOB CHECK (length(sealed) = 32),
  PRIMARY KEY (document, hash),
  FOREIGN KEY (document, hash) REFERENCES change (document, hash)  -- a change that waits cannot be deleted
) STRICT, WITHOUT ROWID;

CREATE TABLE tombstone (
  id BLOB NOT NULL PRIMARY KEY,        -- the erased scope or conversation; nothing else is kept of it
  at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE resident (
  id BLOB NOT NULL PRIMARY KEY,
  name TEXT NOT NULL,
  folded_name TEXT NOT NULL,           -- lower case, no accents, one space between words: to order by and to find by
  form TEXT NOT NULL,                  -- 'u', 'je'
  birth_decade INTEGER,
  neighbourhood TEXT NOT NULL,
  language TEXT NOT NULL,
  added INTEGER NOT NULL,
  asked TEXT,                          -- the last day somebody asked how it went
  not_before TEXT,                     -- 'niet nu': ask nothing before this day
  contact_person TEXT NOT NULL,
  remarks TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX resident_by_name ON resident (folded_name);

CREATE TABLE basis (
  resident BLOB NOT NULL REFERENCES resident (id) ON DELETE CASCADE,
  id BLOB NOT NULL,
  purpose TEXT NOT NULL,
  ground TEXT NOT NULL,
  given_by TEXT NOT NULL,
  language TEXT NOT NULL,
  given_at INTEGER NOT NULL,
  withdrawn INTEGER,
  recorded_by TEXT NOT NULL,
  told TEXT NOT NULL, until TEXT,                  -- the very words
  PRIMARY KEY (resident, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE plan_part (
  resident BLOB NOT NULL,              -- a plan can be here without its dossier: it is shared alone
  part TEXT NOT NULL,                  -- 'want', 'can', 'need', 'solution', 'before', 'after'
  text TEXT NOT NULL,
  PRIMARY KEY (resident, part)
) STRICT, WITHOUT ROWID;

CREATE TABLE step (
  resident BLOB NOT NULL,
  id BLOB NOT NULL,
  on_day TEXT,
  agreed_in BLOB,                      -- the conversation
  state TEXT NOT NULL,                 -- 'open', 'happened', 'otherwise', 'let-go'
  text TEXT NOT NULL,
  note TEXT NOT NULL,
  PRIMARY KEY (resident, id)
) STRICT, WITHOUT ROWID;

CREATE INDEX step_open ON step (on_day) WHERE state = 'open' AND on_day IS NOT NULL;

CREATE TABLE conversation (
  id BLOB NOT NULL PRIMARY KEY,
  resident BLOB NOT NULL,
  instrument TEXT NOT NULL,            -- id and version, 'pg-volwassen@1'
  started INTEGER NOT NULL,
  on_day TEXT NOT NULL,
  place TEXT NOT NULL,
  present TEXT NOT NULL,               -- a JSON list of voices
  first_step BLOB,                     -- the same step in the plan
  first_step_on TEXT,
  first_step_text TEXT,
  look_back TEXT,
  looked_back TEXT,
  finished INTEGER
) STRICT, WITHOUT ROWID;

CREATE INDEX conversation_of_resident ON conversation (resident, on_day, started);

CREATE INDEX conversation_unfinished ON conversation (resident, on_day, started, finished) WHERE finished IS NULL;

CREATE INDEX conversation_look_back ON conversation (look_back, resident, on_day, started, looked_back, finished)
  WHERE look_back IS NOT NULL AND looked_back IS NULL AND finished IS NOT NULL;

CREATE TABLE answer (
  conversation BLOB NOT NULL REFERENCES conversation (id) ON DELETE CASCADE,
  target TEXT NOT NULL,                -- 'd:' and a dimension's code, or 'i:' and an item's
  value INTEGER CHECK (value BETWEEN 0 AND 10),
  declined INTEGER NOT NULL,           -- 1 for 'liever niet'
  voice TEXT,                          -- who answered; NULL while the answer is empty
  want_to_talk INTEGER NOT NULL,
  conflicting TEXT NOT NULL,           -- a JSON list of other answers that wait for a person to choose
  PRIMARY KEY (conversation, target),
  CHECK (value IS NULL OR declined = 0),
  CHECK ((voice IS NULL) = (value IS NULL AND declined = 0))
) STRICT, WITHOUT ROWID;

CREATE TABLE remark (
  conversation BLOB NOT NULL REFERENCES conversation (id) ON DELETE CASCADE,
  target TEXT NOT NULL,
  id BLOB NOT NULL,
  voice TEXT NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (conversation, target, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE talk_step (
  conversation BLOB NOT NULL REFERENCES conversation (id) ON DELETE CASCADE,
  step TEXT NOT NULL,                  -- 'stands-out', 'matters-most', …
  is_right INTEGER,                    -- 'klopt dit?'; NULL until asked
  PRIMARY KEY (conversation, step)
) STRICT, WITHOUT ROWID;

CREATE TABLE said (
  conversation BLOB NOT NULL REFERENCES conversation (id) ON DELETE CASCADE,
  step TEXT NOT NULL,
  voice TEXT NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (conversation, step, voice)
) STRICT, WITHOUT ROWID;

CREATE TABLE theme (
  conversation BLOB NOT NULL REFERENCES conversation (id) ON DELETE CASCADE,
  step TEXT NOT NULL,
  dimension TEXT NOT NULL,
  PRIMARY KEY (conversation, step, dimension)
) STRICT, WITHOUT ROWID;

CREATE TABLE written (
  id INTEGER PRIMARY KEY,
  resident BLOB NOT NULL,
  owner BLOB NOT NULL,                 -- the conversation it stands in, or the resident for dossier and plan
  kind TEXT NOT NULL,                  -- 'name', 'remark', 'said', 'step', …
  part TEXT NOT NULL,                  -- which one of that kind; '' where there is one
  text TEXT NOT NULL,
  UNIQUE (owner, kind, part)
) STRICT;

CREATE INDEX written_of_resident ON written (resident);

CREATE VIRTUAL TABLE search USING fts5 (
  text,
  content = 'written',
  content_rowid = 'id',
  tokenize = 'unicode61 remove_diacritics 2',
  prefix = '1 2 3'
);

CREATE TABLE device (
  only INTEGER NOT NULL PRIMARY KEY CHECK (only = 1),
  id BLOB NOT NULL,
  person BLOB NOT NULL                 -- who uses it
) STRICT;

CREATE TABLE resume (
  conversation BLOB NOT NULL PRIMARY KEY,
  place TEXT NOT NULL                  -- where the person was, in the words of the app's addresses
) STRICT, WITHOUT ROWID;

CREATE TABLE expectation (
  conversation BLOB NOT NULL,
  dimension TEXT NOT NULL,             -- what the professional expected to matter; for them alone
  PRIMARY KEY (conversation, dimension)
) STRICT, WITHOUT ROWID;

CREATE TABLE to_print (
  conversation BLOB NOT NULL PRIMARY KEY,
  since INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE imported_instrument (
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  imported_at INTEGER NOT NULL,
  file TEXT NOT NULL,                  -- as it was read
  PRIMARY KEY (id, version)
) STRICT;

CREATE TABLE access (
  n INTEGER NOT NULL PRIMARY KEY,      -- 1, 2, 3 …
  event TEXT NOT NULL,                 -- 'opened', 'printed', 'exported', …
  at INTEGER NOT NULL,
  person BLOB NOT NULL,                -- who
  scope BLOB,                          -- about whom; NULL where it is about everything
  previous BLOB NOT NULL,              -- the hash of n - 1; zeros before the first
  hash BLOB NOT NULL
) STRICT;

CREATE TABLE setting (
  name TEXT NOT NULL PRIMARY KEY,
  value TEXT NOT NULL                  -- JSON
) STRICT, WITHOUT ROWID;

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
, device BLOB CHECK (length(device) = 16), person BLOB CHECK (length(person) = 16)) STRICT;

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

CREATE UNIQUE INDEX sealed_number ON sealed (space, scope, counter);

CREATE INDEX sealed_waiting ON sealed (space, scope, counter) WHERE cursor IS NULL AND abandoned = 0;

CREATE INDEX sealed_of_document ON sealed (document);

CREATE INDEX outbox_of_entry ON outbox (sealed) WHERE sealed IS NOT NULL;

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

CREATE INDEX space_again ON space (seed, id, relay, name, joined, paused, begun, left, wishes, device, person);

CREATE TABLE home (
  id BLOB NOT NULL PRIMARY KEY         -- a resident's scope, or the document with a team's directory
    CHECK (length(id) = 16),
  space BLOB NOT NULL REFERENCES space (id)  -- the one space in which it lives, also after this device left it; without a row it is only here
) STRICT, WITHOUT ROWID;

CREATE INDEX home_of_space ON home (space, id);

CREATE TABLE person (
  directory BLOB NOT NULL,             -- the document that it was made from
  id BLOB NOT NULL,
  name TEXT NOT NULL,
  role TEXT NOT NULL,
  PRIMARY KEY (directory, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE contact (
  directory BLOB NOT NULL,
  id BLOB NOT NULL,
  name TEXT NOT NULL,
  number TEXT NOT NULL,
  note TEXT NOT NULL,
  PRIMARY KEY (directory, id)
) STRICT, WITHOUT ROWID;

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

CREATE INDEX device_again ON device (only, id, person);
