import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createEditor } from '../../../tools/editors/new-editor/create-editor';
import { registrationProblems } from '../../../tools/editors/registration-problems';

describe('the adapters', () => {
  it('are all registered, documented, tested, and tell how to try them by hand', () => {
    expect(registrationProblems()).toEqual([]);
  });

  describe('in a copy of the repository', () => {
    let root: string;
    beforeEach(() => {
      root = mkdtempSync(join(tmpdir(), 'brushover-'));
      for (const folder of ['src/editors', 'test/browser/editors', 'test/pages']) cpSync(folder, join(root, folder), { recursive: true });
    });
    afterEach(() => rmSync(root, { recursive: true }));

    const change = (path: string, edit: (text: string) => string) =>
      writeFileSync(join(root, path), edit(readFileSync(join(root, path), 'utf8')));

    it('are complete when they come from the scaffold', () => {
      createEditor('my-editor', root);
      expect(registrationProblems(root)).toEqual([]);
      expect(readFileSync(join(root, 'src/editors/adapters/index.ts'), 'utf8')).toMatch(/myEditorAdapter,\n {2}canvasAdapter,/);
      expect(() => createEditor('my-editor', root)).toThrow(/is there already/);
      expect(() => createEditor('My Editor', root)).toThrow(/small letters/);
    });

    it.each([
      ['src/editors/adapters/index.ts', '  konvaAdapter,\n', /not in the list/],
      ['src/editors/README.md', '[konva](adapters/konva.ts)', /not in the table/],
      ['test/browser/editors/entries/index.ts', '  minipaint,\n', /no entry in the conformance suite/],
      ['src/editors/adapters/konva.ts', 'To try it by hand', /does not end with a comment/],
    ])('are incomplete without their place in %s', (path, part, problem) => {
      change(path, (text) => text.replace(part, ''));
      expect(registrationProblems(root)).toEqual([expect.stringMatching(problem)]);
    });
  });
});
