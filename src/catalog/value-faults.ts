import { type Document, isMap, isScalar, isSeq, type Scalar } from 'yaml';
import type { FieldPath, ValueFault } from './source-file.ts';

type Told = ValueFault['told'];

/** What no value may be, whichever field it stands in: empty, an odd number, a text that hides something. */
export const valueFaults = ({ contents }: Document.Parsed): readonly ValueFault[] =>
  faultsBelow(contents, []);

function faultsBelow(node: unknown, path: FieldPath): readonly ValueFault[] {
  if (isMap(node) && node.items.length > 0) {
    return node.items.flatMap(({ key, value }) =>
      faultsBelow(value, [...path, String(isScalar(key) ? key.value : key)]),
    );
  }
  if (isSeq(node) && node.items.length > 0) {
    return node.items.flatMap((item, index) => faultsBelow(item, [...path, index]));
  }
  const told = isCode(node, path) ? undefined : valueTold(node, path);
  return told ? [{ path, told }] : [];
}

// A template of code is taken as it stands, with its lines and spaces.
const codeFields = new Set<FieldPath[number] | undefined>(['snippets', 'client', 'imports']);

const isCode = (node: unknown, path: FieldPath): boolean =>
  codeFields.has(path[0]) && isScalar(node) && node.type === 'BLOCK_LITERAL';

function valueTold(node: unknown, path: FieldPath): Told | undefined {
  if (!isScalar(node) || node.value === null || node.value === '') return emptyTold(path);
  if (typeof node.value === 'number') return numberTold(node);
  return typeof node.value === 'string' ? textTold(node.value) : undefined;
}

const emptyTold = (path: FieldPath): Told => ({
  code: 'empty-value',
  message: `"${path.join('.')}" is empty.`,
  expected: 'a value',
  fix: 'Write the value; what is not known is left out, key and all.',
});

const plainNumber = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?$/;

function numberTold({ source, value }: Scalar): Told | undefined {
  if (plainNumber.test(source ?? '') && Number.isFinite(value)) return undefined;
  return {
    code: 'odd-number',
    message: `"${source}" is not written as a plain number.`,
    expected: 'decimal digits, as in 128000, 0.25 or 671e9',
    fix: 'Write the figure as the source has it, without signs or zeros in front.',
  };
}

function textTold(text: string): Told | undefined {
  if (text.includes('\n')) {
    return {
      code: 'stray-space',
      message: 'The text holds a line break.',
      expected: 'one line; several lines below ">-" are read as one',
      fix: 'Write ">-" in place of "|", or join the lines.',
    };
  }
  const odd = oddCharacter.exec(text)?.[0];
  if (odd) return oddCharacterTold(odd);
  if (/^ | $| {2}/.test(text)) {
    return {
      code: 'stray-space',
      message: 'The text starts or ends with a space, or has two in a row.',
      expected: 'single spaces between words',
      fix: 'Remove the space.',
    };
  }
  if (placeholder.test(text)) {
    return {
      code: 'placeholder',
      message: `"${text}" stands for something that is not known.`,
      expected: 'a value',
      fix: 'Leave it out, key and all.',
    };
  }
  if (!twoAlphabets.test(text)) return undefined;
  return {
    code: 'odd-character',
    message: 'A word of this text mixes Latin and Cyrillic letters, which look alike.',
    expected: 'one alphabet a word',
    fix: 'Type the word again.',
  };
}

const placeholder = /^(?:n\/a|unknown|tbd|todo|null|undefined|[-–—?.…]+)$/i;
const twoAlphabets = /\p{Script=Latin}\p{Script=Cyrillic}|\p{Script=Cyrillic}\p{Script=Latin}/u;

/**
 * A character that shows nothing, changes the direction of writing, passes for a plain space or
 * stands for one that was lost; a line break of either kind is none.
 */
export const oddCharacter =
  /(?!\r?\n)[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\uFFFD]|(?! )\p{Zs}/u;

export function oddCharacterTold(character: string): Told {
  const codePoint = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  return {
    code: 'odd-character',
    message: `The text holds U+${codePoint}, which is no character that people type.`,
    expected: 'letters, digits, signs and plain spaces',
    fix: 'Remove it; such characters come along when text is copied.',
  };
}
