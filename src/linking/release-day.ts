import type { Called } from './called.ts';

/** `YYYY-MM-DD`: of a month its first day; of an unknown day after every other, as it was current on no known day. */
export const releaseDay = ({ model: { releaseDate = '9999-12-31' } }: Called): string =>
  releaseDate.length === 7 ? `${releaseDate}-01` : releaseDate;
