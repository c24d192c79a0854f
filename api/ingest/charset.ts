import { detect } from 'chardet';

// A declaration of the encoding stands at the very beginning; HTML's must be within this (WHATWG HTML, 4.2.5.4).
const declarationBytes = 1024;

const declarations = [
  /^\s*<\?xml[^>]*?\bencoding\s*=\s*["']([\w.:-]+)["']/i,
  /<meta[^>]*?\bcharset\s*=\s*["']?([\w.:-]+)/i,
];

/**
 * The text of an answer in the encoding that it has: as its byte order mark says, else as its header, its XML
 * declaration or its meta element say. What is none of that, or is wrong, is read as UTF-8, and what is
 * no UTF-8 either in the encoding that its bytes look most like.
 */
export function decoded(body: Uint8Array, contentType: string | undefined): string {
  const marked = byteOrderMark(body);
  if (marked !== undefined) return decoder(marked)?.decode(body) ?? '';
  const head = new TextDecoder('latin1').decode(body.subarray(0, declarationBytes));
  const declared = [
    /;\s*charset\s*=\s*"?([\w.:-]+)/i.exec(contentType ?? '')?.[1],
    ...declarations.map((declaration) => declaration.exec(head)?.[1]),
    'utf-8',
  ];
  for (const label of declared) {
    const text = label === undefined ? undefined : strictly(body, label);
    if (text !== undefined) return text;
  }
  const guessed = detect(body);
  return (decoder(guessed ?? 'utf-8') ?? new TextDecoder()).decode(body);
}

function byteOrderMark([first, second, third]: Uint8Array): string | undefined {
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return first === 0xff && second === 0xfe ? 'utf-16le' : undefined;
}

/** The text, if the bytes can be of that encoding. One-byte encodings take any bytes, so UTF-8 goes before them. */
function strictly(body: Uint8Array, label: string): string | undefined {
  const declared = decoder(label, { fatal: true });
  if (declared === undefined) return undefined;
  // A server that names no encoding of its own often says latin1 of everything.
  const isOneByte = /^(?:windows-125\d|iso-8859-\d+|koi8-|ibm866|macintosh|x-mac)/.test(
    declared.encoding,
  );
  const decoders = isOneByte ? [new TextDecoder('utf-8', { fatal: true }), declared] : [declared];
  for (const one of decoders) {
    try {
      return one.decode(body);
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
    }
  }
  return undefined;
}

function decoder(label: string, options?: TextDecoderOptions): TextDecoder | undefined {
  try {
    return new TextDecoder(label, options);
  } catch (error) {
    // No encoding of that name.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
