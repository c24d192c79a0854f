import { expect, test } from 'vitest';
import { decoded } from '../../../api/ingest/charset.ts';

const bytes = (...parts: (string | readonly number[])[]): Uint8Array =>
  Buffer.concat(
    parts.map((part) =>
      typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part),
    ),
  );

// "Привет" in KOI8-R, "é" in latin1 and in UTF-8, "日本" in Shift JIS.
const privet = [0xf0, 0xd2, 0xc9, 0xd7, 0xc5, 0xd4];
const latinE = [0xe9];
const utfE = [0xc3, 0xa9];
const nihon = [0x93, 0xfa, 0x96, 0x7b];

test.each([
  [
    'a byte order mark before everything',
    bytes([0xef, 0xbb, 0xbf], 'caf', utfE),
    'text/xml; charset=latin1',
    'café',
  ],
  ['a byte order mark of UTF-16', bytes([0xff, 0xfe], [0x61, 0, 0xe9, 0]), undefined, 'aé'],
  ['the header', bytes(privet), 'text/xml; charset=KOI8-R', 'Привет'],
  ['the header in quotes', bytes(nihon), 'text/xml;charset="shift_jis"', '日本'],
  [
    'the XML declaration',
    bytes('<?xml version="1.0" encoding="koi8-r"?>', privet),
    'text/xml',
    '<?xml version="1.0" encoding="koi8-r"?>Привет',
  ],
  [
    'the meta element',
    bytes('<meta charset=shift_jis>', nihon),
    'text/html',
    '<meta charset=shift_jis>日本',
  ],
  ['UTF-8 where nothing is said', bytes('caf', utfE), undefined, 'café'],
  ['UTF-8 where latin1 is said of it', bytes('caf', utfE), 'text/xml; charset=iso-8859-1', 'café'],
  [
    'latin1 where UTF-8 is said of it',
    bytes('<p>La page que tu as demand', latinE, 'e est tr', [0xe8], 's loin</p>'),
    'text/html; charset=utf-8',
    '<p>La page que tu as demandée est très loin</p>',
  ],
  [
    'UTF-8 where an encoding is said that there is not',
    bytes('caf', utfE),
    'text/xml; charset=x-unknown',
    'café',
  ],
])('text is read by %s', (_, body, contentType, text) => {
  expect(decoded(body, contentType)).toBe(text);
});

test('bytes that are no text are read as something, not refused here', () => {
  expect(decoded(bytes([0xff, 0x00, 0x81, 0xfe]), undefined)).toEqual(expect.any(String));
});
