import { stored } from '../panel/fake-extension-api';
import { addRecentStyle, loadRecentStyles } from '../../../src/storage/recent-styles';

const glass = { name: 'Stained glass', source: { kind: 'built-in', file: 'stained-glass.jpg' } } as const;
const waves = { name: 'Woodblock waves', source: { kind: 'built-in', file: 'woodblock-waves.jpg' } } as const;

test('a style that is used again stands there once, also when the storage has put its parts into another order', async () => {
  await addRecentStyle(glass);
  stored.recentStyles = [{ name: 'Stained glass', source: { file: 'stained-glass.jpg', kind: 'built-in' } }];
  await addRecentStyle(waves);
  await addRecentStyle(glass);
  expect((await loadRecentStyles()).map(({ name }) => name)).toEqual(['Stained glass', 'Woodblock waves']);
});
