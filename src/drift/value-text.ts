/** A change of a value for a person: `16,384 → 32,768`, `+pdf −image`, of a map what differs: `input 2.5 → 3`. */
export function changeText(ours: unknown, theirs: unknown): string {
  if (ours === undefined) return `– → ${valueText(theirs)}`;
  if (Array.isArray(ours) && Array.isArray(theirs)) return listChange(ours, theirs);
  if (!isMap(ours) || !isMap(theirs)) return `${valueText(ours)} → ${valueText(theirs)}`;
  return Object.entries(theirs)
    .filter(([key, value]) => JSON.stringify(value) !== JSON.stringify(ours[key]))
    .map(([key, value]) => `${key} ${changeText(ours[key], value)}`)
    .join(', ');
}

/** A value for a person: `16,384`, `text, image`, `input 2.5, output 10`. */
export function valueText(value: unknown): string {
  if (typeof value === 'number') return value.toLocaleString('en', { maximumFractionDigits: 6 });
  if (Array.isArray(value)) return value.map(entryText).join(', ');
  if (!isMap(value)) return typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value);
  return Object.entries(value)
    .map(([key, part]) => `${key} ${valueText(part)}`)
    .join(', ');
}

function listChange(ours: readonly unknown[], theirs: readonly unknown[]): string {
  const [own, others] = [ours.map(entryText), theirs.map(entryText)];
  const added = others.filter((one) => !own.includes(one)).map((one) => `+${one}`);
  const gone = own.filter((one) => !others.includes(one)).map((one) => `−${one}`);
  return [...added, ...gone].join(' ');
}

const entryText = (entry: unknown): string =>
  isMap(entry) ? `(${valueText(entry)})` : valueText(entry);

const isMap = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
