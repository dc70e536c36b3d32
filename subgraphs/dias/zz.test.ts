import { readdirSync, readFileSync } from 'node:fs';
import { it } from 'vitest';
import { metadataDocuments } from './metadata-documents.js';
import { jairoDocuments } from '../jairo/documents.js';
const S='/work/shared/upstreams/dias/samples/';
it('dump',()=>{ for(const [d,n] of [['csw-2.0.2','csw'],['csw-3.0','csw'],['iso-19139','iso19139'],['iso-19115-3','iso19139'],['iso-19115-3','csw'],['oai-pmh','oai-pmh'],['opensearch-atom','geodab']] as const) for(const f of readdirSync(S+d)){ const r=[...metadataDocuments,...jairoDocuments].find(x=>x.name===n)!; try{ const x=r.read(readFileSync(S+d+'/'+f)); console.log(n,f,x.many,x.records.length,JSON.stringify(x.refused),x.records.slice(0,2).map(y=>[y.id,y.title.values[0]?.value?.slice(0,40),y.type,y.issued,y.period,y.doi,JSON.stringify(y.places[0]?.box)].join('|')).join(' ;; ')); }catch(e){console.log(n,f,'REFUSED',String(e))} } });
