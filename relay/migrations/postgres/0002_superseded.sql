-- An entry that a snapshot has superseded: since which day (counted from 1970; 0 where it stands), by which snapshot (its first part), and
-- whose entry at which number it is, because its bytes go in the end. The row stays, so that who sends it again is told that it was taken.
ALTER TABLE entry ADD COLUMN superseded BIGINT NOT NULL DEFAULT 0 CHECK (superseded >= 0);
ALTER TABLE entry ADD COLUMN snapshot BYTEA NOT NULL DEFAULT '' CHECK (length(snapshot) IN (0, 32));
ALTER TABLE entry ADD COLUMN device BYTEA NOT NULL DEFAULT '' CHECK (length(device) IN (0, 16));
ALTER TABLE entry ADD COLUMN counter BIGINT NOT NULL DEFAULT 0 CHECK (counter >= 0);
CREATE INDEX entry_superseded ON entry (space, superseded) WHERE superseded > 0;
CREATE INDEX entry_of_snapshot ON entry (space, snapshot) WHERE superseded > 0;

-- What acks have made of a snapshot, which goes by its first part: 1 it stands, 0 somebody has flagged it.
CREATE TABLE verdict (
    space    BYTEA NOT NULL,
    scope    BYTEA NOT NULL,
    snapshot BYTEA NOT NULL CHECK (length(snapshot) = 32),
    stands   BIGINT NOT NULL CHECK (stands IN (0, 1)),
    PRIMARY KEY (space, snapshot),
    FOREIGN KEY (space, scope) REFERENCES scope (space, scope)
);
CREATE INDEX verdict_of_scope ON verdict (space, scope);
