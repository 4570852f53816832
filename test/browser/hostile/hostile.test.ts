/** A sample of `npm run test:hostile`. */
import { ensureBuilt } from '../../../tools/build/ensure-built';
import { HostileCampaign } from './hostile-campaign';
import { HOSTILE_PAGES } from './hostile-pages';

const SAMPLE = [
  'breaks out of the quotation',
  'has a bomb for a picture',
  'has a picture of another size',
  'globals that throw',
  'getContext throws',
  'leaves when it is read',
  'says what we never said',
  'has our element’s name',
];

let campaign: HostileCampaign;
beforeAll(async () => {
  await ensureBuilt();
  campaign = await HostileCampaign.open();
});
afterAll(() => campaign?.close());

test.each(SAMPLE)('%s: it works, or the truth is told', async (name) => {
  const page = HOSTILE_PAGES.find((one) => one.name === name);
  expect((await campaign.strike(page!)).problem).toBeNull();
});
