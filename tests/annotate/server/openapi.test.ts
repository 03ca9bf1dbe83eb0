import { expect, it } from 'vitest'
import { z } from 'zod'
import { serving } from './client.ts'

const documentSchema = z.object({
  openapi: z.string(),
  paths: z.record(
    z.string(),
    z.record(z.string(), z.object({ summary: z.string(), responses: z.record(z.string(), z.unknown()) })),
  ),
  components: z.object({ schemas: z.record(z.string(), z.unknown()) }),
})

it('describes every route, with its failures, and refers to nothing that it does not define', async () => {
  const { client } = await serving()
  const { text, json } = await client.get('/api/openapi.json')
  const { openapi, paths, components } = documentSchema.parse(json)
  expect(openapi).toBe('3.1.0')
  const described = Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method} ${path}`),
  )
  expect(described.sort()).toEqual([
    'get /api/actors',
    'get /api/actors/{id}',
    'get /api/agreement',
    'get /api/annotations/{id}',
    'get /api/disagreements',
    'get /api/documents',
    'get /api/documents/{id}',
    'get /api/events',
    'get /api/overview',
    'get /api/queue',
    'get /api/rules',
    'get /api/search',
    'get /api/session',
    'get /api/timeline',
    'post /api/actors/changes',
    'post /api/annotations',
    'post /api/decisions',
  ])
  for (const methods of Object.values(paths)) {
    for (const { responses } of Object.values(methods)) {
      expect(Object.keys(responses)).toEqual(expect.arrayContaining(['200', '400', '401', '403', '503']))
    }
  }
  const referred = [...text.matchAll(/"#\/components\/schemas\/([^"]+)"/g)].map(([, name]) => name ?? '')
  expect(referred.length).toBeGreaterThan(20)
  for (const name of referred) expect(components.schemas).toHaveProperty(name)
})
