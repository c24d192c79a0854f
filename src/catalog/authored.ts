import type { Problem } from './problem.ts';
import type { ReadContent } from './read.ts';
import { type AuthoredBenchmark, benchmarkSchema } from './schema/benchmark.ts';
import { type AuthoredCorrection, correctionSchema } from './schema/correction.ts';
import { type AuthoredDataset, datasetSchema } from './schema/dataset.ts';
import { type AuthoredModel, modelSchema } from './schema/model.ts';
import { type AuthoredNotice, noticeSchema } from './schema/notice.ts';
import { type AuthoredProtocol, protocolSchema } from './schema/protocol.ts';
import { type AuthoredProvider, providerSchema } from './schema/provider.ts';
import { type AuthoredSource, sourceSchema } from './schema/source.ts';
import { parsed } from './schema-faults.ts';
import type { FieldPath, SourceFile } from './source-file.ts';

/** A content file whose own shape is right, or what of it is; it may still contradict another file or itself. */
export interface Entry<Value> {
  /** The file name without its ending. */
  readonly id: string;
  readonly value: Value;
  readonly file: SourceFile;
  /** Parts of the file that did not fit its schema and are not in the value: they were told already. */
  readonly lost: readonly FieldPath[];
}

/** All content files that fit their schema, or whose rest does, by kind and id. */
export interface Authored {
  readonly models: ReadonlyMap<string, Entry<AuthoredModel>>;
  readonly providers: ReadonlyMap<string, Entry<AuthoredProvider>>;
  readonly benchmarks: ReadonlyMap<string, Entry<AuthoredBenchmark>>;
  readonly datasets: ReadonlyMap<string, Entry<AuthoredDataset>>;
  readonly sources: ReadonlyMap<string, Entry<AuthoredSource>>;
  readonly news: ReadonlyMap<string, Entry<AuthoredNotice>>;
  readonly corrections: ReadonlyMap<string, Entry<AuthoredCorrection>>;
  readonly protocols: ReadonlyMap<string, Entry<AuthoredProtocol>>;
  /** Every name that stands in a folder, also of files that do not fit: a reference to them is no second fault. */
  readonly names: ReadContent['names'];
}

/** The schema of each kind of content. */
export const kindSchemas = {
  models: modelSchema,
  providers: providerSchema,
  benchmarks: benchmarkSchema,
  datasets: datasetSchema,
  sources: sourceSchema,
  news: noticeSchema,
  corrections: correctionSchema,
  protocols: protocolSchema,
} as const;

/** Checks each file against the schema of its kind. */
export function authoredContent({ files, names }: ReadContent): {
  readonly authored: Authored;
  readonly problems: readonly Problem[];
} {
  const problems: Problem[] = [];
  const fitting = <Schema extends Parameters<typeof parsed>[0]>(
    schema: Schema,
    kind: keyof ReadContent['files'],
  ) => {
    const entries = new Map();
    for (const [id, file] of files[kind]) {
      const result = parsed(schema, file);
      if ('problems' in result) problems.push(...result.problems);
      // What a rule asks of another kind of file would be missed in a part of one.
      const part = kind === 'models' && 'problems' in result ? result.sound : undefined;
      const fit = 'value' in result ? { value: result.value, lost: [] } : part;
      if (fit) entries.set(id, { id, file, ...fit });
    }
    return entries;
  };
  const authored = {
    models: fitting(kindSchemas.models, 'models'),
    providers: fitting(kindSchemas.providers, 'providers'),
    benchmarks: fitting(kindSchemas.benchmarks, 'benchmarks'),
    datasets: fitting(kindSchemas.datasets, 'datasets'),
    sources: fitting(kindSchemas.sources, 'sources'),
    news: fitting(kindSchemas.news, 'news'),
    corrections: fitting(kindSchemas.corrections, 'corrections'),
    protocols: fitting(kindSchemas.protocols, 'protocols'),
    names,
  };
  return { authored, problems };
}
