/** Reading and writing pictures, in one part that pages load when the first picture asks for it. */
export { decodeImage } from './decode';
export { encodePng, encodeWhole } from './encode';
