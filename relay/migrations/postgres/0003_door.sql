-- The key under which a space's challenges and tokens are made, so that any process takes what another gave out. Empty in a backup.
-- Two of these ids have 244 random bits. A process from before, which knows no key, makes a space with one all the same.
ALTER TABLE space ADD COLUMN door BYTEA NOT NULL
    DEFAULT sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())) CHECK (length(door) IN (0, 32));

-- Message `n` of the newest try in a mailbox, in which two devices meet that are in no space yet: so it has none, and goes by its own id.
-- `until` is when the mailbox ends, in seconds since 1970, `tries` how often it was begun. In no backup.
CREATE TABLE mailbox (
    mailbox BYTEA NOT NULL CHECK (length(mailbox) = 16),
    n       BIGINT NOT NULL CHECK (n >= 0),
    until   BIGINT NOT NULL CHECK (until > 0),
    tries   BIGINT NOT NULL CHECK (tries > 0),
    bytes   BYTEA NOT NULL,
    PRIMARY KEY (mailbox, n)
);
ALTER TABLE mailbox ALTER COLUMN bytes SET STORAGE EXTERNAL;
