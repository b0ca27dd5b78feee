-- The key under which a space's challenges and tokens are made, so that any process takes what another gave out. Empty in a backup.
ALTER TABLE space ADD COLUMN door BLOB NOT NULL DEFAULT x'' CHECK (length(door) IN (0, 32));
UPDATE space SET door = randomblob(32);

-- Message `n` of the newest try in a mailbox, in which two devices meet that are in no space yet: so it has none, and goes by its own id.
-- `until` is when the mailbox ends, in seconds since 1970, `tries` how often it was begun. In no backup.
CREATE TABLE mailbox (
    mailbox BLOB NOT NULL CHECK (length(mailbox) = 16),
    n       INTEGER NOT NULL CHECK (n >= 0),
    until   INTEGER NOT NULL CHECK (until > 0),
    tries   INTEGER NOT NULL CHECK (tries > 0),
    bytes   BLOB NOT NULL,
    PRIMARY KEY (mailbox, n)
) STRICT;
