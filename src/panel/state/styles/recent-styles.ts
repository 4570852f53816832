import { addRecentStyle } from '../../../storage/recent-styles';
import type { GalleryStyle } from './styles';

/** The context menu offers the styles that were used last; the first of a mixture comes out on top. */
export function rememberStyles(styles: readonly GalleryStyle[]): void {
  void [...styles].reverse().reduce((before, { name, source }) => before.then(() => addRecentStyle({ name, source })), Promise.resolve());
}
