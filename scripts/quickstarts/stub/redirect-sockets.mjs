// Loaded before a snippet whose SDK speaks HTTP/2 by itself and asks no proxy: every connection goes to
// the stub, so that host, path and body are seen and nothing leaves the machine.
import { Socket } from 'node:net';

const port = Number(process.env.QUICKSTART_STUB_PORT);
const { connect } = Socket.prototype;

Socket.prototype.connect = function (...args) {
  const [first, ...rest] = args;
  // tls.connect hands over options already normalised in an array.
  const options = Array.isArray(first) ? first[0] : first;
  if (typeof options !== 'object') return connect.call(this, { host: '127.0.0.1', port }, ...rest);
  Object.assign(options, { host: '127.0.0.1', port });
  return connect.apply(this, args);
};
