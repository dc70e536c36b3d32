/** The package's own types say `exports.default`; what it has is `module.exports`. */
declare module 'robots-parser' {
  interface Robot {
    /** Undefined for an address of another origin. */
    isAllowed(url: string, userAgent: string): boolean | undefined;
    /** Seconds. */
    getCrawlDelay(userAgent: string): number | undefined;
  }
  function robotsParser(url: string, content: string): Robot;
  export = robotsParser;
}
