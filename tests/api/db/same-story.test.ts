import { beforeEach, describe, expect, test } from 'vitest';
import { article, job, news, rowsOf, type TestStore, temporaryStore, wire } from './item-store.ts';

let told: TestStore;
beforeEach(async () => {
  told = await temporaryStore();
});

const part = { isComplete: false };

const stored = () =>
  rowsOf(
    told.parts.database,
    `SELECT url, title, (
        SELECT json_group_array(source || ' ' || external_id ORDER BY number)
        FROM item_places WHERE item = items.number
      ) AS places FROM items ORDER BY number`,
  );

describe('the same story', () => {
  test('at one address in two sources is one item with both places', async () => {
    await told.store(news, [article()], part);
    const again = article({
      externalId: 'x',
      url: 'http://www.blog.example/1/?utm_source=wire',
      title: 'Others title it so',
    });
    expect(await told.store(wire, [again], part)).toMatchObject({ created: 0, updated: 1 });
    expect(await told.store(wire, [again], part)).toMatchObject({ unchanged: 1 });
    expect(await told.store(news, [article()], part)).toMatchObject({ unchanged: 1 });
    expect(await stored()).toEqual([
      {
        url: 'https://blog.example/1',
        title: 'Aurora 1 is here',
        places: '["blog 1","wire x"]',
      },
    ]);
  });

  test('of one title and day at two addresses is two items', async () => {
    const day = '2026-02-01T00:00:00Z';
    await told.store(news, [article({ publishedAt: day })], part);
    const other = article({ url: 'https://wire.example/1', publishedAt: day });
    expect(await told.store(wire, [other], part)).toMatchObject({ created: 1 });
  });

  test('as news and as a discussion is two items', async () => {
    await told.store(news, [article()], part);
    const forum = { id: 'blog', kind: 'discussions' } as const;
    expect(await told.store(forum, [article()], part)).toMatchObject({ created: 1 });
  });

  test('is told by its first source, whatever the others call it', async () => {
    await told.store(news, [article()], part);
    await told.store(wire, [article({ title: 'Wired' })], part);
    await told.store(wire, [article({ title: 'Wired anew' })], part);
    expect(await stored()).toMatchObject([{ title: 'Aurora 1 is here' }]);
    await told.store(news, [article({ title: 'Aurora 1 was here' })], part);
    expect(await stored()).toMatchObject([{ title: 'Aurora 1 was here' }]);
  });

  test('that moves to the address of another is merged into that', async () => {
    await told.store(news, [article()], part);
    const moved = article({ url: 'https://wire.example/redirect/1' });
    await told.store(wire, [moved], part);
    expect(await told.store(wire, [article()], part)).toMatchObject({ created: 0, updated: 1 });
    expect(await stored()).toMatchObject([
      { url: 'https://blog.example/1', places: '["blog 1","wire 1"]' },
    ]);
    expect(await told.store(wire, [article()], part)).toMatchObject({ unchanged: 1 });
  });
});

describe('two ids of one source at one address', () => {
  const page = 'https://blog.example/changes';

  test('are two entries of a page, told at once or one after the other', async () => {
    const entries = ['1', '2', '3'].map((externalId) =>
      article({ externalId, url: `${page}#${externalId}`, title: `Change ${externalId}` }),
    );
    expect(await told.store(news, entries.slice(0, 2), part)).toMatchObject({ created: 2 });
    expect(await told.store(news, entries.slice(2), part)).toMatchObject({ created: 1 });
    expect(await told.store(news, entries, part)).toMatchObject({ unchanged: 3 });
    expect((await stored()).map(({ url }) => url)).toEqual([`${page}#1`, `${page}#2`, `${page}#3`]);
  });

  test('are one story whose id changed when the title is one too', async () => {
    await told.store(news, [article()], part);
    await told.store(news, [article({ externalId: 'new' })], part);
    expect(await stored()).toMatchObject([{ places: '["blog 1","blog new"]' }]);
  });

  test('are two jobs, even of one title', async () => {
    const jobs = [job(), job({ externalId: '2', place: 'Oslo' })];
    const counts = await told.store({ id: 'board', kind: 'jobs' }, jobs, part);
    expect(counts).toMatchObject({ created: 2 });
  });

  test('make the address tell nothing of another source’s item', async () => {
    await told.store(
      news,
      ['1', '2'].map((externalId) => article({ externalId, url: page, title: externalId })),
      part,
    );
    expect(await told.store(wire, [article({ url: page })], part)).toMatchObject({ created: 1 });
  });
});
