/** What somebody has written and not sent yet. */
export const drafts = `
CREATE TABLE drafts (
  account INTEGER NOT NULL,
  key TEXT NOT NULL,
  data TEXT NOT NULL,
  changed_at INTEGER NOT NULL,
  PRIMARY KEY (account, key)
) STRICT;
`
