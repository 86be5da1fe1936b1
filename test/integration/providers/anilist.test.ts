import { testRows } from './run-rows'

testRows('anilist')
