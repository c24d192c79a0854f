import { z } from 'zod';
import { benchmarkSchema } from '../catalog/schema/benchmark.ts';
import { datasetSchema } from '../catalog/schema/dataset.ts';
import { modelSchema } from '../catalog/schema/model.ts';
import { protocolSchema } from '../catalog/schema/protocol.ts';
import { providerSchema } from '../catalog/schema/provider.ts';

const authoring = {
  model: { schema: modelSchema, title: 'A model file of Model Tracker' },
  provider: { schema: providerSchema, title: 'A provider file of Model Tracker' },
  benchmark: { schema: benchmarkSchema, title: 'A benchmark file of Model Tracker' },
  dataset: { schema: datasetSchema, title: 'A data set file of Model Tracker' },
  protocol: { schema: protocolSchema, title: 'A protocol file of Model Tracker' },
};

/** JSON Schemas (2020-12) of the YAML files by kind, for editors. They say all that one file alone can be held to. */
export const authoringSchemas = Object.entries(authoring).map(([kind, { schema, title }]) => ({
  kind,
  schema: { title, ...z.toJSONSchema(schema, { io: 'input' }) },
}));
