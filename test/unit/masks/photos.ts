import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { rgbOf } from '../../../src/nst/images/rgb';
import type { FloatImage } from '../../../src/nst/images/resample';
import { projectFolder } from '../model/assets-from-disk';

export function photo(name: 'astronaut' | 'hopper' | 'cat' | 'coffee'): FloatImage {
  const file = join(projectFolder, `test/fixtures/photos/photo-${name}.jpg`);
  const bytes = execFileSync(process.execPath, ['--import', 'tsx', join(__dirname, 'decode-photo.ts'), file], { maxBuffer: 2 ** 25 });
  const [width, height] = [bytes.readUInt32LE(0), bytes.readUInt32LE(4)];
  return rgbOf({ width, height, data: new Uint8ClampedArray(bytes.subarray(8)) });
}

/** In the astronaut's portrait of 512×512, read off by eye. */
export const ASTRONAUT = {
  face: { x: 178, y: 75, width: 97, height: 107 },
  eyes: [
    { x: 203, y: 100 },
    { x: 247, y: 103 },
  ],
  mouth: { x: 224, y: 147 },
} as const;
