import type { Words } from '../words'
import type { foreign as english } from '../en/foreign'

export const foreign: Words<typeof english> = {
  showSpoiler: 'Spoiler zeigen',
  hideSpoiler: 'Spoiler verbergen',
  loadPicture: 'Bild von {host} laden',
  pictureFrom: 'Bild von {host}',
  pictureFailed: 'Von {host} kam kein Bild. Noch einmal versuchen',
}
