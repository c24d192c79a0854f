import { qualifiers } from './name-words.ts';

/** What a part of a model's name says. */
export type PartKind = 'word' | 'version' | 'size' | 'minorSize' | 'qualifier' | 'stamp';

export interface Part {
  readonly text: string;
  readonly kind: PartKind;
}

/**
 * Cuts a name or id into what a person could leave out or put elsewhere: "Llama 3.2 11B Vision Instruct" →
 * llama, 3.2, 11b, vision, instruct. The names of an id's folders ("meta-llama/…", "us.meta.…") are left off.
 */
export function nameParts(name: string): readonly Part[] {
  const plain = name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/^.*\//, '')
    .replace(/^[^:()]{2,24}: /, '')
    // Ids write versions with dashes: claude-3-5-sonnet. A size or a date that follows is none.
    .replace(/(?<![\d.a-z])(\d{1,2})-(\d{1,2})(?![\d.]*[a-z\d]|-\d)/g, '$1.$2');
  const chunks = plain
    .split(/[^\p{L}\d.+]+/u)
    .flatMap((chunk) => chunk.replace(/^\.+|\.+$/g, '') || []);
  const parts = chunks.flatMap(splitVersion).map((text) => ({ text, kind: kindOf(text) }));
  return withMinorSizes(withoutTrailingDay(parts));
}

/** "qwen2.5" is a word and its version; "r1", "v3" and "4o" are versions as a whole. */
function splitVersion(chunk: string): readonly string[] {
  const [, word, version, rest] = /^(\p{L}{3,})(\d[\d.]*)(\p{L}*)$/u.exec(chunk) ?? [];
  if (word === undefined || version === undefined) return [plainVersion(chunk)];
  if (rest === undefined || rest === '') return [word, plainVersion(version)];
  return rest.length > 1 ? [word, plainVersion(version), rest] : [word, `${version}${rest}`];
}

const plainVersion = (text: string): string => text.replace(/^(\p{L}{0,2}\d+)\.0$/u, '$1');

function kindOf(text: string): PartKind {
  if (/^\d+(\.\d+)?[bmt]$/.test(text) || /^\d+x\d+(\.\d+)?b$/.test(text) || /^e\d+b$/.test(text))
    return 'size';
  if (/^a\d+(\.\d+)?b$/.test(text) || /^\d+[ek]$/.test(text)) return 'minorSize';
  if (/^(0\d{2,3}|\d{4}|\d{6}|\d{8})$/.test(text) || /^\d{2}\.\d{2}$/.test(text)) return 'stamp';
  if (qualifiers.has(text)) return 'qualifier';
  if (/^\p{L}{0,2}\d[\d.]*\p{L}?$/u.test(text)) return 'version';
  return 'word';
}

/** A day written in pieces, "08-2024" or "2024-05-13", is a stamp as a whole. */
function withoutTrailingDay(parts: readonly Part[]): readonly Part[] {
  return parts.map((part, index) =>
    part.kind === 'version' &&
    /^\d{2}$/.test(part.text) &&
    (parts[index + 1]?.kind === 'stamp' ||
      parts[index - 1]?.kind === 'stamp' ||
      parts[index - 2]?.kind === 'stamp')
      ? { ...part, kind: 'stamp' }
      : part,
  );
}

/** Only the first size names a model; what is used for one token or how many experts there are comes after. */
function withMinorSizes(parts: readonly Part[]): readonly Part[] {
  const first = parts.findIndex(({ kind }) => kind === 'size');
  return first >= 0
    ? parts
    : parts.map((part) => (/^a\d+(\.\d+)?b$/.test(part.text) ? { ...part, kind: 'size' } : part));
}
