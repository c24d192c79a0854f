import { modelsDevEntry, modelsDevText } from '../../drift/outside-sets.ts';
import { type ProjectCopy, projectCopy } from '../project-copy.ts';

/** A set that says other things than the catalog. */
export const differing = {
  'aurora-labs': {
    'aurora-1': modelsDevEntry({
      release_date: '2024-01-10',
      reasoning: false,
      tool_call: undefined,
      structured_output: undefined,
      temperature: true,
      modalities: { input: ['text'], output: ['text'] },
      limit: { context: 8192, output: 2048 },
      cost: { input: 4, output: 15 }, // retired: it has no price of today
    }),
    'aurora-2': modelsDevEntry({ cost: { input: 1, output: 8 } }),
    'aurora-9': modelsDevEntry({ name: 'Aurora 9', release_date: '2026-02-01' }),
    'bad-one': { name: 'Bad', limit: 'none' },
  },
  'cloud-nine': {
    'aurora/aurora-2': modelsDevEntry({ limit: { context: 128000 } }),
    'aurora-labs/aurora-1': modelsDevEntry({ limit: {}, cost: undefined }),
  },
};

/** A copy of the project in which one fact has a comment, beside a set to compare it with. */
export async function projectWith(
  providers: Parameters<typeof modelsDevText>[0],
): Promise<ProjectCopy> {
  const project = await projectCopy();
  await project.write('api.json', modelsDevText(providers));
  await project.replace(
    'content/models/aurora-1.yaml',
    'maxOutput: 4096',
    'maxOutput: 4096 # others say 2048',
  );
  return project;
}

/** The flags that read that set. */
export const fromFile = ['--source', 'models.dev', '--file', 'api.json'];
