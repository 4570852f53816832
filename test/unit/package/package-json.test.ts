/** What package.json promises to those who install the package. */
import { readFileSync } from 'node:fs';

const { dependencies, devDependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as Record<string, Record<string, string>>;

it('drives browsers by the same version whether installed or from a checkout', () => {
  expect(dependencies['puppeteer-core']).toBe(devDependencies.puppeteer);
});

it('downloads no browser at installation', () => {
  expect(Object.keys(dependencies)).not.toContain('puppeteer');
});
