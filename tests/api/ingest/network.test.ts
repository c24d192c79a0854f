import type { lookup } from 'node:dns';
import { expect, test } from 'vitest';
import { downloader } from '../../../api/ingest/download.ts';
import { usualRules } from '../../../api/ingest/network.ts';
import { localRules, localSite } from './local-site.ts';

const megabyte = 1024 * 1024;

test('this machine is not asked on the real network, by address or by name', async () => {
  const site = await localSite((_, response) => response.end('secret'));
  const { port } = new URL(site.origin);
  const { download, close } = downloader('ModelTracker/test', usualRules);
  for (const host of [
    '127.0.0.1',
    'localhost',
    '[::1]',
    '0.0.0.0',
    '[::ffff:127.0.0.1]',
    '0x7f.1',
  ]) {
    const asked = download({ url: `http://${host}:${port}/`, accept: '*/*', mostBytes: megabyte });
    await expect(asked, host).rejects.toMatchObject({ code: 'address-refused' });
  }
  await close();
  expect(site.requests).toEqual([]);
});

test('a name is looked up once, and what it led to then is what is connected to', async () => {
  const site = await localSite((_, response) => response.end('secret'));
  let lookups = 0;
  // The first answer is public, every later one this machine: so a rebinding name behaves.
  const rebinding = ((
    _name: string,
    _options: object,
    answer: (error: null, all: object[]) => void,
  ) => {
    lookups += 1;
    const address = lookups === 1 ? '192.0.2.1' : '127.0.0.1';
    answer(null, [{ address, family: 4 }]);
  }) as unknown as typeof lookup;
  const allowed = (address: string) => address === '192.0.2.1';
  const rules = { ...localRules, isAllowed: allowed, lookup: rebinding };
  const { download, close } = downloader('ModelTracker/test', rules);
  const url = `http://rebinding.example:${new URL(site.origin).port}/`;
  await expect(download({ url, accept: '*/*', mostBytes: megabyte })).rejects.toMatchObject({
    code: expect.stringMatching(/network|timeout/),
  });
  await expect(download({ url, accept: '*/*', mostBytes: megabyte })).rejects.toMatchObject({
    code: 'address-refused',
    message: 'rebinding.example leads to 127.0.0.1, which is not on the public internet',
  });
  await close();
  expect(lookups).toBe(2);
  expect(site.requests).toEqual([]);
});

test('a name with one private address among others is refused', async () => {
  const mixed = ((_name: string, _options: object, answer: (error: null, all: object[]) => void) =>
    answer(null, [
      { address: '93.184.215.14', family: 4 },
      { address: '10.0.0.1', family: 4 },
    ])) as unknown as typeof lookup;
  const { download, close } = downloader('ModelTracker/test', { ...usualRules, lookup: mixed });
  const asked = download({ url: 'http://mixed.example/', accept: '*/*', mostBytes: megabyte });
  await expect(asked).rejects.toMatchObject({ code: 'address-refused' });
  await close();
});

test('a host that there is not is told so, and not asked again at once', async () => {
  const unknown = ((_name: string, _options: object, answer: (error: object) => void) =>
    answer(
      Object.assign(new Error('not found'), { code: 'ENOTFOUND' }),
    )) as unknown as typeof lookup;
  const { download, close } = downloader('ModelTracker/test', { ...usualRules, lookup: unknown });
  const asked = download({ url: 'https://nowhere.example/', accept: '*/*', mostBytes: megabyte });
  await expect(asked).rejects.toMatchObject({
    code: 'network',
    message: 'there is no host nowhere.example, or no network',
    isPassing: false,
  });
  await close();
});
