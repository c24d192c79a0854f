import type { Authored, Entry } from '../authored.ts';
import type { Problem } from '../problem.ts';
import { isWebUrl } from '../schema/primitives.ts';
import type { AuthoredSource, readers, sourceKinds } from '../schema/source.ts';
import { foundText, problemAt, type SourceFile } from '../source-file.ts';

interface Address {
  readonly isValid: (address: string) => boolean;
  readonly expected: string;
  readonly fix: string;
}

const page: Address = {
  isValid: (address) => isWebUrl(address) && address.startsWith('https://'),
  expected: 'the https address that is read',
  fix: 'Copy the whole address; where only http answers, look for another source.',
};
const base: Address = {
  isValid: (address) => page.isValid(address) && !/[?#]|\/$/.test(address),
  expected: 'an https address without a slash, a query or a # at its end',
  fix: 'Cut what the reader adds by itself.',
};
const repository: Address = {
  isValid: (address) => /^[\w-]+\/[\w.-]+$/.test(address),
  expected: 'owner/repository',
  fix: 'Copy it from the address of the repository on GitHub.',
};
const board: Address = {
  isValid: (address) => /^[a-z0-9][a-z0-9.-]*$/i.test(address),
  expected: 'the name of the board alone, as it stands in its address',
  fix: 'Write anthropic for https://boards.greenhouse.io/anthropic.',
};

interface Reader {
  readonly kinds: readonly (typeof sourceKinds)[number][];
  readonly address: Address;
  /** Why no source of it may be read without somebody's decision. */
  readonly off?: string;
}

const traits: Readonly<Record<(typeof readers)[number], Reader>> = {
  feed: { kinds: ['news', 'discussions'], address: page },
  'hacker-news': { kinds: ['discussions'], address: base },
  discourse: { kinds: ['discussions'], address: base },
  'github-releases': { kinds: ['news'], address: repository },
  'github-discussions': { kinds: ['discussions'], address: repository },
  reddit: {
    kinds: ['discussions'],
    address: page,
    off: 'Reddit often refuses programs that it does not know',
  },
  lobsters: { kinds: ['discussions'], address: page, off: 'its robots.txt keeps readers out' },
  greenhouse: { kinds: ['jobs'], address: board },
  lever: { kinds: ['jobs'], address: board },
  ashby: { kinds: ['jobs'], address: board },
  'job-posting': { kinds: ['jobs'], address: page },
};

/** A source says what its reader needs, brings what its reader can bring, and stands in one file. */
export function sourceProblems({ sources }: Authored): readonly Problem[] {
  const firsts = new Map<string, Entry<AuthoredSource>>();
  return [...sources.values()].flatMap((entry) => {
    const { reader, address } = entry.value;
    const place = `${reader} ${address.toLowerCase().replace(/\/$/, '')}`;
    const first = firsts.get(place);
    firsts.set(place, first ?? entry);
    return [...readerProblems(entry), ...(first ? [secondProblem(entry, first)] : [])];
  });
}

function readerProblems({ file, value }: Entry<AuthoredSource>): readonly Problem[] {
  const { reader, address, kind, off } = value;
  const trait = traits[reader];
  const problems: (Problem | false)[] = [
    !trait.address.isValid(address) &&
      problemAt(file, ['address'], {
        code: 'wrong-address',
        message: `The reader ${reader} cannot read "${address}".`,
        expected: trait.address.expected,
        found: foundText(file, ['address']),
        fix: trait.address.fix,
      }),
    !trait.kinds.includes(kind) &&
      problemAt(file, ['kind'], {
        code: 'wrong-reader',
        message: `The reader ${reader} brings no ${kind}.`,
        expected: trait.kinds.join(' or '),
        found: kind,
        fix: 'Correct the kind, or choose the reader that the source needs.',
      }),
    trait.off !== undefined &&
      off === undefined &&
      problemAt(file, ['reader'], {
        code: 'must-be-off',
        message: `A source for the reader ${reader} is off at first: ${trait.off}.`,
        expected: 'the key off, with the reason',
        fix: 'Add "off:" with a sentence for whoever may switch it on.',
      }),
  ];
  return [
    ...problems.filter((problem) => problem !== false),
    ...keyProblems(file, value, 'queries', reader === 'hacker-news'),
    ...keyProblems(file, value, 'company', trait.address === board),
  ];
}

const keyWords = {
  queries: { what: 'searches', value: 'names of models and makers' },
  company: { what: 'reads the board of one company', value: 'its name' },
} as const;

/** A key that some readers need is there for them, and for them alone. */
function keyProblems(
  file: SourceFile,
  value: AuthoredSource,
  key: keyof typeof keyWords,
  isNeeded: boolean,
): readonly Problem[] {
  if (isNeeded === (value[key] !== undefined)) return [];
  const words = keyWords[key];
  if (isNeeded) {
    return [
      problemAt(file, ['reader'], {
        code: 'missing-key',
        message: `"${key}" is missing: the reader ${value.reader} ${words.what}.`,
        expected: words.value,
        fix: `Add "${key}:".`,
      }),
    ];
  }
  const told = {
    code: 'needless-key',
    message: `The reader ${value.reader} has no use for "${key}".`,
    expected: `${key} for a reader that ${words.what}`,
    fix: 'Remove the key.',
  };
  return [problemAt(file, [key], told, 'key')];
}

const secondProblem = (
  { file }: Entry<AuthoredSource>,
  { file: first }: Entry<AuthoredSource>,
): Problem =>
  problemAt(file, ['address'], {
    code: 'duplicate-address',
    message: `This address stands in ${first.path} already.`,
    expected: 'each place in one file',
    found: foundText(file, ['address']),
    fix: 'Merge the two files.',
  });
