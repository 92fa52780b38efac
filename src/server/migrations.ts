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
]
