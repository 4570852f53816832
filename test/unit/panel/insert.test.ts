import { background, calls } from './fake-extension-api';
import { insertionOf } from '../../../src/protocol/layer';
import { UserFacingError } from '../../../src/protocol/failure';
import { insert } from '../../../src/panel/state/insert';
import { layer } from './jobs-for-tests';

it('asks once where the page was loaded anew, and takes the second press for an answer', async () => {
  background.insertLayer = ({ document }: { document: { id: string | null } }) => {
    if (document.id !== null) throw new UserFacingError('other-document', 'Press Insert once more.');
    return { way: 'layer', message: 'Added.' };
  };
  const request = insertionOf(layer, 'picture', 'Brushover');
  await expect(insert(request)).rejects.toThrow('Press Insert once more.');
  await expect(insert(request)).resolves.toMatchObject({ message: 'Added.' });
  expect(calls.filter(({ name }) => name === 'insertLayer').map(({ request: sent }) => sent)).toMatchObject([
    { document: layer.document },
    { document: { ...layer.document, id: null } },
  ]);
});
