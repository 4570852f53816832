import { fileNameOf } from '../../src/addresses/file-name-of';

it.each([
  ['https://example.org/pictures/a%20b.jpg?size=2', 'a b.jpg'],
  ['https://example.org/100%.jpg', '100%.jpg'],
  ['https://example.org/%E0%A4%A.png', '%E0%A4%A.png'],
  ['file:///home/me/cat.png', 'cat.png'],
  ['https://example.org/', ''],
  ['data:image/png;base64,AAAA', ''],
  ['', ''],
])('the file of %s is called “%s”', (address, name) => {
  expect(fileNameOf(address)).toBe(name);
});
