import { fillHiddenRgb } from '../../nst/images/prepare-images';
import type { ArbitraryStylizer } from '../../nst/preview/arbitrary-stylizer';
import type { StyleVector } from '../../nst/preview/style-vectors';
import { sha256Of } from '../../nst/sha256';
import { decodeImage } from '../../picture-files/decode';
import type { StyleSource } from '../../protocol/previews';
import { loadStyleVector, saveStyleVector } from '../../storage/style-vectors';
import { styleFile } from './style-file';

/** Style vectors by their pictures: in memory by where a picture lies, on disk by the hash of its bytes. */
export class StyleVectorCache {
  private readonly bySource = new Map<string, StyleVector>();

  constructor(private readonly stylizer: ArbitraryStylizer) {}

  async vectorOf(source: StyleSource): Promise<StyleVector> {
    const place = JSON.stringify(source);
    const known = this.bySource.get(place);
    if (known) return known;
    const file = await styleFile(source);
    const key = `${this.stylizer.networkId}:${await sha256Of(await file.arrayBuffer())}`;
    const vector = (await loadStyleVector(key)) ?? (await this.readStyle(file, key));
    this.bySource.set(place, vector);
    return vector;
  }

  private async readStyle(file: Blob, key: string): Promise<StyleVector> {
    const vector = await this.stylizer.predictStyleVector(fillHiddenRgb(await decodeImage(file, 'The style image')));
    await saveStyleVector(key, vector);
    return vector;
  }
}
