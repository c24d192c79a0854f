const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `2024-05-13` → "13 May 2024"; `2023-10` → "Oct 2023". */
export function dateInWords(date: string): string {
  const [year, month, day] = date.split('-');
  const monthName = months[Number(month) - 1];
  return day === undefined ? `${monthName} ${year}` : `${Number(day)} ${monthName} ${year}`;
}

/** The month alone: `2024-05-13` → "May 2024". */
export const monthInWords = (date: string): string => dateInWords(date.slice(0, 7));

/** How far a date lies from a day, in the largest unit that fits: "2 years ago", "in 5 weeks", "today". */
export function distanceInWords(date: string, day: string): string {
  const days = Math.round((Date.parse(day) - Date.parse(date)) / 86_400_000);
  if (days === 0) return 'today';
  const [count, unit] = largestUnit(Math.abs(days));
  const words = `${count} ${unit}${count === 1 ? '' : 's'}`;
  return days > 0 ? `${words} ago` : `in ${words}`;
}

function largestUnit(days: number): readonly [number, string] {
  const units = [
    [365.25, 'year'],
    [30.44, 'month'],
    [7, 'week'],
  ] as const;
  // From two of a unit on: "20 months ago" says more than "1 year ago". Never rounded up: an age is what has passed.
  const [length, unit] = units.find(([length]) => days >= length * 2) ?? [1, 'day'];
  return [Math.floor(days / length), unit];
}
