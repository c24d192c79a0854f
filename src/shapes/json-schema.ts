import { z } from 'zod';
import { benchmarkSchema } from '../catalog/schema/benchmark.ts';
import { correctionSchema } from '../catalog/schema/correction.ts';
import { datasetSchema } from '../catalog/schema/dataset.ts';
import { modelSchema } from '../catalog/schema/model.ts';
import { noticeSchema } from '../catalog/schema/notice.ts';
import { protocolSchema } from '../catalog/schema/protocol.ts';
import { providerSchema } from '../catalog/schema/provider.ts';
import { sourceSchema } from '../catalog/schema/source.ts';

const authoring = {
  model: { schema: modelSchema, title: 'A model file of Model Tracker' },
  provider: { schema: providerSchema, title: 'A provider file of Model Tracker' },
  benchmark: { schema: benchmarkSchema, title: 'A benchmark file of Model Tracker' },
  dataset: { schema: datasetSchema, title: 'A data set file of Model Tracker' },
  source: { schema: sourceSchema, title: 'A source file of Model Tracker' },
  notice: { schema: noticeSchema, title: 'The front matter of a notice of Model Tracker' },
  correction: { schema: correctionSchema, title: 'A correction file of Model Tracker' },
  protocol: { schema: protocolSchema, title: 'A protocol file of Model Tracker' },
};

/** JSON Schemas (2020-12) of what is written in YAML, by kind, for editors. They say all that one file alone can be held to. */
export const authoringSchemas = Object.entries(authoring).map(([kind, { schema, title }]) => ({
  kind,
  schema: { title, ...z.toJSONSchema(schema, { io: 'input' }) },
}));
