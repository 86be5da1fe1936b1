/**
 * Titles of services that send ids only: under which MyAnimeList id others know them, and when to
 * ask again (Unix ms); and the names that a service tells of all its titles at once. Keys: realm
 * and title, see keys.ts.
 */
export const lentTitles = `
CREATE TABLE lent_titles (
  key INTEGER PRIMARY KEY,
  mal_id INTEGER,
  due_at INTEGER NOT NULL
) STRICT;

CREATE TABLE own_names (
  key INTEGER PRIMARY KEY,
  names TEXT NOT NULL
) STRICT;
`
