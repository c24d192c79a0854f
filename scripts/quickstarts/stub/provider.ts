import { createServer, type IncomingMessage, type Server } from 'node:http';
import { createSecureServer, type Http2SecureServer, type Http2ServerRequest } from 'node:http2';
import type { AddressInfo, Socket } from 'node:net';
import type { BodyCheck } from '../schemas/body-checks.ts';
import type { Answer, Said } from './answer.ts';
import { dialects } from './answers.ts';
import type { Certificates } from './certificate.ts';
import { type Expectation, fileText } from './expectation.ts';

/** A provider that is played for one run of one snippet. */
export interface StubProvider {
  /** Of the proxy that the snippet is sent through. */
  readonly proxyUrl: string;
  /** Where TLS is spoken without a proxy before it. */
  readonly tlsPort: number;
  /** What was wrong with what was sent; empty when all was right, and one request was made. */
  faults(): readonly string[];
  /** The request as it came, for a message. */
  sent(): string | undefined;
  close(): void;
}

type Request = IncomingMessage | Http2ServerRequest;
type Reply = (status: number, answer: Answer) => void;

/**
 * Starts a proxy on the loopback interface that ends every connection itself and plays the provider.
 *
 * It knows one request, by host, method, exact path, credentials, content type and body; whatever else
 * comes is refused as a provider would, and told. Nothing is ever passed on.
 */
export async function playProvider(
  expected: Expectation,
  {
    certificates,
    said,
    check,
  }: {
    readonly certificates: Certificates;
    readonly said: Said;
    readonly check: BodyCheck;
  },
): Promise<StubProvider> {
  const faults: string[] = [];
  const requests: string[] = [];
  const sockets = new Set<Socket>();
  const answer = (request: Request, reply: Reply, origin: string): void => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', async () => {
      const bytes = Buffer.concat(chunks);
      requests.push(`${request.method} ${origin}${targetOf(request)} ${bytes.toString('utf8')}`);
      const body = expected.isForm ? await formBody(request, bytes) : parsedBody(bytes);
      const found = [
        ...addressFaults(request, origin, expected),
        ...headerFaults(request, expected),
        ...bodyFaults(body, expected, check),
      ];
      if (requests.length > 1) found.push('This is not the first request; one was expected.');
      faults.push(...found);
      if (found.length > 0) reply(400, refusal(found));
      else reply(200, answerTo(body, expected, said));
    });
  };
  const tls = createSecureServer(
    { allowHTTP1: true, key: certificates.key, cert: certificates.certificate },
    (request, response) => {
      const reply: Reply = (status, { contentType, body }) =>
        response.writeHead(status, { 'content-type': contentType }).end(body);
      answer(request, reply, `https://${hostOf(request)}`);
    },
  );
  const proxy = createServer((request, response) => {
    const url = URL.parse(request.url ?? '');
    const reply: Reply = (status, { contentType, body }) =>
      response.writeHead(status, { 'content-type': contentType }).end(body);
    answer(request, reply, url ? url.origin : `http://${hostOf(request)}`);
  });
  proxy.on('connect', (request, socket: Socket) => {
    const { hostname, port, protocol } = expected.url;
    const isSecure = protocol === 'https:';
    const wanted = `${hostname}:${port || (isSecure ? 443 : 80)}`;
    if (request.url !== wanted) {
      faults.push(`A connection to ${request.url} was asked for; expected ${wanted}.`);
      socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
      return;
    }
    socket.write('HTTP/1.1 200 Connection Established\r\n\r\n');
    (isSecure ? tls : proxy).emit('connection', socket);
  });
  for (const server of [tls, proxy]) {
    server.on('connection', (socket: Socket) => {
      sockets.add(socket);
      // A snippet that ends early resets its connection.
      socket.on('error', () => socket.destroy());
    });
    await listening(server);
  }
  return {
    proxyUrl: `http://127.0.0.1:${portOf(proxy)}`,
    tlsPort: portOf(tls),
    faults: () =>
      requests.length === 0 && faults.length === 0
        ? [`No request came; expected POST ${expected.url}.`]
        : faults,
    sent: () => requests.at(0),
    close: () => {
      for (const socket of sockets) socket.destroy();
      tls.close();
      proxy.close();
    },
  };
}

const listening = (server: Server | Http2SecureServer): Promise<void> =>
  new Promise((done) => server.listen(0, '127.0.0.1', done));

const portOf = (server: Server | Http2SecureServer): number =>
  (server.address() as AddressInfo).port;

const hostOf = (request: Request): string =>
  String(request.headers[':authority'] ?? request.headers['host'] ?? '');

function targetOf({ url = '' }: Request): string {
  const absolute = /^http:\/\/[^/]+(\/.*)$/.exec(url);
  return absolute?.[1] ?? url;
}

function parsedBody(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    // Told as a body that is no JSON object.
    return undefined;
  }
}

/** The fields of a form by name; undefined where it is none. */
async function formBody({ headers }: Request, bytes: Buffer): Promise<unknown> {
  const type = String(headers['content-type'] ?? '');
  try {
    const form = await new Response(new Uint8Array(bytes), {
      headers: { 'content-type': type },
    }).formData();
    const fields = [...form].map(async ([name, value]) => [
      name,
      typeof value === 'string' ? value : fileText(value.name, await value.bytes()),
    ]);
    return Object.fromEntries(await Promise.all(fields));
  } catch {
    // Told as a body that does not fit.
    return undefined;
  }
}

function addressFaults(request: Request, origin: string, { url, target }: Expectation) {
  const sent = `${request.method} ${origin}${targetOf(request)}`;
  const wanted = `POST ${url.origin}${target}`;
  return sent === wanted ? [] : [`${sent} was asked for; expected ${wanted}.`];
}

function headerFaults({ headers }: Request, expected: Expectation): readonly string[] {
  const [type = ''] = String(headers['content-type'] ?? '').split(';');
  const wanted = expected.isForm ? 'multipart/form-data' : 'application/json';
  return [
    ...(type.trim() === wanted ? [] : [`The content type is "${type}"; expected ${wanted}.`]),
    ...Object.entries(expected.headers)
      .filter(([name, value]) => headers[name] !== value)
      .map(
        ([name, value]) => `The header ${name} is "${headers[name] ?? ''}"; expected "${value}".`,
      ),
  ];
}

function bodyFaults(
  body: unknown,
  { id, isIdInBody, isStreaming, saysStream, bodyType, says }: Expectation,
  check: BodyCheck,
): readonly string[] {
  const faults = check(body).map((fault) => `The body does not fit ${bodyType}: ${fault}.`);
  if (typeof body !== 'object' || body === null) return faults;
  const { model, stream, requests = [] } = body as Readonly<Record<string, unknown>>;
  const asked = isIdInBody ? [model] : (requests as { model?: unknown }[]).map((one) => one.model);
  const wanted = isIdInBody ? id : `models/${id}`;
  faults.push(
    ...asked
      .filter((one) => one !== wanted)
      .map((one) => `The body asks for the model "${one}"; expected "${wanted}".`),
  );
  const text = JSON.stringify(body);
  faults.push(
    ...says.filter((one) => !text.includes(one)).map((one) => `The body does not say "${one}".`),
  );
  if (saysStream !== (stream === true) && (saysStream || !isStreaming)) {
    faults.push(`The body has stream ${stream}; expected ${saysStream}.`);
  }
  return faults;
}

const refusal = (faults: readonly string[]): Answer => ({
  contentType: 'application/json',
  body: JSON.stringify({ error: { type: 'invalid_request_error', message: faults.join(' ') } }),
});

/** @throws when nothing is known of how such a request is answered. */
function answerTo(body: unknown, { isStreaming, bodyType }: Expectation, said: Said): Answer {
  const dialect = dialects[bodyType];
  if (!dialect) throw new Error(`No dialect answers ${bodyType}; add one to answers.ts.`);
  // The check has found it to be an object.
  const fields = body as Readonly<Record<string, unknown>>;
  // Ollama's Python SDK sends an empty list where no tool is offered.
  const { tools = [], toolConfig } = fields;
  const wantsTool = toolConfig !== undefined || (tools as readonly unknown[]).length > 0;
  return dialect(said, { isStreaming, wantsTool, body: fields });
}
