import type { Authored, Entry } from '../authored.ts';
import type { Problem } from '../problem.ts';
import { confidences } from '../schema/confidence.ts';
import { type AuthoredModel, coverable } from '../schema/model.ts';
import { isWhole } from '../sound-part.ts';
import { problemAt } from '../source-file.ts';

export type Coverable = (typeof coverable)[number];

/** Every fact of a model has a source, and no source covers what is not there. */
export function coverageProblems({ models }: Authored): readonly Problem[] {
  return [...models.values()].flatMap((entry) => [
    ...uncoveredProblems(entry),
    ...needlessProblems(entry),
  ]);
}

/** The coverable facts that a model states, parts before wholes: `specs.size`, never `specs`. */
export function statedFacts(model: AuthoredModel): readonly Coverable[] {
  return coverable.filter((fact) => fact !== 'specs' && valueIn(model, fact) !== undefined);
}

/** The sources of one fact: those that name it, else those that name the section it stands in. */
export function sourcesOf(model: AuthoredModel, fact: Coverable): AuthoredModel['sources'] {
  const exact = model.sources.filter(({ covers }) => covers.includes(fact));
  if (exact.length > 0 || !fact.includes('.')) return exact;
  return model.sources.filter(({ covers }) => covers.includes(fact.split('.')[0] as Coverable));
}

/**
 * How sure a stated fact is: as its best source, but a list of capabilities as its least, since a source
 * that is added to it bears out what the others leave open.
 */
export function confidenceOf(model: AuthoredModel, fact: Coverable): (typeof confidences)[number] {
  const levels = sourcesOf(model, fact).map((source) => source.confidence);
  const isStated = (level: (typeof confidences)[number]) => levels.includes(level);
  return (
    (fact === 'capabilities' ? confidences.findLast(isStated) : confidences.find(isStated)) ??
    'reported'
  );
}

function valueIn(model: AuthoredModel, fact: Coverable): unknown {
  const [section, part] = fact.split('.') as [keyof AuthoredModel, string | undefined];
  const whole = model[section];
  return part === undefined ? whole : (whole as Record<string, unknown> | undefined)?.[part];
}

function uncoveredProblems({ file, value }: Entry<AuthoredModel>): readonly Problem[] {
  return statedFacts(value)
    .filter((fact) => sourcesOf(value, fact).length === 0)
    .map((fact) =>
      problemAt(
        file,
        fact.split('.'),
        {
          code: 'no-source',
          message: `No source covers ${fact}.`,
          expected: `a source whose covers has ${fact.includes('.') ? `${fact} or specs` : fact}`,
          fix: 'Add the page that says so under sources, or leave the fact out.',
        },
        'key',
      ),
    );
}

function needlessProblems({ file, value, lost }: Entry<AuthoredModel>): readonly Problem[] {
  return value.sources.flatMap(({ covers }, index) =>
    covers.flatMap((fact, position) => {
      const path = ['sources', index, 'covers', position];
      if (covers.indexOf(fact) !== position) {
        return [
          problemAt(file, path, {
            code: 'given-twice',
            message: `This source covers "${fact}" twice.`,
            expected: 'each section once',
            fix: 'Remove one.',
          }),
        ];
      }
      // What stands there and does not fit was told.
      if (valueIn(value, fact) !== undefined || !isWhole(fact.split('.'), lost)) return [];
      return [
        problemAt(file, path, {
          code: 'covers-nothing',
          message: `This source covers ${fact}, which the file does not state.`,
          expected: 'only sections that the file has',
          fix: `Remove "${fact}" here, or add what the source says.`,
        }),
      ];
    }),
  );
}
