/**
 * Loaded with --import into a server that is measured: tells the CPU time that it has used, in microseconds, or its resident
 * memory in bytes, whenever it is asked.
 */
process.on('message', (asked) => {
  const { user, system } = process.cpuUsage();
  process.send?.(asked === 'memory' ? process.memoryUsage.rss() : user + system);
});
// Being asked now and then is no reason to live on.
process.channel?.unref();
