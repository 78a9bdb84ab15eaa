import { seeded } from '../support/chance.ts';
import { killWriters } from '../support/storageKills.ts';

const kills = 200;

test(`killed ${kills} times in the middle of writing, the service leaves nothing half and loses nothing acknowledged`, async () => {
  const { seed, chance } = seeded();

  const report = await killWriters(kills, chance);

  console.info(`seed ${seed}: ${report.kills} kills, ${report.acknowledged} deeds acknowledged`);
  expect(report).toEqual({ kills, acknowledged: report.acknowledged, doubled: 0, halfWritten: [], lost: [] });
}, 600_000);
