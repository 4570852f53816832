import { RUN_SETTINGS, SETTINGS } from '../../../src/nst/settings';
import { helpText } from '../../../tools/cli/help';
import { printable } from '../../../tools/cli/printable';
import { flagOf } from '../../../tools/cli/settings-flags';

test.each(Object.entries({ ...SETTINGS, ...RUN_SETTINGS }))('--help tells what %s does and takes', (key, setting) => {
  const lines = helpText().split('\n');
  const at = lines.findIndex((line) => line.trim().split(' ')[0] === `--${flagOf(key, setting)}`);
  const about = lines.slice(at, at + 3).join('\n');
  expect(about).toContain(setting.explanation);
  expect(about).toContain(setting.takes);
});

test('what a terminal would obey is shown instead', () => {
  expect(printable('a\u001b[31mb\u0007\u009b2Jc\u202Ed é 图')).toBe('a\\u{1b}[31mb\\u{7}\\u{9b}2Jc\\u{202e}d é 图');
});
