/** `npm run new:editor NAME`: makes an adapter, its stub page and its entry in the conformance suite, and registers them. */
import { UsageError } from './cli/options';
import { createEditor } from './editors/new-editor/create-editor';

try {
  const [name] = process.argv.slice(2);
  if (!name) throw new UsageError('Name the editor: npm run new:editor my-editor');
  for (const path of createEditor(name)) console.log(path);
  console.log('Now make the stub page and the adapter what the real editor is like; npm run test:editors checks them.');
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = error instanceof UsageError ? 2 : 1;
}
