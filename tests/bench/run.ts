/* `npm run bench`: figures that belong together come from the same run on the same machine; what counts are counts and ratios. */
import { bundle } from './bundle.ts';
import { goalCost } from './goalCost.ts';
import { hourCost } from './hourCost.ts';
import { load } from './load.ts';
import { reminderCost } from './reminderCost.ts';
import { startUp } from './startUp.ts';
import { storageCost } from './storageCost.ts';
import { throughput } from './throughput.ts';

const all = { storageCost, goalCost, hourCost, reminderCost, throughput, startUp, bundle, load };
const wanted = process.argv.slice(2);

for (const [name, measure] of Object.entries(all)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  console.log(`\n## ${name}\n\n${await measure()}`);
}
process.exit(0);
