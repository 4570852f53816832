import type { RgbaImage } from '../../nst/images/image';
import { UserFacingError } from '../../protocol/failure';
import type { JobEvent } from '../../protocol/events';
import type { JobRequest, KeptMoment } from '../../protocol/job';
import { withMoment, type Moment } from '../../protocol/moments';
import type { JobBook } from './job-book';
import { keepPicture, loadImages } from './pictures';

type Enlarge = (request: JobRequest, moment: Moment) => Promise<Omit<KeptMoment, 'fractionDone'> | null>;

/** The pictures on the way of the newest run: in memory, until the user keeps one or another run begins. */
export class MomentsDesk {
  private jobId: string | null = null;
  private moments: readonly Moment[] = [];

  constructor(
    private readonly book: JobBook,
    private readonly send: (event: JobEvent) => void,
    private readonly enlarge: Enlarge = async (request, moment) => keepPicture(request, await loadImages(request), moment),
  ) {}

  take(id: string, picture: RgbaImage): void {
    const { evaluation = 0, fractionDone = 0 } = this.book.get(id)?.progress ?? {};
    const moment = { evaluation, fractionDone, picture };
    this.moments = withMoment(this.of(id), moment);
    this.jobId = id;
    this.send({ type: 'picture', jobId: id, moment });
  }

  async tell(id: string): Promise<null> {
    if (this.of(id).length > 0) this.send({ type: 'moments', jobId: id, moments: this.of(id) });
    return null;
  }

  async keep(id: string, evaluation: number): Promise<KeptMoment> {
    const known = this.book.get(id)?.moments.find((kept) => kept.evaluation === evaluation);
    if (known) return known;
    const moment = this.of(id).find((one) => one.evaluation === evaluation);
    const request = this.book.get(id)?.request;
    const stored = moment && request ? await this.enlarge(request, moment) : null;
    if (!moment || !stored) throw new UserFacingError('moment-gone', 'That picture could not be kept; choose another one from the strip.');
    const kept = { ...stored, fractionDone: moment.fractionDone };
    const others = this.book.get(id)?.moments.filter((one) => one.evaluation !== evaluation) ?? [];
    this.book.put(id, { moments: [...others, kept].sort((a, b) => a.evaluation - b.evaluation) });
    return kept;
  }

  async drop(id: string, evaluation: number): Promise<null> {
    const moments = this.book.get(id)?.moments.filter((one) => one.evaluation !== evaluation);
    if (moments) this.book.put(id, { moments });
    return null;
  }

  private of(id: string): readonly Moment[] {
    return id === this.jobId ? this.moments : [];
  }
}
