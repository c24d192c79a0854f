import { createServer } from 'node:http';

// A server that does nothing but answer: what the API is measured beside.
const body = Buffer.alloc(2048, 'x');
const server = createServer((_request, response) => {
  response
    .writeHead(200, { 'Content-Type': 'text/plain', 'Content-Length': body.length })
    .end(body);
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  if (typeof address === 'object') console.log(`answers on http://127.0.0.1:${address?.port}`);
});
