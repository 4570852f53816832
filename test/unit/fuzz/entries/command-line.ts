/** What is typed. */
import * as fc from 'fast-check';
import { SETTING_OPTIONS, settingsFromFlags, runSettingsFromFlags } from '../../../../tools/cli/settings-flags';
import { UsageError } from '../../../../tools/cli/options';
import { printable } from '../../../../tools/cli/printable';
import { readShard } from '../../../../tools/cli/shard';
import { assert, assertFinite, isRefused } from '../assert';
import { entry } from '../entry';

const FLAGS = Object.entries(SETTING_OPTIONS);
const typed = fc.oneof(
  fc.string(),
  fc.constantFrom(
    'auto',
    '0',
    '-1',
    '1e300',
    'NaN',
    'Infinity',
    '0x10',
    ' 5 ',
    '5,5',
    'constructor',
    '__proto__=1',
    'relu4_2',
    '0.5x40,1x30',
  ),
  fc.double().map(String),
  fc.tuple(fc.constantFrom('relu1_1', 'relu9_9', '__proto__', 'input'), fc.double()).map(([layer, weight]) => `${layer}=${weight}`),
  fc.array(fc.tuple(fc.double(), fc.integer()), { maxLength: 6 }).map((scales) => scales.map((scale) => scale.join('x')).join(',')),
);
const flags = fc.array(fc.tuple(fc.constantFrom(...FLAGS), typed, fc.boolean()), { minLength: 1, maxLength: 4 });

export const COMMAND_LINE = [
  entry('flags', flags, async (given) => {
    const values = Object.fromEntries(given.map(([[name, { type }], text, on]) => [name, type === 'boolean' ? on : text]));
    let settings: unknown = null;
    const run = { size: null, engine: 'auto', tileMemory: null } as unknown as Parameters<typeof runSettingsFromFlags>[1];
    if (await isRefused(() => (settings = [settingsFromFlags(values), runSettingsFromFlags(values, run)]), UsageError)) return;
    assertFinite(settings);
  }),
  entry(
    'shards',
    fc.oneof(
      fc.string(),
      fc.tuple(fc.integer(), fc.integer()).map(([i, n]) => `${i}/${n}`),
      fc.tuple(fc.nat(9), fc.nat(9)).map(([i, n]) => `${i}/${n}`),
    ),
    async (text) => {
      let shard = { index: 1, count: 1 };
      if (await isRefused(() => (shard = readShard(text)), UsageError)) return;
      assert(shard.index >= 1 && shard.index <= shard.count, `${text} is no part.`);
    },
  ),
  entry('words for a terminal', fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
    assert(!/[\p{Cc}]/u.test(printable(text)), 'A terminal could be steered.');
  }),
];
