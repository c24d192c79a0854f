import { expect, test } from 'vitest';
import { userAgent } from '../../../api/ingest/user-agent.ts';
import { repositoryUrl } from '../../../src/repository.ts';

test.each([
  ['https://tracker.example', 'https://tracker.example'],
  ['https://tracker.example/base', 'https://tracker.example/base'],
  ['http://127.0.0.1:4321', repositoryUrl],
  ['http://[::1]:4321', repositoryUrl],
  ['http://localhost:4321', repositoryUrl],
])('a catalog at %s tells sites to complain at %s', (publicUrl, contact) => {
  expect(userAgent(publicUrl)).toMatch(/^ModelTracker\/\d+\.\d+\.\d+ \(\+\S+\)$/);
  expect(userAgent(publicUrl)).toContain(`(+${contact})`);
});
