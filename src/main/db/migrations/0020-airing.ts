/**
 * When episodes air and what was said of them. A show is one work, whatever services and accounts
 * it is known by: `airing_names` holds every name of it.
 */
export const airing = `
CREATE TABLE airing_shows (
  id INTEGER PRIMARY KEY,
  muted INTEGER NOT NULL DEFAULT 0,
  delay INTEGER,
  followed INTEGER NOT NULL DEFAULT 0,
  since INTEGER NOT NULL DEFAULT 0,
  rank INTEGER NOT NULL DEFAULT 0,
  asked INTEGER NOT NULL DEFAULT 0,
  covered_until INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE airing_names (
  name TEXT PRIMARY KEY,
  show INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE airing_episodes (
  show INTEGER NOT NULL,
  episode INTEGER NOT NULL,
  airing_at INTEGER,
  was_at INTEGER,
  rank INTEGER NOT NULL,
  asked INTEGER NOT NULL,
  PRIMARY KEY (show, episode)
) STRICT, WITHOUT ROWID;

CREATE TABLE airing_notices (
  id INTEGER PRIMARY KEY,
  show INTEGER NOT NULL,
  kind TEXT NOT NULL,
  episode INTEGER NOT NULL,
  due_at INTEGER NOT NULL,
  state TEXT NOT NULL,
  way TEXT,
  said_at INTEGER,
  UNIQUE (show, kind, episode)
) STRICT;
`
