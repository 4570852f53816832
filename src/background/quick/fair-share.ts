import { UserFacingError } from '../../protocol/failure';

/** More than a person brings about by moving a slider; a script that asks without end gets no further. */
const AT_ONCE = 4;
const BURST = 60;
const PER_SECOND = 6;

interface Share {
  underWay: number;
  /** Calls that it may make at once, filled up as time passes. */
  left: number;
  at: number;
}

/** Bounds how many calls of a tab are answered, and how fast; the machine is the user's. `now` in milliseconds. */
export class FairShare {
  private readonly shares = new Map<number | null, Share>();

  constructor(private readonly now: () => number = () => performance.now()) {}

  /** @throws UserFacingError */
  async within<T>(tabId: number | null, work: () => Promise<T>): Promise<T> {
    const share = this.shareOf(tabId);
    if (share.underWay >= AT_ONCE || share.left < 1) {
      throw new UserFacingError('too-often', 'This page asks for more pictures than can be painted; wait a moment, then try again.');
    }
    share.left--;
    share.underWay++;
    try {
      return await work();
    } finally {
      share.underWay--;
    }
  }

  private shareOf(tabId: number | null): Share {
    const now = this.now();
    const share = this.shares.get(tabId) ?? { underWay: 0, left: BURST, at: now };
    share.left = Math.min(BURST, share.left + ((now - share.at) / 1000) * PER_SECOND);
    share.at = now;
    this.shares.set(tabId, share);
    return share;
  }
}
