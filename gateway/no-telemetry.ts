/**
 * Switches off @apollo/gateway's report to its vendor's host, which is on by default. Imported before anything that
 * imports the gateway: the variable is read when it starts.
 */
process.env['APOLLO_TELEMETRY_DISABLED'] = '1';
