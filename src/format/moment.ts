import { dateInWords, distanceInWords } from './date.ts';

const minuteMs = 60_000;

// From two weeks on nobody counts back from an age: the date stands before it.
const datedFromDays = 14;

/** A day without a time is stored as its midnight. */
const isDayAlone = (instant: string): boolean => /T00:00:00(?:\.0+)?Z$/.test(instant);

/** When something happened, exactly: "13 May 2024, 17:05 UTC"; the day alone where only that is known. */
export function exactMoment(instant: string): string {
  const day = dateInWords(instant.slice(0, 10));
  return isDayAlone(instant) ? day : `${day}, ${instant.slice(11, 16)} UTC`;
}

/** How long ago something happened, from two weeks on after its date: "5 hours ago", "13 May 2024, 2 years ago". */
export function momentInWords(instant: string, now: string): string {
  const day = instant.slice(0, 10);
  const minutes = Math.floor((Date.parse(now) - Date.parse(instant)) / minuteMs);
  const isDated = minutes >= datedFromDays * 24 * 60;
  if (isDated) return `${dateInWords(day)}, ${distanceInWords(day, now.slice(0, 10))}`;
  if (isDayAlone(instant) || minutes >= 48 * 60) return distanceInWords(day, now.slice(0, 10));
  if (minutes < 1) return 'just now';
  if (minutes < 120) return minutes === 1 ? '1 minute ago' : `${minutes} minutes ago`;
  return `${Math.floor(minutes / 60)} hours ago`;
}
