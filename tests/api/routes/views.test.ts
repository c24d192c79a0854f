import { afterAll, expect, test } from 'vitest';
import { liveApp } from '../live-app.ts';

const { app, close } = await liveApp();
afterAll(close);

const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';
const chrome = firefox.replace('Firefox/140.0', 'Chrome/140.0');

async function view(slug: string, headers: Readonly<Record<string, string>>): Promise<number> {
  const response = await app.request(`/api/v1/models/${slug}/views`, { method: 'POST', headers });
  expect(response.status).toBe(204);
  expect(await response.text()).toBe('');
  const stats = await app.request(`/api/v1/models/${slug}/stats`);
  return ((await stats.json()) as { data: { viewCount: number } }).data.viewCount;
}

test('a view counts once a visitor and model, and shows at once', async () => {
  expect(await view('aurora-1', { 'User-Agent': firefox })).toBe(1);
  expect(await view('aurora-1', { 'User-Agent': firefox })).toBe(1);
  expect(await view('aurora-1', { 'User-Agent': chrome })).toBe(2);
  expect(await view('aurora-2', { 'User-Agent': firefox })).toBe(1);
});

test.each([
  ['a robot', { 'User-Agent': 'Googlebot/2.1 (+http://www.google.com/bot.html)' }],
  ['an empty user agent', { 'User-Agent': '' }],
  ['no user agent', {}],
  ['a reader who sends DNT', { 'User-Agent': firefox, DNT: '1' }],
  ['a reader who sends Sec-GPC', { 'User-Agent': firefox, 'Sec-GPC': '1' }],
])('%s does not count, and is answered the same', async (_, headers) => {
  expect(await view('borealis-7b', headers as Record<string, string>)).toBe(0);
});

test('a view of an unknown model is 404 and counts nothing', async () => {
  const response = await app.request('/api/v1/models/nobody/views', {
    method: 'POST',
    headers: { 'User-Agent': firefox },
  });
  expect(response.status).toBe(404);
});
