/** ISO 19139 records of the world's data sets, Japanese with English beside it (fact sheet 3, 7). */
import { world, type BothLanguages } from '../../../sandbox/world/index.js';
import { escapeXml } from '../../common/xml.js';
import { abstractOf, printedDoi, revisedAt, titleOf, type Dataset } from './datasets.js';
import { metadataIdentifier } from './sections.js';

export const GMD = 'http://www.isotc211.org/2005/gmd';
const CODES = 'http://www.isotc211.org/2005/resources/Codelist/gmxCodelists.xml';

function text(value: string): string {
  return `<gco:CharacterString>${escapeXml(value)}</gco:CharacterString>`;
}

function code(name: string, value: string): string {
  return `<gmd:${name} codeList="${CODES}#${name}" codeListValue="${value}">${value}</gmd:${name}>`;
}

/** An element in Japanese with its English in PT_FreeText, or in the one language that there is. */
function bilingual(element: string, { ja, en }: { readonly ja: string | null; readonly en: string | null }): string {
  if (ja === null && en === null) return `<gmd:${element} gco:nilReason="missing"/>`;
  if (ja === null || en === null || ja === en) return `<gmd:${element}>${text(ja ?? en ?? '')}</gmd:${element}>`;
  return `<gmd:${element} xsi:type="gmd:PT_FreeText_PropertyType">${text(ja)}<gmd:PT_FreeText><gmd:textGroup><gmd:LocalisedCharacterString locale="#EN">${escapeXml(en)}</gmd:LocalisedCharacterString></gmd:textGroup></gmd:PT_FreeText></gmd:${element}>`;
} // prettier-ignore

function party(element: string, role: string, key: string): string {
  const { family, given, organization } = world.person(key);
  const { name } = world.organization(organization);
  return `<gmd:${element}><gmd:CI_ResponsibleParty>
<gmd:individualName>${text(`${family.en} ${given.en}`)}</gmd:individualName>
${bilingual('organisationName', name)}
<gmd:contactInfo><gmd:CI_Contact><gmd:address><gmd:CI_Address><gmd:electronicMailAddress>${text(`${key}@${organization}.example.ac.jp`)}</gmd:electronicMailAddress></gmd:CI_Address></gmd:address></gmd:CI_Contact></gmd:contactInfo>
<gmd:role>${code('CI_RoleCode', role)}</gmd:role>
</gmd:CI_ResponsibleParty></gmd:${element}>`;
} // prettier-ignore

function date(value: string, type: string): string {
  return `<gmd:date><gmd:CI_Date><gmd:date><gco:Date>${value}</gco:Date></gmd:date><gmd:dateType>${code('CI_DateTypeCode', type)}</gmd:dateType></gmd:CI_Date></gmd:date>`; // prettier-ignore
}

function citation(dataset: Dataset): string {
  const { work, held } = dataset;
  const doi = printedDoi(dataset);
  return `<gmd:citation><gmd:CI_Citation>
${bilingual('title', { ja: titleOf(dataset, 'ja'), en: titleOf(dataset, 'en') })}
${held.details.abbreviation === null ? '' : `<gmd:alternateTitle>${text(held.details.abbreviation)}</gmd:alternateTitle>`}
${date(held.issued, 'publication')}
${work.version === null ? '' : `<gmd:edition>${text(work.version)}</gmd:edition>`}
${doi === null ? '' : `<gmd:identifier><gmd:MD_Identifier><gmd:code>${text(`doi:${doi}`)}</gmd:code></gmd:MD_Identifier></gmd:identifier>`}
${work.creators.map((key) => party('citedResponsibleParty', 'originator', key)).join('\n')}
</gmd:CI_Citation></gmd:citation>`;
} // prettier-ignore

function keywords({ held }: Dataset): string {
  return held.details.themes
    .map(
      ({ text: words, type, thesaurus }) =>
        `<gmd:descriptiveKeywords><gmd:MD_Keywords>${bilingual('keyword', words)}<gmd:type>${code('MD_KeywordTypeCode', type)}</gmd:type>${
          thesaurus === null
            ? ''
            : `<gmd:thesaurusName><gmd:CI_Citation><gmd:title>${text(thesaurus)}</gmd:title>${date('2002', 'publication')}</gmd:CI_Citation></gmd:thesaurusName>`
        }</gmd:MD_Keywords></gmd:descriptiveKeywords>`,
    )
    .join('\n');
}

function extent({ work, held }: Dataset): string {
  const boxes = work.places.map(
    ({ name, box }) => `<gmd:extent><gmd:EX_Extent>${bilingual('description', name)}<gmd:geographicElement><gmd:EX_GeographicBoundingBox>
<gmd:westBoundLongitude><gco:Decimal>${String(box.west)}</gco:Decimal></gmd:westBoundLongitude><gmd:eastBoundLongitude><gco:Decimal>${String(box.east)}</gco:Decimal></gmd:eastBoundLongitude>
<gmd:southBoundLatitude><gco:Decimal>${String(box.south)}</gco:Decimal></gmd:southBoundLatitude><gmd:northBoundLatitude><gco:Decimal>${String(box.north)}</gco:Decimal></gmd:northBoundLatitude>
</gmd:EX_GeographicBoundingBox></gmd:geographicElement></gmd:EX_Extent></gmd:extent>`,
  ); // prettier-ignore
  const { period } = held.details;
  if (period === null) return boxes.join('\n');
  const end =
    period.until === null
      ? '<gml:endPosition indeterminatePosition="now"/>'
      : `<gml:endPosition>${period.until}</gml:endPosition>`;
  return `${boxes.join('\n')}
<gmd:extent><gmd:EX_Extent><gmd:temporalElement><gmd:EX_TemporalExtent><gmd:extent><gml:TimePeriod gml:id="T1"><gml:beginPosition>${period.from}</gml:beginPosition>${end}</gml:TimePeriod></gmd:extent></gmd:EX_TemporalExtent></gmd:temporalElement></gmd:EX_Extent></gmd:extent>`;
} // prettier-ignore

function constraints({ held }: Dataset): string {
  const { providerPolicy, projectPolicy } = held.details;
  if (providerPolicy === null) return '';
  const other = (policy: BothLanguages | null): string => (policy === null ? '' : bilingual('otherConstraints', policy)); // prettier-ignore
  return `<gmd:resourceConstraints><gmd:MD_LegalConstraints>${bilingual('useLimitation', providerPolicy)}<gmd:useConstraints>${code('MD_RestrictionCode', 'otherRestrictions')}</gmd:useConstraints>${other(projectPolicy)}</gmd:MD_LegalConstraints></gmd:resourceConstraints>`; // prettier-ignore
}

/** Where the data set is described; what has no landing page at DIAS has its project's. */
export function publicUrl({ work, held }: Dataset, language: 'ja' | 'en'): string {
  return held.channels.includes('pages')
    ? `https://search.diasjp.net/${language}/dataset/${held.id}`
    : `https://${work.topic}.example.org/${language}/`;
}

function distribution(dataset: Dataset): string {
  const formats = dataset.held.details.formats.map(([name, version]) => {
    const stated =
      version === '' ? '<gmd:version gco:nilReason="missing"/>' : `<gmd:version>${text(version)}</gmd:version>`;
    return `<gmd:distributionFormat><gmd:MD_Format><gmd:name>${text(name)}</gmd:name>${stated}</gmd:MD_Format></gmd:distributionFormat>`; // prettier-ignore
  });
  return `<gmd:distributionInfo><gmd:MD_Distribution>${formats.join('')}<gmd:transferOptions><gmd:MD_DigitalTransferOptions><gmd:onLine><gmd:CI_OnlineResource><gmd:linkage><gmd:URL>${publicUrl(dataset, 'ja')}</gmd:URL></gmd:linkage><gmd:function>${code('CI_OnLineFunctionCode', 'information')}</gmd:function></gmd:CI_OnlineResource></gmd:onLine></gmd:MD_DigitalTransferOptions></gmd:transferOptions></gmd:MD_Distribution></gmd:distributionInfo>`; // prettier-ignore
}

/** The id of the record in catalogues: the metadata identifier, as ISO's fileIdentifier (fact sheet 3, [I]). */
export function recordId(dataset: Dataset): string {
  return metadataIdentifier(dataset, 'ja');
}

/** `gmd:MD_Metadata`, declaring the namespaces that it uses. */
export function isoRecord(dataset: Dataset): string {
  const { work, held } = dataset;
  const [first] = work.creators;
  const topics = held.details.topicCategories.map((topic) => `<gmd:topicCategory><gmd:MD_TopicCategoryCode>${topic}</gmd:MD_TopicCategoryCode></gmd:topicCategory>`); // prettier-ignore
  return `<gmd:MD_Metadata xmlns:gmd="${GMD}" xmlns:gco="http://www.isotc211.org/2005/gco" xmlns:gml="http://www.opengis.net/gml" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<gmd:fileIdentifier>${text(recordId(dataset))}</gmd:fileIdentifier>
<gmd:language>${code('LanguageCode', 'jpn')}</gmd:language>
<gmd:hierarchyLevel>${code('MD_ScopeCode', 'dataset')}</gmd:hierarchyLevel>
${first === undefined ? '' : party('contact', 'author', first)}
<gmd:dateStamp><gco:Date>${revisedAt(dataset).toISOString().slice(0, 10)}</gco:Date></gmd:dateStamp>
<gmd:metadataStandardName>${text('ISO 19115:2003')}</gmd:metadataStandardName>
<gmd:locale><gmd:PT_Locale id="EN"><gmd:languageCode>${code('LanguageCode', 'eng')}</gmd:languageCode><gmd:characterEncoding>${code('MD_CharacterSetCode', 'utf8')}</gmd:characterEncoding></gmd:PT_Locale></gmd:locale>
<gmd:identificationInfo><gmd:MD_DataIdentification>
${citation(dataset)}
${bilingual('abstract', { ja: abstractOf(dataset, 'ja'), en: abstractOf(dataset, 'en') })}
${first === undefined ? '' : party('pointOfContact', 'pointOfContact', first)}
${keywords(dataset)}
${constraints(dataset)}
<gmd:language>${code('LanguageCode', 'jpn')}</gmd:language>
${topics.join('')}
${extent(dataset)}
</gmd:MD_DataIdentification></gmd:identificationInfo>
${distribution(dataset)}
</gmd:MD_Metadata>`;
} // prettier-ignore
