import type { AnnotationView } from '../../store/index.ts'
import type { Row } from '../formats/table-file.ts'
import { TextFile } from '../formats/text-file.ts'
import type { Snapshot } from '../snapshot.ts'

/** Datasets whose rows are annotations. */
const annotationDatasets: ReadonlySet<string> = new Set<AnnotationView>([
  'dates',
  'actor_mentions',
  'casualty_claims',
  'warnings',
])

const context = {
  prov: 'http://www.w3.org/ns/prov#',
  oa: 'http://www.w3.org/ns/oa#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
  tocsin: 'urn:tocsin:',
}

/**
 * `provenance.jsonld`, in the terms of W3C PROV-O: each document's bytes, the extraction that read them, and each annotation
 * as derived from a stretch of them, attributed to the reviewers who decided on it.
 */
export class Provenance {
  readonly #file: TextFile
  #isFirst = true

  constructor(path: string, snapshot: Snapshot) {
    this.#file = new TextFile(path)
    this.#file.write(`{"@context":${JSON.stringify(context)},"@graph":[`)
    for (const document of snapshot.documents) {
      this.#add({
        '@id': `urn:sha256:${document.id}`,
        '@type': 'prov:Entity',
        'prov:label': document.title ?? document.path,
        ...(document.url === null ? {} : { 'prov:hadPrimarySource': { '@id': document.url } }),
      })
      this.#add({
        '@id': `urn:tocsin:extraction:${document.id}:${document.extractor}`,
        '@type': 'prov:Activity',
        'prov:used': { '@id': `urn:sha256:${document.id}` },
        'prov:endedAtTime': { '@type': 'xsd:dateTime', '@value': document.extracted_at },
        'prov:wasAssociatedWith': { '@id': `urn:tocsin:extractor:${document.extractor}` },
        'tocsin:version': document.tocsin,
      })
    }
  }

  /** Notes where a row comes from, if it is an annotation's. */
  note(dataset: string, row: Row): void {
    if (!annotationDatasets.has(dataset)) return
    const reviewers = typeof row.reviewers === 'string' ? row.reviewers.split('; ') : []
    this.#add({
      '@id': `urn:tocsin:annotation:${row.id}`,
      '@type': 'prov:Entity',
      'prov:wasDerivedFrom': {
        '@id': `urn:sha256:${row.document}`,
        'oa:start': row.start,
        'oa:end': row.end,
      },
      ...(row.rule === null
        ? {}
        : {
            'prov:wasGeneratedBy': { '@id': `urn:tocsin:extraction:${row.document}:${row.extractor}` },
            'tocsin:rule': row.rule,
          }),
      ...(reviewers.length === 0 ? {} : { 'prov:wasAttributedTo': reviewers.map((name) => ({ 'prov:label': name })) }),
    })
  }

  close(): void {
    this.#file.write('\n]}\n')
    this.#file.close()
  }

  #add(node: Readonly<Record<string, unknown>>): void {
    this.#file.write(`${this.#isFirst ? '' : ','}\n${JSON.stringify(node)}`)
    this.#isFirst = false
  }
}
