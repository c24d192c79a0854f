import type { Authored, Entry } from '../authored.ts';
import type { Problem } from '../problem.ts';
import type { AuthoredCorrection } from '../schema/correction.ts';
import { foundText, problemAt, type SourceFile } from '../source-file.ts';

/** A correction changes something, does not contradict itself, and is the one of its item. */
export function correctionProblems({ corrections }: Authored): readonly Problem[] {
  const firsts = new Map<string, SourceFile>();
  return [...corrections.values()].flatMap((entry) => {
    const { file, value } = entry;
    const first = firsts.get(value.url);
    firsts.set(value.url, first ?? file);
    return [
      ...changeProblems(entry),
      ...(first
        ? [
            problemAt(file, ['url'], {
              code: 'duplicate-address',
              message: `The item of this address is corrected in ${first.path} already.`,
              expected: 'one correction an item',
              found: foundText(file, ['url']),
              fix: 'Merge the two files.',
            }),
          ]
        : []),
    ];
  });
}

function changeProblems({ file, value }: Entry<AuthoredCorrection>): readonly Problem[] {
  const { add = [], remove = [] } = value;
  if (add.length === 0 && remove.length === 0) {
    return [
      problemAt(file, ['url'], {
        code: 'changes-nothing',
        message: 'The correction neither adds a model nor removes one.',
        expected: 'add, remove, or both',
        fix: 'Name the models that the item is about under add, and those that it is not under remove.',
      }),
    ];
  }
  return remove.flatMap((slug, index) =>
    add.includes(slug)
      ? [
          problemAt(file, ['remove', index], {
            code: 'contradiction',
            message: `"${slug}" is added and removed.`,
            expected: 'a model in one of the two lists',
            fix: 'Remove it from the list that is wrong.',
          }),
        ]
      : [],
  );
}
