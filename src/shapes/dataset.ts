import { z } from 'zod';
import type { Catalog, Dataset } from '../catalog/catalog.ts';
import { datasetSchema } from '../catalog/schema/dataset.ts';
import { slug } from '../catalog/schema/primitives.ts';

/** A data set by others that facts were taken from, with its licence. */
export const datasetShape = z
  .strictObject({ id: slug, ...datasetSchema.shape })
  .meta({ id: 'Dataset' });

/** The data set that an address belongs to, if any. */
export const datasetOf = ({ datasets }: Catalog, url: string): Dataset | undefined =>
  datasets.values().find((dataset) => url === dataset.url || url.startsWith(`${dataset.url}/`));
