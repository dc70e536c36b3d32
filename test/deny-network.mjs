// Loaded with --import into a process under test: every attempt to leave this machine is told on standard error and refused.
import net from 'node:net';

const connect = net.Socket.prototype.connect;
net.Socket.prototype.connect = function (...args) {
  const [first] = Array.isArray(args[0]) ? args[0] : args;
  const host = typeof first === 'object' && first !== null ? (first.host ?? first.path ?? 'localhost') : 'localhost';
  if (!/^(?:localhost|127\.\d+\.\d+\.\d+|::1|\/.*)$/.test(host)) {
    process.stderr.write(`NETWORK ${host}\n`);
    throw new Error(`left this machine for ${host}`);
  }
  return connect.apply(this, args);
};
