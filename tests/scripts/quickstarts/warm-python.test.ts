import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  type Done,
  type WarmPython,
  warmPython,
} from '../../../scripts/quickstarts/warm-python.ts';
import { python } from './real-snippets.ts';

describe.skipIf(python.parser === undefined)('files that one warm Python runs', () => {
  let root: string;
  let warm: WarmPython;
  beforeAll(async () => {
    root = await mkdtemp(join(tmpdir(), 'warm-python-'));
    warm = warmPython(python.parser ?? 'python3', { PATH: process.env['PATH'] }, 2000);
  });
  afterAll(async () => {
    warm.close();
    await rm(root, { recursive: true });
  });

  async function run(code: string, environment: NodeJS.ProcessEnv = {}): Promise<Done> {
    const file = join(await mkdtemp(join(root, 'run-')), 'file.py');
    await writeFile(file, code);
    return warm.run(file, environment);
  }

  test('print, complain and end as by themselves', async () => {
    const code = 'import sys\nprint(__name__)\nprint("no", file=sys.stderr)\nsys.exit(3)';
    expect(await run(code)).toEqual({ status: 3, output: '__main__\n', complaint: 'no\n' });
    const { status, complaint } = await run('nothing');
    expect(status).toBe(1);
    expect(complaint).toContain("NameError: name 'nothing' is not defined");
  });

  test('have the variables that are theirs, and no others', async () => {
    const code = 'import os\nprint(sorted(os.environ))';
    expect((await run(code, { ONE: '1' })).output).toBe("['ONE']\n");
    expect((await run(code, { TWO: '2' })).output).toBe("['TWO']\n");
  });

  test('must import what an earlier one imported, and see nothing that it changed', async () => {
    expect((await run('import json\njson.mine = 1\nprint(json.mine)')).output).toBe('1\n');
    expect((await run('print(json.dumps(1))')).complaint).toContain("name 'json' is not defined");
    expect((await run('import json\nprint(hasattr(json, "mine"))')).output).toBe('False\n');
  });

  test('are ended when they hang, and the next one runs', async () => {
    expect((await run('import time\ntime.sleep(30)')).status).not.toBe(0);
    expect((await run('print("on")')).output).toBe('on\n');
  });

  test('find no module beside another file', async () => {
    const folder = await mkdtemp(join(root, 'run-'));
    await writeFile(join(folder, 'beside.py'), 'here = True');
    await writeFile(join(folder, 'file.py'), 'import beside\nprint(beside.here)');
    expect((await warm.run(join(folder, 'file.py'), {})).output).toBe('True\n');
    expect((await run('import beside\nprint(beside.here)')).status).not.toBe(0);
  });
});
