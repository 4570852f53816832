import { companionOf } from '../../../bench/judge/companion-of';

it('finds the content and the style that a result is named after', () => {
  const contents = ['cat', 'cat-portrait', 'sign'];
  expect(companionOf('content', 'cat-starry-night', contents)).toBe('cat');
  expect(companionOf('content', 'cat-portrait-waves', contents)).toBe('cat-portrait');
  expect(companionOf('style', 'cat-starry-night', ['night', 'starry-night'])).toBe('starry-night');
});

it('prefers the picture of the very name', () => {
  expect(companionOf('content', 'p1', ['p', 'p1-content'])).toBe('p1-content');
  expect(companionOf('style', 'p1', ['1', 'p1'])).toBe('p1');
});

it('finds none for a foreign name', () => {
  expect(companionOf('content', 'dog', ['cat', 'dog-style'])).toBeNull();
});
