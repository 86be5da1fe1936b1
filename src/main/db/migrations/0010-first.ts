/** Accounts, titles, lists, what waits to be sent, and what happened. Keys: see keys.ts. */
export const first = `
CREATE TABLE realms (
  id INTEGER PRIMARY KEY,
  service TEXT NOT NULL,
  origin TEXT NOT NULL,
  UNIQUE (service, origin)
) STRICT;

CREATE TABLE accounts (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  realm INTEGER NOT NULL REFERENCES realms (id),
  user_id INTEGER NOT NULL,
  user_name TEXT NOT NULL,
  options TEXT NOT NULL,
  signed_in INTEGER NOT NULL,
  sign_in_ends_at INTEGER,
  synced_at INTEGER,
  UNIQUE (realm, user_id)
) STRICT;

CREATE TABLE media (
  key INTEGER PRIMARY KEY,
  romaji TEXT,
  english TEXT,
  native TEXT,
  airing_at INTEGER,
  data TEXT NOT NULL
) STRICT;

CREATE TABLE entries (
  key INTEGER PRIMARY KEY,
  status TEXT NOT NULL,
  score INTEGER,
  progress INTEGER NOT NULL,
  progress_volumes INTEGER NOT NULL,
  repeats INTEGER NOT NULL,
  started_at INTEGER,
  completed_at INTEGER,
  notes TEXT NOT NULL,
  private INTEGER NOT NULL,
  hidden INTEGER NOT NULL,
  custom_lists TEXT NOT NULL,
  advanced_scores TEXT NOT NULL,
  priority INTEGER NOT NULL,
  personal_score INTEGER,
  repeat_desire INTEGER NOT NULL,
  entry_id INTEGER,
  created_at INTEGER,
  updated_at INTEGER,
  local TEXT
) STRICT;

CREATE TABLE outbox (
  id INTEGER PRIMARY KEY,
  key INTEGER NOT NULL,
  base TEXT,
  wanted TEXT,
  revision INTEGER NOT NULL,
  attempts INTEGER NOT NULL,
  state TEXT NOT NULL,
  failure TEXT,
  conflicts TEXT,
  origin TEXT NOT NULL,
  corrected INTEGER NOT NULL,
  touched_at INTEGER NOT NULL,
  sent TEXT
) STRICT;

CREATE TABLE history (
  id INTEGER PRIMARY KEY,
  key INTEGER NOT NULL,
  at INTEGER NOT NULL,
  source TEXT NOT NULL,
  before TEXT,
  after TEXT,
  grp INTEGER NOT NULL,
  undone INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE commands (
  id INTEGER PRIMARY KEY,
  account INTEGER NOT NULL,
  kind TEXT NOT NULL,
  payload TEXT NOT NULL,
  state TEXT NOT NULL,
  attempts INTEGER NOT NULL,
  failure TEXT,
  sent INTEGER NOT NULL,
  created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE buckets (
  realm INTEGER NOT NULL,
  name TEXT NOT NULL,
  busy INTEGER NOT NULL,
  pause_ms INTEGER NOT NULL,
  saved_at INTEGER NOT NULL,
  PRIMARY KEY (realm, name)
) STRICT;

CREATE TABLE cache (
  key TEXT PRIMARY KEY,
  stored_at INTEGER NOT NULL,
  data TEXT NOT NULL
) STRICT;

CREATE TABLE meta (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT;
`
