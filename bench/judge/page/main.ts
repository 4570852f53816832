/** The page that shows one pair after the other, and opens the key after the last one. */
import { count, preferred, sentenceOf } from '../count';
import type { Answer } from '../key';
import type { PageData, PagePair } from './data';

const { key, pairs } = JSON.parse(byId('data').textContent) as PageData;
const answers: Answer[] = [];

const ANSWERS: Record<string, Answer> = { 0: 0, 1: 1, 2: 2 };

function press(pressed: string): void {
  if (answers.length === pairs.length) return;
  if (pressed === 'Backspace') answers.pop();
  if (pressed in ANSWERS) answers.push(ANSWERS[pressed]);
  show();
}

function show(): void {
  const done = answers.length === pairs.length;
  byId('pair').hidden = byId('choices').hidden = done;
  byId('outcome').hidden = !done;
  byId('pair').replaceChildren(...(done ? [] : figuresOf(pairs[answers.length])));
  byId('progress').textContent = done ? 'Thank you.' : `Pair ${answers.length + 1} of ${pairs.length}: which is better, 1 or 2?`;
  if (done) byId('outcome').replaceChildren(element('h1', sentenceOf(count(key, answers))), folders(), table(), download());
}

function figuresOf({ pictures, content, style }: PagePair): HTMLElement[] {
  const given = element('div');
  given.id = 'given';
  if (content !== null) given.append(figure('Content', content));
  if (style !== null) given.append(figure('Style', style));
  return [given, ...pictures.map((picture, index) => figure(String(index + 1), picture))];
}

function figure(caption: string, source: string): HTMLElement {
  const image = document.createElement('img');
  image.src = source;
  image.alt = caption;
  const result = element('figure');
  result.append(element('figcaption', caption), image);
  return result;
}

function folders(): HTMLElement {
  return element('p', `A is ${key.folders.a}, B is ${key.folders.b}.`);
}

function table(): HTMLElement {
  const rows = key.pairs.map((pair, index) => [pair.name, preferred(pair, answers[index])?.toUpperCase() ?? '–']);
  const result = element('table');
  result.append(rowOf('th', ['Pair', 'Preferred']), ...rows.map((cells) => rowOf('td', cells)));
  return result;
}

function rowOf(kind: 'td' | 'th', cells: string[]): HTMLElement {
  const row = element('tr');
  row.append(...cells.map((text) => element(kind, text)));
  return row;
}

function download(): HTMLElement {
  const link = document.createElement('a');
  link.download = 'answers.json';
  link.href = `data:application/json,${encodeURIComponent(JSON.stringify(answers))}`;
  link.textContent = 'Save the answers';
  return link;
}

function element(tag: string, text = ''): HTMLElement {
  const result = document.createElement(tag);
  result.textContent = text;
  return result;
}

function byId(id: string): HTMLElement {
  return document.getElementById(id)!;
}

document.addEventListener('keydown', ({ key: pressed }) => press(pressed));
for (const button of document.querySelectorAll('button')) button.addEventListener('click', () => press(button.dataset.key!));
show();
