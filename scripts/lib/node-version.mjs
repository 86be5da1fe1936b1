/** Imported first by every script: says in one line what is wrong with an old Node, and ends. */
const needed = 24

if (Number(process.versions.node.split('.')[0]) < needed) {
  console.error(
    `Tsuzuki needs Node ${needed}; this is ${process.versions.node}. Start it through npm (npm start, npm test), which brings its own.`,
  )
  process.exit(1)
}
