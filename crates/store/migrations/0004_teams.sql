-- Several teams on one device: whose a resident's documents are, and who this device is in each team.

-- As whom this device is in the space: ids of its own, so that two teams cannot tell that they are of one device.
ALTER TABLE space ADD COLUMN device BLOB CHECK (length(device) = 16);
ALTER TABLE space ADD COLUMN person BLOB CHECK (length(person) = 16);

UPDATE space SET device = (SELECT id FROM device), person = (SELECT person FROM device);

DROP INDEX space_again;

-- Its row once more, on another page, but for how far it has read: with the seed gone, the device would be out of the space.
CREATE INDEX space_again ON space (seed, id, relay, name, joined, paused, begun, left, wishes, device, person);

CREATE TABLE home (
  id BLOB NOT NULL PRIMARY KEY         -- a resident's scope, or the document with a team's directory
    CHECK (length(id) = 16),
  space BLOB NOT NULL REFERENCES space (id)  -- the one space in which it lives, also after this device left it; without a row it is only here
) STRICT, WITHOUT ROWID;

CREATE INDEX home_of_space ON home (space, id);

-- Until now there was one team at a time: whatever a log names, and the directory, is of the last one.
INSERT INTO home (id, space)
  SELECT scope, (SELECT space FROM record AS latest JOIN space ON space.id = latest.space WHERE latest.scope = record.scope
                 ORDER BY joined DESC LIMIT 1)
  FROM record WHERE length(scope) = 16 AND scope IN (SELECT scope FROM document) GROUP BY scope;
INSERT INTO home (id, space)
  SELECT document.id, (SELECT id FROM space ORDER BY joined DESC LIMIT 1)
  FROM document WHERE kind = 'directory' AND EXISTS (SELECT 1 FROM space)
  ON CONFLICT (id) DO NOTHING;

-- Each team has a directory, and what stands in one says nothing about another.
ALTER TABLE person RENAME TO person_before;
ALTER TABLE contact RENAME TO contact_before;

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

INSERT INTO person (directory, id, name, role)
  SELECT document.id, person_before.id, name, role FROM person_before, document
  WHERE document.id = (SELECT id FROM document WHERE kind = 'directory' ORDER BY id LIMIT 1);
INSERT INTO contact (directory, id, name, number, note)
  SELECT document.id, contact_before.id, name, number, note FROM contact_before, document
  WHERE document.id = (SELECT id FROM document WHERE kind = 'directory' ORDER BY id LIMIT 1);

DROP TABLE person_before;
DROP TABLE contact_before;

-- What was kept once for the one team stands beside its space.
UPDATE setting SET name = name || '/' || (SELECT lower(hex(id)) FROM space ORDER BY joined DESC LIMIT 1)
  WHERE name IN ('relay-registration', 'pinned-record', 'taken-out', 'keys-renewed', 'keys-renewing') AND EXISTS (SELECT 1 FROM space);
