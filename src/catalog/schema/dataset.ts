import { z } from 'zod';
import { day, name, sentence, webUrl } from './primitives.ts';

/** A collection by others that facts were taken from, with its licence: `content/datasets/<id>.yaml`. */
export const datasetSchema = z.strictObject({
  name,
  description: sentence(20, 300).describe('what it holds and what we took from it'),
  url: webUrl.describe('its home; addresses below it count as this data set'),
  author: name,
  license: sentence(2, 40).describe('SPDX identifier'),
  licenseUrl: webUrl,
  version: sentence(1, 60).describe('the commit or release that was read'),
  read: day.describe('the date of that version'),
});

export type AuthoredDataset = z.infer<typeof datasetSchema>;
