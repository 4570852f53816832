/** The image of docs/many-machines.md; `npm run test:image` runs its steps. */
import { existsSync, readFileSync } from 'node:fs';
import { dockerfileIn, instructionsOf } from '../../../tools/docs/dockerfile';

const dockerfile = readFileSync('Dockerfile', 'utf8');
const instructions = instructionsOf(dockerfile);
const { engines, scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  engines: { node: string };
  scripts: Record<string, string>;
};

it('is shown in the page as it is', () => {
  expect(dockerfileIn(readFileSync('docs/many-machines.md', 'utf8'))).toBe(dockerfile);
});

it('has a Node that the package takes', () => {
  const [, major] = /^node:(\d+)/.exec(instructions[0].text) ?? [];
  expect(instructions[0].name).toBe('FROM');
  expect(Number(major)).toBeGreaterThan(Number(/\d+/.exec(engines.node)?.[0]));
});

it('runs scripts and starts a file that are there', () => {
  const scriptsRun = instructions.flatMap(({ name, text }) => (name === 'RUN' ? [...text.matchAll(/npm run (\S+)/g)] : []));
  expect(scriptsRun.map(([, script]) => script)).toEqual(['build']);
  for (const [, script] of scriptsRun) expect(scripts[script]).toBeDefined();
  const [entry] = instructions.filter(({ name }) => name === 'ENTRYPOINT');
  expect(existsSync((JSON.parse(entry.text) as string[]).at(-1)!)).toBe(true);
});

it('leaves out what it makes itself', () => {
  expect(readFileSync('.dockerignore', 'utf8').split('\n')).toEqual(expect.arrayContaining(['node_modules', 'dist']));
});
