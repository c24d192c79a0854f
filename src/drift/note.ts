import { parse } from 'yaml';
import type { AuthoredModel } from '../catalog/schema/model.ts';
import type { FieldPath } from '../catalog/source-file.ts';
import { rowOn } from '../catalog/status.ts';
import { yaml12 } from '../catalog/yaml-options.ts';
import { offerField } from './compare-offers.ts';
import type { Finding } from './finding.ts';
import { noteAt } from './yaml-note.ts';

/**
 * What the author of a model's file noted on that in which a finding differs: often that the set was looked
 * at, and why ours is another.
 *
 * @param text of the model's file.
 * @param day `YYYY-MM-DD`, that of the comparison.
 */
export function noteOn(text: string, finding: Finding, day: string): string | undefined {
  const model = parse(text, yaml12) as AuthoredModel;
  // Of what is not there, a comment between other keys tells.
  if (finding.field === 'pricing' && !model.pricing) return /^# (no price.*)/m.exec(text)?.[1];
  return noteAt(text, placeOf(model, finding, day));
}

function placeOf(
  { pricing = [], offers = [] }: AuthoredModel,
  { field }: Finding,
  day: string,
): FieldPath {
  const row = rowOn(pricing, day);
  if (field === 'pricing' && row) return ['pricing', pricing.indexOf(row)];
  const whole = field.replace(/\.(?:contextWindow|maxOutput|pricing)$/, '');
  const offer = offers.findIndex((one) => offerField(one) === whole);
  return offer >= 0 ? ['offers', offer] : field.split('.');
}
