import { base64ToUint8Array } from 'uint8array-extras';
import { enterPicture } from '../picture-entry/enter-picture';

/** A picture as the command line sends it, in the form in which pictures go on. Throws a UserFacingError. */
export async function enteredFile(base64: string, what: string): Promise<Blob> {
  return (await enterPicture(new Blob([base64ToUint8Array(base64)]), what)).file;
}
