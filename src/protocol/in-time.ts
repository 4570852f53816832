/** What a promise gives, or a rejection with `tooLate` where it takes longer than that; the work itself goes on unheard. */
export async function inTime<T>(work: Promise<T>, milliseconds: number, tooLate: Error): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const end = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(tooLate), milliseconds);
  });
  try {
    return await Promise.race([work, end]);
  } finally {
    clearTimeout(timer);
  }
}
