-- Rows as version 6 of the schema keeps them: one of everything.
INSERT INTO document (id, scope, kind, sample) VALUES
  (x'0d000000000000000000000000000001', x'0e000000000000000000000000000001', 'dossier', 0),
  (x'0d000000000000000000000000000002', x'0e000000000000000000000000000001', 'plan', 0),
  (x'0c000000000000000000000000000001', x'0e000000000000000000000000000001', 'conversation', 1),
  (x'0d000000000000000000000000000003', NULL, 'directory', 0);
INSERT INTO scope_key (scope, key) VALUES (x'0e000000000000000000000000000001', x'6b6b6b6b6b6b6b6b6b6b6b6b6b6b6b6b6b6b6b6b6b6b6b6b6b6b6b6b6b6b6b6b');
-- Each holds x'856f4a83', sealed under the key above; the directory has no scope and is not sealed.
INSERT INTO change (document, hash, n, bytes) VALUES
  (x'0d000000000000000000000000000001', x'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', 1, x'574544b848032629e88b8f126f0f996a8ee626f0'),
  (x'0d000000000000000000000000000002', x'bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb', 1, x'a559d69157198f0231aa7bb38d46aa0076a0ca4f'),
  (x'0c000000000000000000000000000001', x'cccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccc', 2, x'8296b80cf8026a163014053d32ddf231f633bc34'),
  (x'0d000000000000000000000000000003', x'dddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddd', 1, x'856f4a83');
INSERT INTO snapshot (document, through, bytes)
  VALUES (x'0c000000000000000000000000000001', 1, x'77ed929d9e1e2378975340057855defad3bdeffd6f3786b60d86f1bab6ba575f63a5358211199eb88ea73c24');
INSERT INTO outbox (document, hash, sealed)
  VALUES (x'0c000000000000000000000000000001', x'cccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccc', x'e1e1e1e1e1e1e1e1e1e1e1e1e1e1e1e1e1e1e1e1e1e1e1e1e1e1e1e1e1e1e1e1');
INSERT INTO tombstone (id, at) VALUES (x'0e0000000000000000000000000000ff', 1763800000000);
INSERT INTO resident (id, name, folded_name, form, birth_decade, neighbourhood, language, added, asked, not_before, contact_person, remarks)
  VALUES (x'0e000000000000000000000000000001', 'Fatma', 'fatma', 'u', 1950, 'Noord', 'nl', 1763800000000, '2026-11-20', NULL, 'dochter', 'graag ''s morgens');
INSERT INTO basis (resident, id, purpose, ground, given_by, language, given_at, withdrawn, recorded_by, told)
  VALUES (x'0e000000000000000000000000000001', x'0b000000000000000000000000000001', 'keep', 'consent', 'oneself', 'nl', 1763800000000, NULL, 'Ans', 'Mag ik dit bewaren?');
INSERT INTO plan_part (resident, part, text) VALUES (x'0e000000000000000000000000000001', 'want', 'vaker naar buiten');
INSERT INTO step (resident, id, on_day, agreed_in, state, text, note)
  VALUES (x'0e000000000000000000000000000001', x'05000000000000000000000000000001', '2026-11-27', x'0c000000000000000000000000000001', 'open', 'een rondje lopen', '');
INSERT INTO conversation (id, resident, instrument, started, on_day, place, present, first_step, first_step_on, first_step_text, look_back, looked_back, finished)
  VALUES (x'0c000000000000000000000000000001', x'0e000000000000000000000000000001', 'pg-volwassen@1', 1763800000000, '2026-11-22', 'thuis', '["resident"]',
          x'05000000000000000000000000000001', '2026-11-27', 'een rondje lopen', '2027-01-10', NULL, 1763803600000);
INSERT INTO answer (conversation, target, value, declined, voice, want_to_talk, conflicting) VALUES
  (x'0c000000000000000000000000000001', 'd:LF', 7, 0, 'resident', 1, '[]'),
  (x'0c000000000000000000000000000001', 'i:LF1', NULL, 1, 'resident', 0, '[]');
INSERT INTO remark (conversation, target, id, voice, text)
  VALUES (x'0c000000000000000000000000000001', 'd:LF', x'04000000000000000000000000000001', 'kin', 'sinds de val');
INSERT INTO talk_step (conversation, step, is_right) VALUES (x'0c000000000000000000000000000001', 'stands-out', 1);
INSERT INTO said (conversation, step, voice, text) VALUES (x'0c000000000000000000000000000001', 'stands-out', 'resident', 'ik slaap slecht');
INSERT INTO theme (conversation, step, dimension) VALUES (x'0c000000000000000000000000000001', 'stands-out', 'LF');
INSERT INTO person (directory, id, name, role)
  VALUES (x'0d000000000000000000000000000003', x'09000000000000000000000000000001', 'Ans', 'wijkverpleegkundige');
INSERT INTO contact (directory, id, name, number, note)
  VALUES (x'0d000000000000000000000000000003', x'08000000000000000000000000000001', 'Veilig Thuis', '0800-2000', 'dag en nacht');
INSERT INTO written (id, resident, owner, kind, part, text)
  VALUES (1, x'0e000000000000000000000000000001', x'0e000000000000000000000000000001', 'name', '', 'Fatma');
INSERT INTO search (rowid, text) VALUES (1, 'Fatma');
INSERT INTO device (only, id, person) VALUES (1, x'07000000000000000000000000000001', x'09000000000000000000000000000001');
INSERT INTO resume (conversation, place) VALUES (x'0c000000000000000000000000000001', 'talk/change');
INSERT INTO expectation (conversation, dimension) VALUES (x'0c000000000000000000000000000001', 'MD');
INSERT INTO to_print (conversation, since) VALUES (x'0c000000000000000000000000000001', 1763803600000);
INSERT INTO imported_instrument (id, version, imported_at, file) VALUES ('eigen-web', 2, 1763800000000, 'id = "eigen-web"');
INSERT INTO access (n, event, at, person, scope, previous, hash)
  VALUES (1, 'opened', 1763800000000, x'09000000000000000000000000000001', x'0e000000000000000000000000000001', zeroblob(32), zeroblob(32));
INSERT INTO setting (name, value) VALUES ('idle-lock', '5');
INSERT INTO space (id, relay, name, seed, joined, log, cursor, heard, paused, begun, left, wishes, device, person)
  VALUES (x'5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a', 'https://relay.voorbeeld.nl', 'Wijkteam Noord', x'5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e', 1763800000000, x'10101010101010101010101010101010', 12, 1763803600000, 0, 1, NULL, 3, x'07000000000000000000000000000001', x'09000000000000000000000000000001');
INSERT INTO record (space, scope, n, bytes) VALUES
  (x'5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a', x'', 0, x'01'),
  (x'5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a', x'', 1, x'02'),
  (x'5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a', x'0e000000000000000000000000000001', 0, x'03');
INSERT INTO held_key (space, id, scope, bytes) VALUES
  (x'5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a', x'a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1', NULL, x'b1b1b1b1b1b1b1b1b1b1b1b1b1b1b1b1b1b1b1b1b1b1b1b1b1b1b1b1b1b1b1b1'),
  (x'5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a', x'a2a2a2a2a2a2a2a2a2a2a2a2a2a2a2a2a2a2a2a2a2a2a2a2a2a2a2a2a2a2a2a2', x'0e000000000000000000000000000001', x'b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2');
INSERT INTO chain (space, scope, chain, through) VALUES (x'5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a', x'0e000000000000000000000000000001', x'c1c1c1c1c1c1c1c1c1c1c1c1c1c1c1c1c1c1c1c1c1c1c1c1c1c1c1c1c1c1c1c1', 7);
INSERT INTO writer (space, scope, device, counter, entry) VALUES (x'5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a', x'0e000000000000000000000000000001', x'07000000000000000000000000000001', 1, x'e0e0e0e0e0e0e0e0e0e0e0e0e0e0e0e0e0e0e0e0e0e0e0e0e0e0e0e0e0e0e0e0');
INSERT INTO sealed (space, hash, scope, document, counter, bytes, cursor, abandoned) VALUES
  (x'5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a', x'e0e0e0e0e0e0e0e0e0e0e0e0e0e0e0e0e0e0e0e0e0e0e0e0e0e0e0e0e0e0e0e0', x'0e000000000000000000000000000001', x'0c000000000000000000000000000001', 1, x'e0', 11, 0),
  (x'5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a', x'e1e1e1e1e1e1e1e1e1e1e1e1e1e1e1e1e1e1e1e1e1e1e1e1e1e1e1e1e1e1e1e1', x'0e000000000000000000000000000001', x'0c000000000000000000000000000001', 2, x'e1', NULL, 0);
INSERT INTO shared (document, at) VALUES (x'0c000000000000000000000000000001', 1763803600000);
INSERT INTO aside (space, hash, cursor, scope, document, bytes, why)
  VALUES (x'5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a', x'e9e9e9e9e9e9e9e9e9e9e9e9e9e9e9e9e9e9e9e9e9e9e9e9e9e9e9e9e9e9e9e9', 12, x'0e000000000000000000000000000001', x'0c000000000000000000000000000001', x'e9', 'gap');
INSERT INTO wish (space, n, bytes) VALUES (x'5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a', 3, x'f1');
INSERT INTO growth (space, document, scope, since, covered, key)
  VALUES (x'5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a', x'0c000000000000000000000000000001', x'0e000000000000000000000000000001', 4, 60, x'd1d1d1d1d1d1d1d1d1d1d1d1d1d1d1d1');
INSERT INTO cover (space, document, device, counter, entry)
  VALUES (x'5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a', x'0c000000000000000000000000000001', x'07000000000000000000000000000001', 1, x'e0e0e0e0e0e0e0e0e0e0e0e0e0e0e0e0e0e0e0e0e0e0e0e0e0e0e0e0e0e0e0e0');
INSERT INTO left_out (space, document, device, counter)
  VALUES (x'5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a', x'0c000000000000000000000000000002', x'07000000000000000000000000000001', 1);
INSERT INTO home (id, space) VALUES (x'0e000000000000000000000000000001', x'5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a');
INSERT INTO fetched (space, hash, scope, document, device, counter, at, bytes)
  VALUES (x'5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a', x'e8e8e8e8e8e8e8e8e8e8e8e8e8e8e8e8e8e8e8e8e8e8e8e8e8e8e8e8e8e8e8e8', x'0e000000000000000000000000000001', x'0c000000000000000000000000000001', x'07000000000000000000000000000002', 1, 1763803600000, x'e8');
INSERT INTO seen_to (space, box)
  VALUES (x'5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a', x'b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0');
INSERT INTO had (space, document, device, counter)
  VALUES (x'5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a', x'0c000000000000000000000000000001', x'07000000000000000000000000000002', 7);
INSERT INTO vouched (document, hash, author, way, brought_by, at)
  VALUES (x'0c000000000000000000000000000001', x'cccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccc', x'07000000000000000000000000000002', 'entry', x'07000000000000000000000000000003', 1763803600000);
INSERT INTO flagged (document, device, at)
  VALUES (x'0c000000000000000000000000000001', x'07000000000000000000000000000003', 1763803600000);
