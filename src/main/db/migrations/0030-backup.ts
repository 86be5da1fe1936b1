/** Imports that were started, and what each of them still has to do, so that it outlives the program. */
export const backup = `
CREATE TABLE backup_jobs (
  id INTEGER PRIMARY KEY,
  account INTEGER NOT NULL,
  file TEXT NOT NULL,
  state TEXT NOT NULL,
  made_at INTEGER NOT NULL,
  planned INTEGER NOT NULL,
  done INTEGER NOT NULL,
  refused INTEGER NOT NULL,
  grp INTEGER,
  snapshot TEXT,
  report TEXT,
  failure TEXT,
  about TEXT NOT NULL
) STRICT;

CREATE TABLE backup_plan (
  job INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  title TEXT NOT NULL,
  patch TEXT,
  source INTEGER NOT NULL,
  refused TEXT,
  PRIMARY KEY (job, seq)
) STRICT, WITHOUT ROWID;
`
