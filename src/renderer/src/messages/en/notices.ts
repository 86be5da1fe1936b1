/** Things that went wrong at the start and were mended, by the id that main gives. */
export const notices = {
  'database-rebuilt':
    'The database was damaged. It was set aside as {file} and a new one was made; your list is read again.',
  'database-too-new':
    'This database was made by a newer Tsuzuki and was left alone. Please update.',
  'settings-reset': 'The settings file was damaged. It was set aside as {file}; defaults are used.',
  'settings-unreadable':
    'The settings could not be read. Defaults are used; the file was left as it is.',
  'tokens-unreadable':
    'Your sign-ins could not be read. The file was kept; sign in again to go on.',
  'window-restarted': 'The window had to be restarted. Nothing was lost.',
  'sign-in-ends':
    'Your {service} sign-in ends on {date}. Renew it now; nothing is lost if you wait.',
  other: 'Something was mended at the start: {id}',
} as const
