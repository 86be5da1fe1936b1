import { testRows } from './run-rows'

testRows('anisearch')
