/** A process of its own, since Jest cannot load MozJPEG's modules: width and height as numbers of 4 bytes, then RGBA. */
import { readFileSync } from 'node:fs';
import { decode } from '../../../art/jpeg';

void decode(readFileSync(process.argv[2])).then(({ width, height, data }) => {
  process.stdout.write(Buffer.concat([Buffer.from(Uint32Array.of(width, height).buffer), new Uint8Array(data.buffer)]));
});
