/** PackBits (Apple Technical Note TN1023), as Photoshop's files have it: each row's length first, then the rows. */
export function packRows(plane: Uint8Array, width: number, lengthBytes: 2 | 4): Uint8Array {
  const rows: Uint8Array[] = [];
  for (let at = 0; at < plane.length; at += width) rows.push(packRow(plane.subarray(at, at + width)));
  const table = rows.length * lengthBytes;
  const packed = new Uint8Array(table + rows.reduce((sum, { length }) => sum + length, 0));
  const view = new DataView(packed.buffer);
  let at = table;
  rows.forEach((row, i) => {
    if (lengthBytes === 4) view.setUint32(4 * i, row.length);
    else view.setUint16(2 * i, row.length);
    packed.set(row, at);
    at += row.length;
  });
  return packed;
}

const MOST = 128;

/** Runs of three equal bytes and more are said once; what lies between is said as it is. */
function packRow(row: Uint8Array): Uint8Array {
  // At worst one byte more for each 128.
  const packed = new Uint8Array(row.length + Math.ceil(row.length / MOST));
  let length = 0;
  let at = 0;
  while (at < row.length) {
    const run = runAt(row, at);
    if (run >= 3) {
      packed[length++] = 257 - run;
      packed[length++] = row[at]!;
      at += run;
      continue;
    }
    const start = at;
    while (at < row.length && at - start < MOST && runAt(row, at) < 3) at++;
    packed[length++] = at - start - 1;
    packed.set(row.subarray(start, at), length);
    length += at - start;
  }
  return packed.subarray(0, length);
}

/** How many equal bytes begin there. */
function runAt(row: Uint8Array, at: number): number {
  let end = at + 1;
  while (end < row.length && end - at < MOST && row[end] === row[at]) end++;
  return end - at;
}
