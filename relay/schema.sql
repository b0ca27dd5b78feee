-- The whole schema after the newest migration. Written by the test in src/store/sqlite/migration.rs:
-- UPDATE_SCHEMA=1 cargo test -p relay schema_sql

CREATE TABLE space (
    space    BLOB NOT NULL PRIMARY KEY CHECK (length(space) = 32),
    log      BLOB NOT NULL CHECK (length(log) = 16),
    restored INTEGER NOT NULL CHECK (restored IN (0, 1)),
    head     INTEGER NOT NULL CHECK (head >= 0),
    bytes    INTEGER NOT NULL CHECK (bytes >= 0)
, door BLOB NOT NULL DEFAULT x'' CHECK (length(door) IN (0, 32))) STRICT, WITHOUT ROWID;

CREATE TABLE membership_record (
    space  BLOB NOT NULL REFERENCES space (space),
    n      INTEGER NOT NULL CHECK (n >= 0),
    cursor INTEGER NOT NULL CHECK (cursor > 0),
    hash   BLOB NOT NULL CHECK (length(hash) = 32),
    bytes  BLOB NOT NULL,
    PRIMARY KEY (space, n),
    UNIQUE (space, cursor),
    UNIQUE (space, hash)
) STRICT;

CREATE TABLE scope (
    space BLOB NOT NULL REFERENCES space (space),
    scope BLOB NOT NULL CHECK (length(scope) = 16),
    chain BLOB NOT NULL CHECK (length(chain) = 32),
    PRIMARY KEY (space, scope)
) STRICT, WITHOUT ROWID;

CREATE TABLE sharing_record (
    space  BLOB NOT NULL,
    scope  BLOB NOT NULL,
    n      INTEGER NOT NULL CHECK (n >= 0),
    cursor INTEGER NOT NULL CHECK (cursor > 0),
    hash   BLOB NOT NULL CHECK (length(hash) = 32),
    bytes  BLOB NOT NULL,
    PRIMARY KEY (space, scope, n),
    UNIQUE (space, cursor),
    UNIQUE (space, hash),
    FOREIGN KEY (space, scope) REFERENCES scope (space, scope)
) STRICT;

CREATE INDEX sharing_record_of_scope ON sharing_record (space, scope, cursor);

CREATE TABLE tombstone (
    space  BLOB NOT NULL,
    scope  BLOB NOT NULL,
    record BLOB NOT NULL CHECK (length(record) = 32),
    PRIMARY KEY (space, scope),
    FOREIGN KEY (space, scope) REFERENCES scope (space, scope)
) STRICT, WITHOUT ROWID;

CREATE TABLE entry (
    space    BLOB NOT NULL,
    cursor   INTEGER NOT NULL CHECK (cursor > 0),
    scope    BLOB NOT NULL,
    document BLOB NOT NULL CHECK (length(document) = 16),
    hash     BLOB NOT NULL CHECK (length(hash) = 32),
    chain    BLOB NOT NULL CHECK (length(chain) = 32),
    bytes    BLOB NOT NULL, superseded INTEGER NOT NULL DEFAULT 0 CHECK (superseded >= 0), snapshot BLOB NOT NULL DEFAULT x'' CHECK (length(snapshot) IN (0, 32)), device BLOB NOT NULL DEFAULT x'' CHECK (length(device) IN (0, 16)), counter INTEGER NOT NULL DEFAULT 0 CHECK (counter >= 0),
    PRIMARY KEY (space, cursor),
    UNIQUE (space, hash),
    FOREIGN KEY (space, scope) REFERENCES scope (space, scope)
) STRICT;

CREATE INDEX entry_of_scope ON entry (space, scope, cursor);

CREATE TABLE number (
    space   BLOB NOT NULL,
    scope   BLOB NOT NULL,
    device  BLOB NOT NULL CHECK (length(device) = 16),
    counter INTEGER NOT NULL CHECK (counter > 0),
    entry   BLOB NOT NULL CHECK (length(entry) = 32),
    PRIMARY KEY (space, scope, device, counter),
    FOREIGN KEY (space, scope) REFERENCES scope (space, scope)
) STRICT, WITHOUT ROWID;

CREATE TABLE box (
    space BLOB NOT NULL REFERENCES space (space),
    hash  BLOB NOT NULL CHECK (length(hash) = 32),
    bytes BLOB NOT NULL,
    PRIMARY KEY (space, hash)
) STRICT;

CREATE TABLE box_use (
    space   BLOB NOT NULL,
    log     BLOB NOT NULL CHECK (length(log) IN (0, 16)),
    subject BLOB NOT NULL CHECK (length(subject) = 16),
    hash    BLOB NOT NULL,
    PRIMARY KEY (space, log, subject, hash),
    FOREIGN KEY (space, hash) REFERENCES box (space, hash)
) STRICT, WITHOUT ROWID;

CREATE INDEX box_use_of_box ON box_use (space, hash);

CREATE INDEX entry_superseded ON entry (space, superseded) WHERE superseded > 0;

CREATE INDEX entry_of_snapshot ON entry (space, snapshot) WHERE superseded > 0;

CREATE TABLE verdict (
    space    BLOB NOT NULL,
    scope    BLOB NOT NULL,
    snapshot BLOB NOT NULL CHECK (length(snapshot) = 32),
    stands   INTEGER NOT NULL CHECK (stands IN (0, 1)),
    PRIMARY KEY (space, snapshot),
    FOREIGN KEY (space, scope) REFERENCES scope (space, scope)
) STRICT, WITHOUT ROWID;

CREATE INDEX verdict_of_scope ON verdict (space, scope);

CREATE TABLE mailbox (
    mailbox BLOB NOT NULL CHECK (length(mailbox) = 16),
    n       INTEGER NOT NULL CHECK (n >= 0),
    until   INTEGER NOT NULL CHECK (until > 0),
    tries   INTEGER NOT NULL CHECK (tries > 0),
    bytes   BLOB NOT NULL,
    PRIMARY KEY (mailbox, n)
) STRICT;
