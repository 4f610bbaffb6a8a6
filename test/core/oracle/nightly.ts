// Many more random cases than a test may take: `node --import tsx test/core/oracle/nightly.ts [cases] [seed]`.
import { differences, shown } from './engine';

const cases = Number(process.argv[2] ?? 1_000_000);
const seed = Number(process.argv[3] ?? Date.now() % 2 ** 32);
const batch = 50_000;
/** Those after it are only counted. */
const maxShown = 5;

console.log(`seed ${seed}, ${cases} cases`);
const began = Date.now();
let found = 0;
for (let first = 0; first < cases; first += batch) {
  const end = Math.min(first + batch, cases);
  for (const { index, difference } of differences(seed, first, end)) {
    found++;
    if (found <= maxShown) console.log(`case ${index} of seed ${seed}, made small:\n${shown(difference)}\n`);
  }
  console.log(`${end} cases, ${found} differences, ${Math.round((Date.now() - began) / 1000)} s`);
}
console.log(`seed ${seed}: ${cases} cases, ${found} differences`);
process.exitCode = found > 0 ? 1 : 0;
