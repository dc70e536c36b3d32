/**
 * Refuses every connection that would leave this machine: tells it on standard error and in the file that
 * KAKEHASHI_NETWORK_LOG names. Loaded with --import into every process of the test suite (test/network-log.ts).
 */
import { appendFileSync } from 'node:fs';
import dgram from 'node:dgram';
import net from 'node:net';

const LOCAL = /^(?:localhost|127\.\d+\.\d+\.\d+|::1|::ffff:127\.\d+\.\d+\.\d+|\/.*)$/;
function refuse(host) {
  if (LOCAL.test(host)) return;
  const log = process.env['KAKEHASHI_NETWORK_LOG'];
  if (log) appendFileSync(log, `${host} (${process.argv[1] ?? process.execPath})\n`);
  process.stderr.write(`NETWORK ${host}\n`);
  throw new Error(`left this machine for ${host}`);
}

const connect = net.Socket.prototype.connect;
net.Socket.prototype.connect = function (...args) {
  // Node.js passes its own calls on as one array; a caller gives options, a path, or a port and a host.
  const [target, host] = Array.isArray(args[0]) ? args[0] : args;
  if (typeof target === 'object' && target !== null) refuse(target.host ?? target.path ?? 'localhost');
  else refuse(typeof host === 'string' ? host : 'localhost');
  return connect.apply(this, args);
};
const send = dgram.Socket.prototype.send;
dgram.Socket.prototype.send = function (...args) {
  // send(message[, offset, length], port[, address][, callback]): the address is the last text after the message.
  const address = args.slice(1).findLast((argument) => typeof argument === 'string');
  refuse(address ?? 'localhost');
  return send.apply(this, args);
};
