export const toggleFavouriteDocument = `
mutation ToggleFavourite(
  $animeId: Int
  $mangaId: Int
  $characterId: Int
  $staffId: Int
  $studioId: Int
) {
  ToggleFavourite(
    animeId: $animeId
    mangaId: $mangaId
    characterId: $characterId
    staffId: $staffId
    studioId: $studioId
  ) {
    anime(page: 1, perPage: 1) { pageInfo { hasNextPage } }
  }
}`

export const isMediaFavouriteDocument = `
query IsMediaFavourite($id: Int) {
  Media(id: $id) { id isFavourite }
}`

export const isCharacterFavouriteDocument = `
query IsCharacterFavourite($id: Int) {
  Character(id: $id) { id isFavourite }
}`

export const isStaffFavouriteDocument = `
query IsStaffFavourite($id: Int) {
  Staff(id: $id) { id isFavourite }
}`

export const isStudioFavouriteDocument = `
query IsStudioFavourite($id: Int) {
  Studio(id: $id) { id isFavourite }
}`
