export const viewerDocument = `
query Viewer {
  Viewer {
    id
    name
    options { titleLanguage displayAdultContent }
    mediaListOptions {
      scoreFormat
      animeList { customLists advancedScoring advancedScoringEnabled }
      mangaList { customLists advancedScoring advancedScoringEnabled }
    }
  }
}`
