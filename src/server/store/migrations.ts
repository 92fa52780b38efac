/** The shape of the database, step by step; a step that was released is never changed. */
export const MIGRATIONS: readonly string[] = [
  `CREATE TABLE rooms (
     id TEXT PRIMARY KEY, name TEXT NOT NULL, mode TEXT NOT NULL, hostName TEXT NOT NULL, createdAt INTEGER NOT NULL,
     session TEXT
   ) STRICT, WITHOUT ROWID;
   CREATE TABLE links (
     id TEXT PRIMARY KEY, room TEXT NOT NULL REFERENCES rooms (id), role TEXT NOT NULL, key TEXT NOT NULL UNIQUE,
     revokedAt INTEGER
   ) STRICT, WITHOUT ROWID;
   CREATE INDEX links_of_room ON links (room);
   CREATE TABLE people (
     id TEXT PRIMARY KEY, room TEXT NOT NULL REFERENCES rooms (id), name TEXT NOT NULL, role TEXT NOT NULL,
     key TEXT NOT NULL, UNIQUE (room, key)
   ) STRICT, WITHOUT ROWID;
   CREATE TABLE events (
     session TEXT NOT NULL, seq INTEGER NOT NULL, event TEXT NOT NULL, PRIMARY KEY (session, seq)
   ) STRICT, WITHOUT ROWID`,
  `ALTER TABLE people ADD COLUMN lowered INTEGER NOT NULL DEFAULT 0`,
  // What the log says of messages, to be looked up. A conversation is '', or its two people in order.
  `CREATE TABLE messages (
     session TEXT NOT NULL, conversation TEXT NOT NULL, n INTEGER NOT NULL, person TEXT NOT NULL, name TEXT NOT NULL,
     role TEXT NOT NULL, chatModerator INTEGER NOT NULL, at INTEGER NOT NULL, text TEXT NOT NULL, reply INTEGER,
     likes INTEGER NOT NULL DEFAULT 0, PRIMARY KEY (session, conversation, n)
   ) STRICT, WITHOUT ROWID;
   CREATE TABLE likes (
     session TEXT NOT NULL, n INTEGER NOT NULL, person TEXT NOT NULL, PRIMARY KEY (session, n, person)
   ) STRICT, WITHOUT ROWID;
   CREATE TABLE threads (
     session TEXT NOT NULL, person TEXT NOT NULL, other TEXT NOT NULL, name TEXT NOT NULL, conversation TEXT NOT NULL,
     PRIMARY KEY (session, person, other)
   ) STRICT, WITHOUT ROWID;
   CREATE TABLE feedback (
     room TEXT NOT NULL, at INTEGER NOT NULL, name TEXT NOT NULL, mark INTEGER NOT NULL, text TEXT NOT NULL
   ) STRICT;
   CREATE INDEX feedback_of_room ON feedback (room, at)`,
  `CREATE TABLE snapshots (
     session TEXT PRIMARY KEY, seq INTEGER NOT NULL, rules TEXT NOT NULL, state BLOB NOT NULL
   ) STRICT`,
  // Which process decides about a room: see rooms/ownership.ts.
  `CREATE TABLE owners (
     room TEXT PRIMARY KEY, owner TEXT, token INTEGER NOT NULL, beat INTEGER NOT NULL
   ) STRICT, WITHOUT ROWID`,
  // Which room a session is of, and since when it may be forgotten. `emptied`: nothing is left in it but what the next one goes on from.
  // `rewritten`: how often its log was changed, so that no snapshot of before is believed. `erasing` and `forgetting` are work to do.
  `CREATE TABLE sessions (
     id TEXT PRIMARY KEY, room TEXT NOT NULL, endedAt INTEGER, emptied INTEGER NOT NULL DEFAULT 0,
     rewritten INTEGER NOT NULL DEFAULT 0
   ) STRICT, WITHOUT ROWID;
   CREATE INDEX sessions_of_room ON sessions (room);
   CREATE INDEX sessions_by_end ON sessions (endedAt) WHERE emptied = 0;
   INSERT INTO sessions (id, room) SELECT session, json_extract(event, '$.room') FROM events WHERE seq = 0
     AND CASE WHEN json_valid(event) THEN json_extract(event, '$.room') END IS NOT NULL;
   INSERT OR IGNORE INTO sessions (id, room) SELECT session, id FROM rooms WHERE session IS NOT NULL;
   UPDATE sessions SET endedAt = (SELECT CAST(CASE WHEN json_valid(event) THEN json_extract(event, '$.at') END AS INTEGER)
     FROM events e WHERE e.session = sessions.id ORDER BY seq DESC LIMIT 1)
     WHERE id NOT IN (SELECT r.session FROM rooms r JOIN events e ON e.session = r.session AND
       e.seq = (SELECT max(seq) FROM events WHERE session = r.session)
       WHERE CASE WHEN json_valid(e.event) THEN json_extract(e.event, '$.type') END IS NOT 'sessionEnded');
   ALTER TABLE people ADD COLUMN seenAt INTEGER NOT NULL DEFAULT 0;
   UPDATE people SET seenAt = unixepoch() * 1000;
   ALTER TABLE snapshots ADD COLUMN rewritten INTEGER NOT NULL DEFAULT 0;
   CREATE INDEX messages_of_person ON messages (session, person);
   CREATE TABLE forgetting (person TEXT PRIMARY KEY, room TEXT NOT NULL, alias TEXT NOT NULL) STRICT, WITHOUT ROWID;
   CREATE TABLE erasing (session TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
   CREATE TABLE retention (name TEXT PRIMARY KEY, value INTEGER) STRICT, WITHOUT ROWID`,
  // Accounts: the first five tables are better-auth's own, under our names for them. Times in ISO 8601 are its way.
  `CREATE TABLE accounts (
     id TEXT PRIMARY KEY, name TEXT NOT NULL, email TEXT NOT NULL UNIQUE COLLATE NOCASE, emailVerified INTEGER NOT NULL DEFAULT 0,
     image TEXT, createdAt TEXT NOT NULL, updatedAt TEXT NOT NULL, role TEXT NOT NULL DEFAULT 'member', disabledAt INTEGER,
     language TEXT, timeZone TEXT
   ) STRICT, WITHOUT ROWID;
   CREATE TABLE signIns (
     id TEXT PRIMARY KEY, userId TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE, token TEXT NOT NULL UNIQUE,
     expiresAt TEXT NOT NULL, createdAt TEXT NOT NULL, updatedAt TEXT NOT NULL, ipAddress TEXT, userAgent TEXT
   ) STRICT, WITHOUT ROWID;
   CREATE INDEX signIns_of_account ON signIns (userId);
   CREATE TABLE identities (
     id TEXT PRIMARY KEY, userId TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE, providerId TEXT NOT NULL,
     accountId TEXT NOT NULL, password TEXT, accessToken TEXT, refreshToken TEXT, idToken TEXT, accessTokenExpiresAt TEXT,
     refreshTokenExpiresAt TEXT, scope TEXT, createdAt TEXT NOT NULL, updatedAt TEXT NOT NULL, UNIQUE (providerId, accountId)
   ) STRICT, WITHOUT ROWID;
   CREATE INDEX identities_of_account ON identities (userId);
   CREATE TABLE verifications (
     id TEXT PRIMARY KEY, identifier TEXT NOT NULL, value TEXT NOT NULL, expiresAt TEXT NOT NULL, createdAt TEXT, updatedAt TEXT
   ) STRICT, WITHOUT ROWID;
   CREATE INDEX verifications_by_identifier ON verifications (identifier);
   CREATE TABLE accountGuests (
     account TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE, guest TEXT NOT NULL UNIQUE, at INTEGER NOT NULL,
     PRIMARY KEY (account, guest)
   ) STRICT, WITHOUT ROWID;
   CREATE TABLE roomOwners (
     room TEXT PRIMARY KEY REFERENCES rooms (id) ON DELETE CASCADE, account TEXT NOT NULL REFERENCES accounts (id), at INTEGER NOT NULL
   ) STRICT, WITHOUT ROWID;
   CREATE INDEX rooms_of_account ON roomOwners (account);
   CREATE TABLE auditLog (n INTEGER PRIMARY KEY, at INTEGER NOT NULL, by TEXT, act TEXT NOT NULL, about TEXT) STRICT`,
  // Who has a role in a room by who they are.
  `CREATE TABLE memberships (
     room TEXT NOT NULL REFERENCES rooms (id) ON DELETE CASCADE, kind TEXT NOT NULL, subject TEXT NOT NULL, role TEXT NOT NULL,
     at INTEGER NOT NULL, PRIMARY KEY (room, kind, subject)
   ) STRICT, WITHOUT ROWID;
   CREATE INDEX memberships_by_subject ON memberships (kind, subject);
   CREATE TABLE accountGroups (
     account TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE, name TEXT NOT NULL, PRIMARY KEY (account, name)
   ) STRICT, WITHOUT ROWID;
   CREATE INDEX accounts_by_group ON accountGroups (name)`,
  // What a mail says stands last, so that a list is read without it. AUTOINCREMENT: no number is given twice.
  `CREATE TABLE mails (
     n INTEGER PRIMARY KEY AUTOINCREMENT, key TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, state TEXT NOT NULL, urgent INTEGER NOT NULL,
     address TEXT NOT NULL, name TEXT NOT NULL, subject TEXT NOT NULL, queuedAt INTEGER NOT NULL, dueAt INTEGER NOT NULL,
     until INTEGER, tries INTEGER NOT NULL, at INTEGER NOT NULL, says TEXT, content TEXT
   ) STRICT;
   CREATE INDEX mails_waiting ON mails (urgent DESC, dueAt) WHERE state = 'waiting';
   CREATE INDEX mails_sending ON mails (n) WHERE state = 'sending';
   CREATE INDEX mails_with_content ON mails (at) WHERE content IS NOT NULL`,
  // What lasts around a room. `rooms.start` is what its sessions begin with; `people.guest` finds the rooms of a browser, by a hash of its
  // secret; `words` is what a search looks into.
  `ALTER TABLE rooms ADD COLUMN start TEXT;
   ALTER TABLE rooms ADD COLUMN deletedAt INTEGER;
   CREATE INDEX rooms_deleted ON rooms (deletedAt) WHERE deletedAt IS NOT NULL;
   ALTER TABLE people ADD COLUMN guest TEXT;
   CREATE INDEX people_of_guest ON people (guest, room, role) WHERE guest IS NOT NULL;
   CREATE TABLE roomDetails (
     room TEXT PRIMARY KEY REFERENCES rooms (id) ON DELETE CASCADE, version INTEGER NOT NULL DEFAULT 0, words TEXT NOT NULL,
     description TEXT NOT NULL DEFAULT '', html TEXT NOT NULL DEFAULT '', tags TEXT NOT NULL DEFAULT '[]',
     early INTEGER NOT NULL DEFAULT 15, accent TEXT NOT NULL DEFAULT '', waitingText TEXT NOT NULL DEFAULT '',
     leaveTo TEXT NOT NULL DEFAULT '', schedule TEXT, nextAt INTEGER, nextEndsAt INTEGER, archivedAt INTEGER
   ) STRICT, WITHOUT ROWID;
   CREATE INDEX roomDetails_by_end ON roomDetails (nextEndsAt) WHERE nextEndsAt IS NOT NULL;
   INSERT INTO roomDetails (room, words) SELECT id, lower(name) FROM rooms;
   CREATE TABLE roomTemplates (
     id TEXT PRIMARY KEY, account TEXT REFERENCES accounts (id) ON DELETE CASCADE, guest TEXT, name TEXT NOT NULL, form TEXT NOT NULL,
     at INTEGER NOT NULL
   ) STRICT, WITHOUT ROWID;
   CREATE INDEX templates_of_account ON roomTemplates (account) WHERE account IS NOT NULL;
   CREATE INDEX templates_of_guest ON roomTemplates (guest) WHERE guest IS NOT NULL`,
  `CREATE TABLE oneTimeSecrets (
     key TEXT PRIMARY KEY, purpose TEXT NOT NULL, account TEXT REFERENCES accounts (id) ON DELETE CASCADE, goesWith TEXT NOT NULL,
     until INTEGER NOT NULL
   ) STRICT, WITHOUT ROWID;
   CREATE INDEX oneTimeSecrets_until ON oneTimeSecrets (until);
   CREATE INDEX oneTimeSecrets_of_account ON oneTimeSecrets (account);
   CREATE TABLE passkeys (
     id TEXT PRIMARY KEY, account TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE, name TEXT NOT NULL, publicKey TEXT NOT NULL,
     counter INTEGER NOT NULL, at INTEGER NOT NULL, usedAt INTEGER
   ) STRICT, WITHOUT ROWID;
   CREATE INDEX passkeys_of_account ON passkeys (account)`,
  // Who is deleted takes along what was written to them; a link for many stays.
  `CREATE TABLE invitations (
     n INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, room TEXT NOT NULL REFERENCES rooms (id) ON DELETE CASCADE,
     role TEXT NOT NULL, key TEXT NOT NULL UNIQUE, email TEXT NOT NULL, firstName TEXT NOT NULL, lastName TEXT NOT NULL,
     language TEXT NOT NULL, createdAt INTEGER NOT NULL, by TEXT NOT NULL, expiresAt INTEGER, singleUse INTEGER NOT NULL,
     bound INTEGER NOT NULL, revokedAt INTEGER, sentAt INTEGER, openedAt INTEGER, usedAt INTEGER, person TEXT
   ) STRICT;
   CREATE INDEX invitations_of_room ON invitations (room, n);
   CREATE INDEX invitations_of_person ON invitations (person) WHERE person IS NOT NULL;
   CREATE TRIGGER invitations_go_with_people AFTER DELETE ON people BEGIN
     DELETE FROM invitations WHERE person = OLD.id AND (email <> '' OR singleUse = 1);
     UPDATE invitations SET person = NULL WHERE person = OLD.id;
   END`,
  // What rooms of before are found by: SQLite makes small letters of plain ones alone. The function is the store's.
  `UPDATE roomDetails SET words = searchKey((SELECT name FROM rooms WHERE id = room)) WHERE description = '' AND tags = '[]'`,
  // Pictures of rooms and accounts; one that is nobody's is still to be deleted, with its file.
  `CREATE TABLE pictures (
     id TEXT PRIMARY KEY, room TEXT REFERENCES rooms (id) ON DELETE SET NULL, account TEXT REFERENCES accounts (id) ON DELETE SET NULL,
     place TEXT NOT NULL, at INTEGER NOT NULL
   ) STRICT, WITHOUT ROWID;
   CREATE UNIQUE INDEX pictures_of_room ON pictures (room, place) WHERE room IS NOT NULL;
   CREATE UNIQUE INDEX pictures_of_account ON pictures (account) WHERE account IS NOT NULL;
   CREATE INDEX pictures_of_nobody ON pictures (id) WHERE room IS NULL AND account IS NULL`,
  // Reminders: whether an account wants them a day or an hour before, when those of a room are due next, and which accounts were told by one.
  // `feed`: how often the address of an account's calendar was made anew.
  `ALTER TABLE accounts ADD COLUMN remindDay INTEGER NOT NULL DEFAULT 0;
   ALTER TABLE accounts ADD COLUMN remindHour INTEGER NOT NULL DEFAULT 1;
   ALTER TABLE accounts ADD COLUMN feed INTEGER NOT NULL DEFAULT 0;
   ALTER TABLE roomDetails ADD COLUMN remindAt INTEGER;
   UPDATE roomDetails SET remindAt = 0 WHERE nextAt IS NOT NULL;
   CREATE INDEX roomDetails_by_reminder ON roomDetails (remindAt) WHERE remindAt IS NOT NULL;
   CREATE TABLE reminded (
     room TEXT NOT NULL REFERENCES rooms (id) ON DELETE CASCADE, account TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
     PRIMARY KEY (room, account)
   ) STRICT, WITHOUT ROWID;
   CREATE TABLE remindersEnded (email TEXT PRIMARY KEY COLLATE NOCASE, at INTEGER NOT NULL) STRICT, WITHOUT ROWID`,
  // When somebody proved in a browser who they are, by the server's clock.
  `ALTER TABLE signIns ADD COLUMN provenAt INTEGER NOT NULL DEFAULT 0`,
  // Who wants no mails, by a hash of the address: none at all, or none about a room.
  `CREATE TABLE unwantedMails (
     address TEXT NOT NULL, room TEXT REFERENCES rooms (id) ON DELETE CASCADE, at INTEGER NOT NULL
   ) STRICT;
   CREATE UNIQUE INDEX unwantedMails_of_address ON unwantedMails (address, ifnull(room, ''))`,
  // Files of rooms, what is in them (once for a room, whatever it is called there), and those that are on their way. They go with their room,
  // and with whose they are; what is in files that nobody has any more is still to be deleted.
  `CREATE TABLE contentFiles (
     id TEXT PRIMARY KEY, room TEXT REFERENCES rooms (id) ON DELETE SET NULL, sha256 TEXT, bytes INTEGER NOT NULL
   ) STRICT, WITHOUT ROWID;
   CREATE UNIQUE INDEX contentFiles_by_hash ON contentFiles (room, sha256) WHERE room IS NOT NULL AND sha256 IS NOT NULL;
   CREATE TABLE documents (
     id TEXT PRIMARY KEY, room TEXT NOT NULL REFERENCES rooms (id) ON DELETE CASCADE, owner TEXT NOT NULL,
     file TEXT NOT NULL REFERENCES contentFiles (id), name TEXT NOT NULL, words TEXT NOT NULL, kind TEXT NOT NULL, type TEXT NOT NULL,
     bytes INTEGER NOT NULL, sha256 TEXT NOT NULL, state TEXT NOT NULL, reason TEXT, pages INTEGER, at INTEGER NOT NULL
   ) STRICT, WITHOUT ROWID;
   CREATE UNIQUE INDEX documents_by_name ON documents (room, name);
   CREATE INDEX documents_of_owner ON documents (owner, room);
   CREATE INDEX documents_of_file ON documents (file);
   CREATE TABLE uploads (
     id TEXT PRIMARY KEY, room TEXT NOT NULL REFERENCES rooms (id) ON DELETE CASCADE, owner TEXT NOT NULL, name TEXT NOT NULL,
     bytes INTEGER NOT NULL, at INTEGER NOT NULL
   ) STRICT, WITHOUT ROWID;
   CREATE INDEX uploads_of_room ON uploads (room, owner);
   CREATE INDEX uploads_of_owner ON uploads (owner, room);
   CREATE TRIGGER documents_go_with_people AFTER DELETE ON people BEGIN
     DELETE FROM documents WHERE owner = OLD.id AND room = OLD.room;
     DELETE FROM uploads WHERE owner = OLD.id AND room = OLD.room;
   END`,
  // When the time of an invitation was seen to be over.
  `ALTER TABLE invitations ADD COLUMN overAt INTEGER;
   CREATE INDEX invitations_by_end ON invitations (expiresAt) WHERE expiresAt IS NOT NULL AND overAt IS NULL`,
  // How far what is in files is on its way to the stage; it belonged to each document before, and nothing was made of any.
  `ALTER TABLE contentFiles ADD COLUMN state TEXT NOT NULL DEFAULT 'uploaded';
   ALTER TABLE contentFiles ADD COLUMN reason TEXT;
   ALTER TABLE contentFiles ADD COLUMN pages INTEGER;
   ALTER TABLE contentFiles ADD COLUMN ready INTEGER NOT NULL DEFAULT 0;
   ALTER TABLE contentFiles ADD COLUMN about TEXT;
   CREATE INDEX contentFiles_due ON contentFiles (id) WHERE state IN ('uploaded', 'converting');
   ALTER TABLE documents DROP COLUMN state;
   ALTER TABLE documents DROP COLUMN reason;
   ALTER TABLE documents DROP COLUMN pages`,
  // The strip of a room, and those that it saved.
  `CREATE TABLE storyboards (
     room TEXT PRIMARY KEY REFERENCES rooms (id) ON DELETE CASCADE, revision INTEGER NOT NULL, documents TEXT NOT NULL
   ) STRICT, WITHOUT ROWID;
   CREATE TABLE savedStoryboards (
     id TEXT PRIMARY KEY, room TEXT NOT NULL REFERENCES rooms (id) ON DELETE CASCADE, name TEXT NOT NULL, documents TEXT NOT NULL,
     at INTEGER NOT NULL
   ) STRICT, WITHOUT ROWID;
   CREATE INDEX savedStoryboards_of_room ON savedStoryboards (room)`,
  // Whiteboards of rooms.
  `CREATE TABLE whiteboards (
     id TEXT PRIMARY KEY, room TEXT NOT NULL REFERENCES rooms (id) ON DELETE CASCADE, name TEXT NOT NULL, pages TEXT NOT NULL, at INTEGER NOT NULL
   ) STRICT, WITHOUT ROWID;
   CREATE INDEX whiteboards_of_room ON whiteboards (room)`,
  // The notes of rooms, in pieces that make them together.
  `CREATE TABLE notePieces (
     n INTEGER PRIMARY KEY AUTOINCREMENT, room TEXT NOT NULL REFERENCES rooms (id) ON DELETE CASCADE, piece BLOB NOT NULL
   ) STRICT;
   CREATE INDEX notePieces_of_room ON notePieces (room, n)`,
  // Whether a film has captions.
  `ALTER TABLE contentFiles ADD COLUMN captions INTEGER NOT NULL DEFAULT 0`,
  // What is drawn over a file goes with it.
  `ALTER TABLE whiteboards ADD COLUMN layerOf TEXT REFERENCES documents (id) ON DELETE CASCADE`,
]
