import { testHostileAnswers } from '../hostile-answers'

await testHostileAnswers('anisearch')
