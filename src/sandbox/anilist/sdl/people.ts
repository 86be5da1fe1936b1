/** Characters, staff, studios, and what people hold dear. */
export const peopleTypes = `
type MediaConnection {
  edges: [MediaEdge]
  nodes: [Media]
  pageInfo: PageInfo
}

type MediaEdge {
  node: Media
  id: Int
  relationType(version: Int): MediaRelation
  isMainStudio: Boolean!
  characters: [Character]
  characterRole: CharacterRole
  characterName: String
  roleNotes: String
  dubGroup: String
  staffRole: String
  voiceActors(language: StaffLanguage, sort: [StaffSort]): [Staff]
  voiceActorRoles(language: StaffLanguage, sort: [StaffSort]): [StaffRoleType]
  favouriteOrder: Int
}

enum CharacterSort {
  ID ID_DESC ROLE ROLE_DESC SEARCH_MATCH FAVOURITES FAVOURITES_DESC RELEVANCE
}

type CharacterConnection {
  edges: [CharacterEdge]
  nodes: [Character]
  pageInfo: PageInfo
}

type CharacterEdge {
  node: Character
  id: Int
  role: CharacterRole
  name: String
  voiceActors(language: StaffLanguage, sort: [StaffSort]): [Staff]
  voiceActorRoles(language: StaffLanguage, sort: [StaffSort]): [StaffRoleType]
  favouriteOrder: Int
}

type Character {
  id: Int!
  name: CharacterName
  image: CharacterImage
  description(asHtml: Boolean): String
  gender: String
  dateOfBirth: FuzzyDate
  age: String
  bloodType: String
  isFavourite: Boolean!
  isFavouriteBlocked: Boolean!
  siteUrl: String
  media(
    sort: [MediaSort] type: MediaType onList: Boolean page: Int perPage: Int
  ): MediaConnection
  favourites: Int
}

type CharacterName {
  first: String
  middle: String
  last: String
  full: String
  native: String
  alternative: [String]
  alternativeSpoiler: [String]
  userPreferred: String
}

type CharacterImage {
  large: String
  medium: String
}

enum StaffLanguage {
  JAPANESE ENGLISH KOREAN ITALIAN SPANISH PORTUGUESE FRENCH GERMAN HEBREW HUNGARIAN
}

enum StaffSort {
  ID ID_DESC ROLE ROLE_DESC LANGUAGE LANGUAGE_DESC SEARCH_MATCH FAVOURITES FAVOURITES_DESC
  RELEVANCE
}

type Staff {
  id: Int!
  name: StaffName
  language: StaffLanguage
  languageV2: String
  image: StaffImage
  description(asHtml: Boolean): String
  primaryOccupations: [String]
  gender: String
  dateOfBirth: FuzzyDate
  dateOfDeath: FuzzyDate
  age: Int
  yearsActive: [Int]
  homeTown: String
  bloodType: String
  isFavourite: Boolean!
  isFavouriteBlocked: Boolean!
  siteUrl: String
  staffMedia(
    sort: [MediaSort] type: MediaType onList: Boolean page: Int perPage: Int
  ): MediaConnection
  characters(sort: [CharacterSort], page: Int, perPage: Int): CharacterConnection
  characterMedia(sort: [MediaSort], onList: Boolean, page: Int, perPage: Int): MediaConnection
  favourites: Int
}

type StaffName {
  first: String
  middle: String
  last: String
  full: String
  native: String
  alternative: [String]
  userPreferred: String
}

type StaffImage {
  large: String
  medium: String
}

type StaffRoleType {
  voiceActor: Staff
  roleNotes: String
  dubGroup: String
}

type StaffConnection {
  edges: [StaffEdge]
  nodes: [Staff]
  pageInfo: PageInfo
}

type StaffEdge {
  node: Staff
  id: Int
  role: String
  favouriteOrder: Int
}

enum StudioSort {
  ID ID_DESC NAME NAME_DESC SEARCH_MATCH FAVOURITES FAVOURITES_DESC
}

type StudioConnection {
  edges: [StudioEdge]
  nodes: [Studio]
  pageInfo: PageInfo
}

type StudioEdge {
  node: Studio
  id: Int
  isMain: Boolean!
  favouriteOrder: Int
}

type Studio {
  id: Int!
  name: String!
  isAnimationStudio: Boolean!
  media(
    sort: [MediaSort] isMain: Boolean onList: Boolean page: Int perPage: Int
  ): MediaConnection
  siteUrl: String
  isFavourite: Boolean!
  favourites: Int
}

type Favourites {
  anime(page: Int, perPage: Int): MediaConnection
  manga(page: Int, perPage: Int): MediaConnection
  characters(page: Int, perPage: Int): CharacterConnection
  staff(page: Int, perPage: Int): StaffConnection
  studios(page: Int, perPage: Int): StudioConnection
}

extend type Query {
  Character(
    id: Int id_not: Int id_in: [Int] id_not_in: [Int] search: String sort: [CharacterSort]
  ): Character
  Staff(id: Int id_not: Int id_in: [Int] id_not_in: [Int] search: String sort: [StaffSort]): Staff
  Studio(
    id: Int id_not: Int id_in: [Int] id_not_in: [Int] search: String sort: [StudioSort]
  ): Studio
}

extend type Page {
  characters(
    id: Int id_not: Int id_in: [Int] id_not_in: [Int] search: String sort: [CharacterSort]
  ): [Character]
  staff(
    id: Int id_not: Int id_in: [Int] id_not_in: [Int] search: String sort: [StaffSort]
  ): [Staff]
  studios(
    id: Int id_not: Int id_in: [Int] id_not_in: [Int] search: String sort: [StudioSort]
  ): [Studio]
}

extend type Media {
  relations: MediaConnection
  characters(
    sort: [CharacterSort] role: CharacterRole page: Int perPage: Int
  ): CharacterConnection
  staff(sort: [StaffSort], page: Int, perPage: Int): StaffConnection
  studios(sort: [StudioSort], isMain: Boolean): StudioConnection
}

extend type User {
  favourites(page: Int): Favourites
}

extend type Mutation {
  ToggleFavourite(
    animeId: Int mangaId: Int characterId: Int staffId: Int studioId: Int
  ): Favourites
}
`
