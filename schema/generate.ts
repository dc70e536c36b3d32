/**
 * Generates the resolver types of every subgraph from its SDL (npm run generate), or checks that the committed ones are
 * up to date (npm run generate -- --check).
 */
import { readFileSync, writeFileSync, existsSync } from 'node:fs';
import { codegen } from '@graphql-codegen/core';
import * as typescriptPlugin from '@graphql-codegen/typescript';
import * as resolversPlugin from '@graphql-codegen/typescript-resolvers';
import { buildASTSchema, isInterfaceType, isObjectType, parse, type GraphQLSchema } from 'graphql';
import { subgraphDefinitions } from './subgraphs.js';

const COMMON = '../common/record.js';
/** The value types of schema/common.graphql are the shared record's own types. */
const VALUE_TYPES = [
  'LocalizedText', 'LangString', 'Identifier', 'Creator', 'Affiliation', 'Subject', 'License', 'Funding', 'WorkFile', 'RelatedWork',
  'Retrieval', 'Contributor', 'Container', 'Degree', 'Place', 'BoundingBox', 'FieldSource',
]; // prettier-ignore
const REFERENCES: Readonly<Record<string, string>> = {
  Person: '../common/value-resolvers.js#PersonReference',
  Organization: '../common/value-resolvers.js#OrganizationReference',
  Award: '../common/value-resolvers.js#AwardReference',
  Event: `${COMMON}#EventInfo`,
  CommonMetadata: '../common/common-metadata.js#CommonMetadata as SharedCommonMetadata',
  CommonMetadataElement: '../common/common-metadata.js#CommonMetadataElement as SharedCommonMetadataElement',
};

/** A type of a subgraph is served from `<Type>Model` of its model.ts, where that file exports one. */
function mappers(schema: GraphQLSchema, folder: string): Record<string, string> {
  const file = `subgraphs/${folder}/model.ts`;
  const models = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const result: Record<string, string> = {};
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) && !isInterfaceType(type)) continue;
    if (new RegExp(`export (?:interface|type|class) ${type.name}Model\\b`).test(models)) {
      result[type.name] = `./model.js#${type.name}Model`;
    } else if (VALUE_TYPES.includes(type.name)) {
      result[type.name] = `${COMMON}#${type.name} as Shared${type.name}`;
    } else if (REFERENCES[type.name]) {
      result[type.name] = REFERENCES[type.name] ?? '';
    } else if (
      isObjectType(type) &&
      folder === 'catalog' &&
      type.getInterfaces().some(({ name }) => name === 'PlatformRecord')
    ) {
      result[type.name] = './model.js#PlatformRecordModel';
    } else if (type.name === 'Work') {
      result['Work'] = '../common/work-reference.js#WorkReference';
    }
  }
  return result;
}

async function generate(folder: string, sdl: string): Promise<string> {
  const schema = buildASTSchema(parse(sdl), { assumeValidSDL: true });
  const config = {
    mappers: mappers(schema, folder),
    enumsAsTypes: true,
    useTypeImports: true,
    immutableTypes: true,
    avoidOptionals: { field: true, object: true, inputValue: false, defaultValue: false },
    inputMaybeValue: 'T | null | undefined',
    scalars: {
      ID: { input: 'string', output: 'string' },
      DateTime: { input: 'string', output: 'Date | string' },
      ...Object.fromEntries(
        ['DOI', 'ORCID', 'ROR', 'URL', 'Date', 'EDTF', 'LanguageTag'].map((name) => [
          name,
          { input: 'string', output: 'string' },
        ]),
      ),
    },
    contextType: '../common/platform.js#SubgraphContext',
    federation: true,
    strictScalars: false,
    skipTypename: true,
    nonOptionalTypename: false,
  };
  return codegen({
    filename: `subgraphs/${folder}/generated.ts`,
    schema: parse(sdl),
    schemaAst: schema,
    documents: [],
    config,
    plugins: [{ typescript: {} }, { resolvers: {} }],
    pluginMap: { typescript: typescriptPlugin, resolvers: resolversPlugin },
  });
}

const check = process.argv.includes('--check');
let outdated = 0;
for (const { name, sdl } of subgraphDefinitions()) {
  const file = `subgraphs/${name}/generated.ts`;
  const content = `/* Generated from schema.graphql by npm run generate: do not edit. */\n${await generate(name, sdl)}`;
  if (check && (!existsSync(file) || readFileSync(file, 'utf8') !== content)) {
    process.stderr.write(`${file} is out of date: run npm run generate\n`);
    outdated += 1;
  } else if (!check) {
    writeFileSync(file, content);
  }
}
process.exitCode = outdated === 0 ? 0 : 1;
