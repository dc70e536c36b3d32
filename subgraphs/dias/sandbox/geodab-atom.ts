/** The broker's Atom: `georss:box` in S W N E, values in `@label` and kinds in `@term`, line breaks within texts (fact sheet 6.3). */
import { escapeXml } from '../../common/xml.js';
import type { ResultPage } from './geodab.js';
import type { Report } from './geodab-reports.js';

const OPENSEARCH = 'http://a9.com/-/spec/opensearch/1.1/';

/** Broken and indented about every eighty characters, as the broker does inside of texts. */
function folded(text: string): string {
  return escapeXml(text).replace(/(.{60,80}?) /g, '$1\n            ');
}

function links({ online }: Report): string {
  if (online.length === 0) return '';
  const resources = online.map(
    ({ url, function: use }) =>
      `<gmd:onLine><gmd:CI_OnlineResource><gmd:linkage><gmd:URL>${escapeXml(url)}</gmd:URL></gmd:linkage><gmd:function><gmd:CI_OnLineFunctionCode codeList="http://www.isotc211.org/2005/resources/codeList.xml#CI_OnLineFunctionCode" codeListValue="${use}">${use}</gmd:CI_OnLineFunctionCode></gmd:function></gmd:CI_OnlineResource></gmd:onLine>`,
  ); // prettier-ignore
  return `<gmd:distributionInfo xmlns:gmd="http://www.isotc211.org/2005/gmd"><gmd:MD_Distribution><gmd:transferOptions><gmd:MD_DigitalTransferOptions>${resources.join('')}</gmd:MD_DigitalTransferOptions></gmd:transferOptions></gmd:MD_Distribution></gmd:distributionInfo>`; // prettier-ignore
}

function entry(report: Report): string {
  const level = report.type === 'simple' ? 'Dataset' : 'Series';
  return `<entry>
        <title>${folded(report.title)}</title>
        <id>${escapeXml(report.id)}</id>
        <sourceId>${escapeXml(report.source.id)}</sourceId>
        <sourceTitle>${escapeXml(report.source.title)}</sourceTitle>
        ${report.description === null ? '' : `<summary>${folded(report.description)}</summary>`}
        ${report.where.map(({ south, west, north, east }) => `<box xmlns="http://www.georss.org/georss">${[south, west, north, east].join(' ')}</box>`).join('')}
        <category label="${level}" term="hlevel"/>
        ${report.keywords.map((keyword) => `<category label="${escapeXml(keyword)}" term="keywords"/>`).join('')}
        ${report.authors.map(({ organization, name }) => `<contributor><orgName>${escapeXml(organization)}</orgName><indName>${escapeXml(name)}</indName><role>originator</role></contributor>`).join('')}
        ${report.when === null ? '' : `<dtstart>${report.when.from}</dtstart><dtend>${report.when.to}</dtend>`}
        ${report.rights.map((rights) => `<rights>${folded(rights)}</rights>`).join('')}
        ${links(report)}
    </entry>`;
} // prettier-ignore

/** How often each keyword occurs among all that was found; other facets are empty elements. */
function facets({ found, facets: names }: ResultPage): string {
  if (names.length === 0) return '';
  const counts = new Map<string, number>();
  for (const { keywords } of found) for (const keyword of keywords) counts.set(keyword, (counts.get(keyword) ?? 0) + 1);
  const items = [...counts].sort(([, one], [, other]) => other - one).map(
    ([keyword, freq]) => `<dm:item><dm:term>${escapeXml(encodeURIComponent(keyword).replaceAll('%20', '+'))}</dm:term><dm:decodedTerm>${escapeXml(keyword)}</dm:decodedTerm><dm:freq>${String(freq)}</dm:freq></dm:item>`,
  ); // prettier-ignore
  const parts = names.filter((name) => /^[A-Za-z]+$/.test(name)).map((name) => `<dm:${name}>${name === 'keyword' ? items.join('') : ''}</dm:${name}>`); // prettier-ignore
  return `<dm:termFrequency xmlns:dm="http://floraresearch.eu/sdi/services/7.0/dataModel/schema">${parts.join('')}</dm:termFrequency>`; // prettier-ignore
}

/** A page of results; `address` is the request's own. */
export function atomFeed(page: ResultPage, address: string): string {
  return `<feed xmlns="http://www.w3.org/2005/Atom">
    <title>Search results</title>
    <id>bb2b4b70-0000-4000-8000-000000000001</id>
    <link href="${escapeXml(address)}" rel="search" title="Content Search" type="application/atom+xml"/>
    <totalResults xmlns="${OPENSEARCH}">${String(page.found.length)}</totalResults>
    <startIndex xmlns="${OPENSEARCH}">${String(page.start)}</startIndex>
    <itemsPerPage xmlns="${OPENSEARCH}">${String(page.count)}</itemsPerPage>
    ${page.shown.map(entry).join('\n    ')}
    ${facets(page)}
</feed>
`;
}

/** What cannot be answered in any format. */
export function atomError(message: string): string {
  return `<gs:error xmlns:gs="http://flora.eu/gi-suite/1.0/dataModel/schema">${escapeXml(message)}</gs:error>`;
}

/** The description document, with the template of the parameters that clients use. */
export function description(address: string): string {
  const template = `${address}/query?si={startIndex?}&ct={count?}&st={searchTerms?}&bbox={geo:box?}&ts={time:start?}&te={time:end?}&sources={gs:sources?}&parents={gs:parents?}`; // prettier-ignore
  return `<OpenSearchDescription xmlns="${OPENSEARCH}" xmlns:geo="http://a9.com/-/opensearch/extensions/geo/1.0/" xmlns:time="http://a9.com/-/opensearch/extensions/time/1.0/" xmlns:gs="http://flora.eu/gi-suite/1.0/dataModel/schema"><ShortName>GEO DAB (sandbox)</ShortName><Url type="application/atom+xml" template="${escapeXml(template)}"/></OpenSearchDescription>
`;
} // prettier-ignore
