/** A sample of `npm run test:faults`. */
import { ensureBuilt } from '../../../tools/build/ensure-built';
import { Campaign } from './campaign';
import { FAULTS } from './faults';

const SAMPLE = [
  'service worker stopped',
  'document closed',
  'job worker ended in silence',
  'newest checkpoint torn',
  'states not stored',
  'result not stored',
];

let campaign: Campaign;
beforeAll(async () => {
  await ensureBuilt();
  campaign = await Campaign.open(7);
});
afterAll(() => campaign?.close());

test.each(SAMPLE)('%s: the picture is there, or the truth is told', async (name) => {
  const fault = FAULTS.find((one) => one.name === name);
  expect((await campaign.strike(fault!)).problem).toBeNull();
});
