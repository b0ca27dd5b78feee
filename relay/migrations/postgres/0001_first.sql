-- The same tables as in SQLite. Every key begins with the space, so that a database of several servers can be divided by it.

-- One row a space. Records and entries stand in one line; `head` is its newest cursor, `bytes` what entries, records and boxes take together, `log` the relay's log id,
-- `restored` 1 once this came from a backup.
CREATE TABLE space (
    space    BYTEA NOT NULL PRIMARY KEY CHECK (length(space) = 32),
    log      BYTEA NOT NULL CHECK (length(log) = 16),
    restored BIGINT NOT NULL CHECK (restored IN (0, 1)),
    head     BIGINT NOT NULL CHECK (head >= 0),
    bytes    BIGINT NOT NULL CHECK (bytes >= 0)
);

-- The membership log: record `n` from 0.
CREATE TABLE membership_record (
    space  BYTEA NOT NULL REFERENCES space (space),
    n      BIGINT NOT NULL CHECK (n >= 0),
    cursor BIGINT NOT NULL CHECK (cursor > 0),
    hash   BYTEA NOT NULL CHECK (length(hash) = 32),
    bytes  BYTEA NOT NULL,
    PRIMARY KEY (space, n),
    UNIQUE (space, cursor),
    UNIQUE (space, hash)
);

-- A scope and where the chain of its entries stands.
CREATE TABLE scope (
    space BYTEA NOT NULL REFERENCES space (space),
    scope BYTEA NOT NULL CHECK (length(scope) = 16),
    chain BYTEA NOT NULL CHECK (length(chain) = 32),
    PRIMARY KEY (space, scope)
);

-- The sharing log of a scope: record `n` from 0.
CREATE TABLE sharing_record (
    space  BYTEA NOT NULL,
    scope  BYTEA NOT NULL,
    n      BIGINT NOT NULL CHECK (n >= 0),
    cursor BIGINT NOT NULL CHECK (cursor > 0),
    hash   BYTEA NOT NULL CHECK (length(hash) = 32),
    bytes  BYTEA NOT NULL,
    PRIMARY KEY (space, scope, n),
    UNIQUE (space, cursor),
    UNIQUE (space, hash),
    FOREIGN KEY (space, scope) REFERENCES scope (space, scope)
);
CREATE INDEX sharing_record_of_scope ON sharing_record (space, scope, cursor);

-- An erased scope and the record that ended it. Stays for ever.
CREATE TABLE tombstone (
    space  BYTEA NOT NULL,
    scope  BYTEA NOT NULL,
    record BYTEA NOT NULL CHECK (length(record) = 32),
    PRIMARY KEY (space, scope),
    FOREIGN KEY (space, scope) REFERENCES scope (space, scope)
);

-- Entries as they came. `chain` is the scope's chain after this one.
CREATE TABLE entry (
    space    BYTEA NOT NULL,
    cursor   BIGINT NOT NULL CHECK (cursor > 0),
    scope    BYTEA NOT NULL,
    document BYTEA NOT NULL CHECK (length(document) = 16),
    hash     BYTEA NOT NULL CHECK (length(hash) = 32),
    chain    BYTEA NOT NULL CHECK (length(chain) = 32),
    bytes    BYTEA NOT NULL,
    PRIMARY KEY (space, cursor),
    UNIQUE (space, hash),
    FOREIGN KEY (space, scope) REFERENCES scope (space, scope)
);
CREATE INDEX entry_of_scope ON entry (space, scope, cursor);

-- Which entry stands at which number of a device in a scope, abandoned ones too. Outlives the entry.
CREATE TABLE number (
    space   BYTEA NOT NULL,
    scope   BYTEA NOT NULL,
    device  BYTEA NOT NULL CHECK (length(device) = 16),
    counter BIGINT NOT NULL CHECK (counter > 0),
    entry   BYTEA NOT NULL CHECK (length(entry) = 32),
    PRIMARY KEY (space, scope, device, counter),
    FOREIGN KEY (space, scope) REFERENCES scope (space, scope)
);

-- Key boxes under their hash. `put` is when they came: a process that starts deletes what nothing has named for a day.
CREATE TABLE box (
    space BYTEA NOT NULL REFERENCES space (space),
    hash  BYTEA NOT NULL CHECK (length(hash) = 32),
    bytes BYTEA NOT NULL,
    put   TIMESTAMPTZ NOT NULL DEFAULT now(),
    PRIMARY KEY (space, hash)
);

-- Which log names a box, and for what. `log` is a scope, or empty for the membership log. `subject` is the scope's key or the device
-- that hands something in; in the membership log zeros for the space key, or the person whose key is in it. A box that nothing names is on its way to a record, or goes some day.
CREATE TABLE box_use (
    space   BYTEA NOT NULL,
    log     BYTEA NOT NULL CHECK (length(log) IN (0, 16)),
    subject BYTEA NOT NULL CHECK (length(subject) = 16),
    hash    BYTEA NOT NULL,
    PRIMARY KEY (space, log, subject, hash),
    FOREIGN KEY (space, hash) REFERENCES box (space, hash)
);
CREATE INDEX box_use_of_box ON box_use (space, hash);

-- Sealed bytes do not get smaller, and are read whole.
ALTER TABLE entry ALTER COLUMN bytes SET STORAGE EXTERNAL;
ALTER TABLE box ALTER COLUMN bytes SET STORAGE EXTERNAL;
