/** Loaded with --import into a server that is measured: tells the CPU time that it has used, in microseconds, whenever it is asked. */
process.on('message', () => {
  const { user, system } = process.cpuUsage();
  process.send?.(user + system);
});
// Being asked now and then is no reason to live on.
process.channel?.unref();
