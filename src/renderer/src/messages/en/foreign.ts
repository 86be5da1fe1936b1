/** Words around what others wrote. */
export const foreign = {
  showSpoiler: 'Show spoiler',
  hideSpoiler: 'Hide spoiler',
  loadPicture: 'Load picture from {host}',
  pictureFrom: 'Picture from {host}',
  pictureFailed: 'No picture came from {host}. Try again',
} as const
