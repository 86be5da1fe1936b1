import { testHostileAnswers } from '../hostile-answers'

await testHostileAnswers('anilist-v1')
