import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { errorReporter } from '../../api/error-report.ts';
import { type LiveApp, liveApp, signedInAs } from './live-app.ts';

/** What was sent to the service that collects errors: headers and body of each envelope. */
const received: string[] = [];
const sink = createServer(async (request, response) => {
  let body = '';
  for await (const chunk of request.setEncoding('utf8')) body += chunk;
  received.push(`${JSON.stringify(request.headers)}\n${body}`);
  response.end('{}');
});

let reporter: ReturnType<typeof errorReporter>;
let live: LiveApp;

beforeAll(async () => {
  await new Promise<void>((done) => sink.listen(0, '127.0.0.1', done));
  const { port } = sink.address() as AddressInfo;
  reporter = errorReporter(`http://public@127.0.0.1:${port}/1`);
  live = await liveApp({
    report: reporter.report,
    replaced: {
      identify: () => {
        throw new Error('the disk is full');
      },
    },
  });
});

afterAll(async () => {
  await live.close();
  await new Promise((done) => sink.close(done));
});

test('an error of ours is reported with the request’s id and nothing about the reader', async () => {
  const { Authorization } = await signedInAs('ada');
  const response = await live.app.request(
    '/api/v1/me',
    {
      headers: {
        Authorization,
        Cookie: 'session=secret-cookie',
        'User-Agent': 'SecretBrowser/1',
        'X-Forwarded-For': '198.51.100.7',
        'X-Request-Id': 'fault-1',
      },
    },
    { incoming: { socket: { remoteAddress: '192.0.2.7' } } },
  );
  expect(response.status).toBe(500);
  await live.app.request('/api/v1/nowhere');
  await reporter.close();
  expect(received).toHaveLength(1);
  const [envelope = ''] = received;
  const event = JSON.parse(envelope.split('\n')[3] ?? '');
  expect(event).toMatchObject({
    platform: 'node',
    tags: { request_id: 'fault-1' },
    exception: { values: [{ type: 'Error', value: 'the disk is full' }] },
  });
  expect(event.exception.values[0].stacktrace.frames.length).toBeGreaterThan(0);
  expect(Object.keys(event).toSorted()).toMatchInlineSnapshot(`
    [
      "contexts",
      "environment",
      "event_id",
      "exception",
      "level",
      "platform",
      "sdk",
      "tags",
      "timestamp",
    ]
  `);
  expect(envelope).not.toMatch(/secret|SecretBrowser|198\.51|192\.0\.2|eyJ|ada\b/);
});
