/** What services told about anything that is not a list, and where pictures of people are. */
export const answers = `
CREATE TABLE answers (
  id INTEGER PRIMARY KEY,
  realm INTEGER NOT NULL,
  account INTEGER NOT NULL,
  name TEXT NOT NULL,
  asked_at INTEGER NOT NULL,
  used_at INTEGER NOT NULL,
  size INTEGER NOT NULL,
  data TEXT NOT NULL,
  UNIQUE (realm, account, name)
) STRICT;

CREATE TABLE pictures (
  realm INTEGER NOT NULL,
  key TEXT NOT NULL,
  data TEXT NOT NULL,
  seen_at INTEGER NOT NULL,
  PRIMARY KEY (realm, key)
) STRICT;
`
