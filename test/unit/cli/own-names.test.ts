import { withOwnNames } from '../../../tools/cli/own-names';

it('takes --padding as --edges', () => {
  expect(withOwnNames(['--size', '64', '--padding', 'wrap'])).toEqual(['--size', '64', '--edges', 'wrap']);
  expect(withOwnNames(['--padding=wrap', '--output=a=b.png'])).toEqual(['--edges=wrap', '--output=a=b.png']);
});

it('refuses both at once', () => {
  expect(() => withOwnNames(['--edges', 'wrap', '--padding=zero'])).toThrow('--padding and --edges are two names of one flag');
});
